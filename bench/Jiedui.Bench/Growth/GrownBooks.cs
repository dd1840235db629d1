using System.Data.Common;
using System.Globalization;
using Jiedui.Declaring;
using Jiedui.Flow.Importing;
using Jiedui.Flow.Ledgers;
using Jiedui.Flow.Postings;
using Jiedui.Measures;
using Jiedui.Storage;
using Jiedui.Work;
using Jiedui.Work.Drivers.Consumption;
using Jiedui.Work.Drivers.Industry;
using Jiedui.Work.Drivers.Labour;

namespace Jiedui.Bench.Growth;

/// <summary>
/// The case, and beside it as many postings as are asked for, written straight through the writer of postings: five years, 12 towns of 150 villages, persons
/// asked for work, placed and paid by the month, and sales.
/// </summary>
internal sealed class GrownBooks : IDisposable
{
    private const int Towns = 12;
    private const int Villages = 150;
    private const int Months = 60;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("jiedui-bench-");
    private readonly Random random = new(1);
    private readonly List<UnitRef> villages = [];
    private readonly int persons;

    public GrownBooks(int postings)
    {
        persons = Math.Max(1000, postings / 10);
        Database = Database.Open(Path.Combine(folder.FullName, "data"), Article.Catalogue.Ledgers);
        new Importer(Database, Article.Catalogue).Import([.. Directory.GetFiles(Path.GetDirectoryName(Repository.UnitList)!, "*.xlsx").Order().Select(ImportFile.At)], new ImportOptions());
        using var connection = Database.Connect();
        Partnership = Partnerships.All(connection)[0];
        using var transaction = Database.BeginWriting(connection);
        Town = Register(connection, transaction);
        Postings = Grow(connection, transaction, postings);
        transaction.Commit();
    }

    public Database Database { get; }

    public Partnership Partnership { get; }

    /// <summary>One of the towns.</summary>
    public UnitRef Town { get; }

    /// <summary>How many postings were added.</summary>
    public long Postings { get; }

    public void Dispose()
    {
        Database.Release();
        folder.Delete(recursive: true);
    }

    private UnitRef Register(DbConnection connection, DbTransaction transaction)
    {
        var units = UnitRegistry.Load(connection, Partnership.Id, transaction);
        var county = units.Named(Partnership.Receiver)[0].Id;
        var towns = Enumerable.Range(1, Towns).Select(town => Added($"新镇{town}", "乡镇", county)).ToList();
        villages.AddRange(towns.SelectMany(town => Enumerable.Range(1, Villages).Select(village => Added($"新村{town.Id}-{village}", "村社区", town.Id))));
        return towns[0];

        UnitRef Added(string name, string kind, long parent)
        {
            var unit = units.Announce(name, kind, null, parent, Side.Receiver);
            units.Store(unit.Id, connection, transaction, 1);
            return unit.Ref;
        }
    }

    private long Grow(DbConnection connection, DbTransaction transaction, int wanted)
    {
        using var writer = new PostingWriter(connection, transaction, Article.Catalogue, Partnership.Id, Database.Vault.Prints);
        var tables = new Dictionary<LedgerType, (LedgerTable Table, BulkInsert Insert)>();
        var written = 0L;
        for (var record = 1_000_000L; written < wanted; record++)
        {
            var row = (record % 10) switch { < 4 => Survey(), < 6 => Placement(), < 9 => Job(), _ => Sale() };
            var day = row.Ledger.DayOf(row);
            var stored = new StoredRecord(Partnership.Id, record, 1, row, 1, (int)(record % 1_000_000), 1, null, DayNumber.Of(day), writer.PartiesOf(row)) { Key = (UInt128)record, Content = (UInt128)record };
            if (!tables.TryGetValue(row.Ledger, out var into))
            {
                var table = new LedgerTable(row.Ledger);
                tables[row.Ledger] = into = (table, table.Insert(connection));
            }
            into.Table.Write(into.Insert, stored, new SealedRow(null, [.. into.Table.PrintFields.Select(_ => (UInt128?)null)]));
            var drafts = writer.DraftingOf(row.Ledger).Of(row);
            written += drafts.Length;
            writer.Post(stored, drafts);
        }
        writer.Finish();
        foreach (var (_, insert) in tables.Values)
            insert.Dispose();
        return written;
    }

    private Row Survey()
    {
        var (row, person) = (new Row(Workers.Ledger), random.Next(persons));
        row[Workers.Id] = IdOf(person);
        row[Workers.Town] = VillageOf(person);
        row[Workers.Wish] = Workers.Wish.Options[random.Next(Workers.Wish.Options.Count)];
        row[Workers.Date] = SomeDay();
        return row;
    }

    private Row Placement()
    {
        var (row, person) = (new Row(Placements.Ledger), random.Next(persons));
        row[Placements.Id] = IdOf(person);
        row[Placements.Town] = VillageOf(person);
        row[Placements.IsPoor] = random.Next(3) == 0;
        row[Placements.Started] = SomeDay();
        return row;
    }

    /// <summary>The same households month after month.</summary>
    private Row Job()
    {
        var (row, household) = (new Row(SiteJobs.Ledger), random.Next(persons / 20));
        row[SiteJobs.Id] = IdOf(household);
        row[SiteJobs.Household] = "H" + household.ToString(CultureInfo.InvariantCulture);
        row[SiteJobs.Month] = new PartialDate(2020 + random.Next(Months) / 12, 1 + random.Next(12));
        row[SiteJobs.Income] = Amount.Exactly(100_000 + 100 * random.Next(3000));
        return row;
    }

    private Row Sale()
    {
        var row = new Row(Sales.Ledger);
        row[Sales.Channel] = Sales.Channel.Options[random.Next(Sales.Channel.Options.Count)];
        row[Sales.Date] = SomeDay();
        row[Sales.Amount] = Amount.Exactly(100 * (long)random.Next(1_000_000));
        return row;
    }

    private UnitRef VillageOf(int person) => villages[person % villages.Count];

    private PartialDate SomeDay() => new(2020 + random.Next(Months) / 12, 1 + random.Next(12), 1 + random.Next(28));

    private static string IdOf(int person) => string.Create(CultureInfo.InvariantCulture, $"6199{person:00000000000000}");
}
