using CsCheck;
using Jiedui.Flow.Importing;
using Jiedui.Flow.Importing.Typing;
using Jiedui.Flow.Ledgers;
using Jiedui.Flow.Outputs.Workbooks;
using Jiedui.Flow.Outputs.Workbooks.Exports;
using Jiedui.Tests.EveryLedger;
using Jiedui.Tests.Kit;
using Jiedui.Work;

namespace Jiedui.Tests.Hostile;

/// <summary>What holds for the books whatever is entered, in whatever order.</summary>
public sealed class BooksPropertyTests
{
    private static readonly string[] Indicators = ["labour.job_fairs", "labour.fair_visitors", "labour.surveyed", "labour.surveys"];

    private static readonly Gen<string> Words = Gen.OneOfConst("春风行动", "=1+1", "a,\"b\"", "第一行\n第二行", "'引号", "  空 格 ", "@甲", "-12", "😀𠮷", "<b>&amp;</b>", "合计说明", "1e5", "_x000D_");

    private static readonly Gen<(int Name, int Visitors, int Kind, string Note)> Steps = Gen.Select(Gen.Int[0, 9], Gen.Int[0, 500], Gen.Int[0, 9], Words);

    private readonly PCG random = new(5, Nightly.Seed);

    [Fact]
    public void Rows_in_any_order_make_the_same_books()
    {
        for (var turn = 0; turn < Nightly.Of(3, 60); turn++)
        {
            var rows = Enumerable.Range(0, 40).Select(at => Steps.Generate(random, null, out _))
                .Select((step, at) => new object?[] { $"于{at}", Sample.IdNumber(step.Name), "棣花镇", "转岗", "电话", $"2020-0{1 + at % 9}-{1 + at % 28:00}", step.Note }).ToList();
            var first = Surveyed(rows);
            var second = Surveyed(rows.OrderBy(row => Gen.Int.Generate(random, null, out _)).ToList());
            Assert.Equal(first, second);
        }
    }

    [Fact]
    public void Entering_correcting_and_withdrawing_at_random_keeps_the_figures_right()
    {
        for (var turn = 0; turn < Nightly.Of(2, 40); turn++)
        {
            using var office = Installation.WithCaseUnits();
            var ledger = Ledgers.Of("labour.fairs");
            var expected = new Dictionary<string, int>();
            for (var step = 0; step < 25; step++)
            {
                var (number, visitors, kind, note) = Steps.Generate(random, null, out _);
                var name = $"招聘会{number}";
                var record = office.Records("labour.fairs").FirstOrDefault(one => (string?)one.Row[ledger.Find("活动名称")!] == name);
                if (kind < 4 || record is null)
                {
                    office.Import(new Xlsx().Sheet("招聘活动", [["日期", "活动名称", "形式", "主办单位", "进场人数", "备注"], ["2020-05-01", name, "现场招聘会", "人社局", visitors, note]]).Save(office.Folder, $"{step}.xlsx"));
                    expected[name] = visitors;
                }
                else if (kind < 8)
                {
                    new TypedEntries(office.Database, Article.Catalogue).Enter(new TypedEntry(ledger, office.Partnership, new Dictionary<string, string> { ["进场人数"] = $"{visitors}" })
                    {
                        Record = record.Id,
                        Version = record.Version,
                        Reason = "核对",
                    });
                    expected[name] = visitors;
                }
                else
                {
                    new Importer(office.Database, Article.Catalogue).Withdraw(ledger, new Reach(office.Partnership), record.Id, "误报", "甲");
                    expected.Remove(name);
                }
            }
            Assert.Equal(expected.Count, office.Figure("labour.job_fairs").Value);
            Assert.Equal(expected.Values.Sum(), office.Figure("labour.fair_visitors").Value ?? 0);
            Assert.Empty(office.Verify().Faults);
            AssertExportsChangeNothing(office);
        }
    }

    private static string Surveyed(IReadOnlyList<object?[]> rows)
    {
        using var office = Installation.WithCaseUnits();
        var report = office.Import(new Xlsx().Sheet("名册", [["姓名", "身份证号", "户籍镇", "意愿", "摸排方式", "摸排日期", "备注"], .. rows]).Save(office.Folder));
        Assert.Equal(rows.Count, report.Files[0].Sheets[0].Accepted);
        Assert.Empty(office.Verify().Faults);
        return office.FiguresOf(Indicators.Select(code => Article.Catalogue.Indicator(code)!));
    }

    private static void AssertExportsChangeNothing(Installation office)
    {
        var ledger = Ledgers.Of("labour.fairs");
        foreach (var format in (ExportFormat[])[ExportFormat.Xlsx, ExportFormat.Csv])
        {
            var path = Path.Combine(office.Folder, $"招聘活动导出.{(format == ExportFormat.Csv ? "csv" : "xlsx")}");
            var written = LedgerExport.Of(new LedgerBook(office.Connection, office.Database.Vault), ledger, new Reach(office.Partnership), isClear: true).Write(format, path);
            if (written == 0)
                continue;
            var sheet = office.Import(new ImportOptions { LedgerCode = ledger.Code }, path).Files.Single().Sheets.Single();
            Assert.True((written, 0, 0, 0) == (sheet.Unchanged, sheet.Accepted, sheet.Corrected, sheet.Rejected), string.Join('\n', sheet.Findings));
        }
    }
}
