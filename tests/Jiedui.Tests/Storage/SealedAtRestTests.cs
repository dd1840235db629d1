using System.Text;
using System.Text.RegularExpressions;
using Jiedui.Declaring;
using Jiedui.Flow.Ledgers;
using Jiedui.Flow.Outputs.Workbooks;
using Jiedui.Flow.Outputs.Workbooks.Exports;
using Jiedui.Flow.Persons;
using Jiedui.Storage;
using Jiedui.Tests.Kit;
using Jiedui.Work;

namespace Jiedui.Tests.Storage;

/// <summary>Nobody who only has the files of the data folder reads whom the ledgers name.</summary>
[Collection(ImportedCaseCollection.Name)]
public sealed partial class SealedAtRestTests(ImportedCase imported)
{
    [Fact]
    public void No_file_of_the_data_folder_holds_an_ID_number_a_telephone_number_or_a_name_of_the_case()
    {
        var office = imported.Office;
        var people = Article.Catalogue.Ledgers.SelectMany(ledger => office.Records(ledger.Code)).SelectMany(record => record.Row.Ledger.Columns
            .Where(column => column.IsPersonal && column.Kind is ColumnKind.IdNumber or ColumnKind.Phone).Select(column => record.Row[column]).OfType<string>()).ToHashSet();
        Assert.True(people.Count > 10_000);
        var names = office.Records("labour.workers").Select(record => record.Row[record.Row.Ledger.Find("姓名")!]).OfType<string>().Distinct().Take(200).ToList();
        Assert.NotEmpty(names);

        foreach (var (_, bytes) in TestServer.Stored(office.Database))
        {
            var numbers = Numbers().Matches(Encoding.Latin1.GetString(bytes)).Select(match => match.Value);
            Assert.DoesNotContain(numbers, people.Contains);
            // A name of two letters may stand by chance in a village's; one of three that a sealed column holds stands nowhere.
            Assert.DoesNotContain(names.Where(name => name.Length == 3), name => bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(name)) >= 0);
        }
    }

    [Fact]
    public void A_person_is_found_by_the_whole_ID_number_and_by_nothing_less()
    {
        using var office = imported.Copy();
        var ledger = Article.Catalogue.Ledger("labour.workers")!;
        var book = new LedgerBook(office.Connection, office.Database.Vault);
        var someone = book.Find(ledger, new RecordQuery(new Reach(office.Partnership)) { Limit = 1 }).Records[0];
        var number = (string)someone.Row[ledger.Columns.First(column => column.Kind == ColumnKind.IdNumber)]!;

        long Found(string text, bool finds) => book.Find(ledger, new RecordQuery(new Reach(office.Partnership)) { Search = text, FindsPersonal = finds }).Total;

        Assert.True(Found(number, finds: true) >= 1);
        Assert.Equal(0, Found(number, finds: false));
        Assert.Equal(0, Found(number[..17], finds: true));
        Assert.Contains(new Persons(office.Database, Article.Catalogue).Find(office.Partnership, number), one => one.Ledger == ledger && one.Record == someone.Id);
    }

    [Fact]
    public void A_telephone_number_in_a_remark_is_masked_in_the_database_and_in_exports_and_kept_for_who_may_see_it()
    {
        using var office = Installation.WithCaseUnits();
        var ledger = Article.Catalogue.Ledger("consumption.contracts")!;
        var sheet = new EveryLedger.FilledSheet(ledger, 1).Change(0, ledger.Find("备注")!, "联系张三 13891234567，身份证11010519491231002X").Save(office.Folder);
        Assert.Equal(1, office.Import(sheet).Files[0].Sheets[0].Accepted);

        Assert.All(TestServer.Stored(office.Database), part => Assert.DoesNotContain("13891234567", Encoding.Latin1.GetString(part.Content), StringComparison.Ordinal));
        Assert.Contains("13891234567", Exported(isClear: true), StringComparison.Ordinal);
        Assert.DoesNotContain("13891234567", Exported(isClear: false), StringComparison.Ordinal);
        Assert.Contains("138****4567", Exported(isClear: false), StringComparison.Ordinal);
        Assert.Empty(office.Verify().Faults);

        string Exported(bool isClear)
        {
            var stream = new MemoryStream();
            LedgerExport.Of(new LedgerBook(office.Connection, office.Database.Vault), ledger, new Reach(office.Partnership), isClear).Write(ExportFormat.Csv, stream);
            return Encoding.UTF8.GetString(stream.ToArray());
        }
    }

    [Fact]
    public void An_erased_person_leaves_the_counts_and_the_audit_and_nothing_else()
    {
        using var office = imported.Copy();
        var figures = office.FiguresOf(Article.Catalogue.Indicators);
        var persons = new Persons(office.Database, Article.Catalogue);
        var ledger = Article.Catalogue.Ledger("labour.workers")!;
        var number = (string)office.Records("labour.workers")[0].Row[ledger.Columns.First(column => column.Kind == ColumnKind.IdNumber)]!;
        var found = persons.Find(office.Partnership, number);
        Assert.NotEmpty(found);

        Assert.True(persons.Erase(office.Partnership, found.Select(one => (one.Ledger, one.Record)), "本人要求", "李四") >= found.Count);

        Assert.Empty(persons.Find(office.Partnership, number));
        var book = new LedgerBook(office.Connection, office.Database.Vault);
        foreach (var one in found)
        {
            var record = book.Versions(one.Ledger, new Reach(office.Partnership), one.Record)[0];
            Assert.True(record.IsErased);
            Assert.All(one.Ledger.Columns.Where(column => column.IsPersonal), column => Assert.Null(record.Row[column]));
        }
        Assert.Equal(figures, office.FiguresOf(Article.Catalogue.Indicators));
        Assert.Empty(office.Verify().Faults);
        // The same files bring the person back only if somebody changed what they say of them.
        office.Import([.. ImportedCase.Files]);
        Assert.Empty(persons.Find(office.Partnership, number));
        Assert.Equal(0, persons.Erase(office.Partnership, found.Select(one => (one.Ledger, one.Record)), "再来一次", "李四"));
    }

    [GeneratedRegex("(?<![0-9])(?:[0-9]{17}[0-9Xx]|1[0-9]{10})(?![0-9])")]
    private static partial Regex Numbers();
}
