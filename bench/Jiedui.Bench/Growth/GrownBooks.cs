using Dapper;
using Jiedui.Declaring;
using Jiedui.Flow.Importing;
using Jiedui.Flow.Ledgers;
using Jiedui.Flow.Postings;
using Jiedui.Measures;
using Jiedui.Sealing;
using Jiedui.Storage;
using Jiedui.Work;
using Jiedui.Work.Drivers.Consumption;
using Jiedui.Work.Drivers.Industry;
using Jiedui.Work.Drivers.Labour;

namespace Jiedui.Bench.Growth;

/// <summary>The case, and beside it as many postings as are asked for, written straight through the writer of postings: five years, 12 towns of 150 villages, and <see cref="Villagers"/>.</summary>
internal sealed class GrownBooks
{
    private const int Towns = 12;
    private const int Villages = 150;
    private const int PostingsOfPerson = 10;
    private const int GatheredAtOnce = 4_000_000;

    /// <summary>What both confirmed.</summary>
    private const int Confirmed = 3;

    private static readonly LedgerType[] Grown = [Workers.Ledger, Placements.Ledger, SiteJobs.Ledger, Sales.Ledger];

    private GrownBooks(string folder)
    {
        Database = Database.Open(folder, Article.Catalogue.Ledgers);
        using var connection = Database.Connect();
        Partnership = Partnerships.All(connection)[0];
        Town = UnitRegistry.Load(connection, Partnership.Id).Named("新镇1")[0].Ref;
        Postings = connection.ExecuteScalar<long>("SELECT count(*) FROM posting");
    }

    public Database Database { get; }

    public Partnership Partnership { get; }

    /// <summary>One of the towns.</summary>
    public UnitRef Town { get; }

    public long Postings { get; }

    /// <summary>Those that lie in a folder, or new ones in it.</summary>
    public static GrownBooks In(string folder, int postings)
    {
        if (!Database.IsIn(folder))
            Make(folder, postings);
        return new GrownBooks(folder);
    }

    private static void Make(string folder, int postings)
    {
        var database = Database.Open(folder, Article.Catalogue.Ledgers);
        new Importer(database, Article.Catalogue).Import([.. Directory.GetFiles(Path.GetDirectoryName(Repository.UnitList)!, "*.xlsx").Order().Select(ImportFile.At)], new ImportOptions());
        using var filling = new Filling(database, [.. Grown.Select(ledger => new LedgerTable(ledger).Name), "posting"]);
        var partnership = Partnerships.All(filling.Connection)[0];
        Write(filling, database.Vault.Prints, partnership.Id, new Villagers(postings / PostingsOfPerson, Registered(filling, partnership), database.Vault.Prints));
        filling.Finish();
    }

    /// <summary>The villages.</summary>
    private static List<UnitRef> Registered(Filling filling, Partnership partnership)
    {
        var units = UnitRegistry.Load(filling.Connection, partnership.Id, filling.Transaction);
        var county = units.Named(partnership.Receiver)[0].Id;
        var towns = Enumerable.Range(1, Towns).Select(town => Added($"新镇{town}", "乡镇", county)).ToList();
        return [.. towns.SelectMany(town => Enumerable.Range(1, Villages).Select(village => Added($"新村{town.Id}-{village}", "村社区", town.Id)))];

        UnitRef Added(string name, string kind, long parent)
        {
            var unit = units.Announce(name, kind, null, parent, Side.Receiver);
            units.Store(unit.Id, filling.Connection, filling.Transaction, 1);
            return unit.Ref;
        }
    }

    private static void Write(Filling filling, KeyedHash prints, long partnership, Villagers villagers)
    {
        using var writer = new PostingWriter(filling.Connection, filling.Transaction, Article.Catalogue, partnership, prints, GatheredAtOnce);
        var ledgers = Grown.ToDictionary(ledger => ledger, ledger => new GrownLedger(ledger, filling.Connection, writer));
        var record = 1_000_000L;
        foreach (var row in villagers.Rows())
        {
            record++;
            var state = record % 5 < 2 ? Confirmed : 0;
            var stored = new StoredRecord(partnership, record, 1, row, 1, (int)(record % 1_000_000), 1, null, DayNumber.Of(row.Ledger.DayOf(row)), writer.PartiesOf(row))
            {
                Key = (UInt128)record,
                Content = (UInt128)record,
                GiverState = state,
                ReceiverState = state,
            };
            ledgers[row.Ledger].Add(stored);
        }
        writer.Finish();
        foreach (var ledger in ledgers.Values)
        {
            ledger.Finish();
            ledger.Dispose();
        }
    }
}
