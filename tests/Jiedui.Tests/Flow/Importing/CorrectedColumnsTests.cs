using System.Text;
using System.Text.Json;
using Jiedui.Flow.Importing;
using Jiedui.Storage;
using Jiedui.Tests.Access;
using Jiedui.Tests.Kit;
using Jiedui.Work;

namespace Jiedui.Tests.Flow.Importing;

/// <summary>What a person says of a sender's columns: it lies over what is remembered, holds for one sheet of one file, and is remembered with the rest.</summary>
public sealed class CorrectedColumnsTests : IDisposable
{
    private const string Headers = "姓名,身份证号,户籍镇,打算,摸排方式,摸排日期,月工资";

    private readonly Installation office = Installation.WithCaseUnits();

    [Fact]
    public void A_correction_lies_over_what_is_remembered_and_both_are()
    {
        Import(Of(0, ("打算", "意愿"), ("月工资", "")));
        Assert.Equal([("意愿", null)], Read(Import(Of(0, ("月工资", "现月收入"), ("月工资", "")))));
        Assert.Equal([("意愿", "期望月薪")], Read(Import(Of(0, ("月工资", "期望月薪")))));
        Assert.Equal([("意愿", "期望月薪")], Read(Import(new ImportOptions { Sender = "甲" })));
    }

    [Fact]
    public void A_correction_is_for_one_file_though_others_have_a_sheet_of_its_name()
    {
        var report = Import(Of(1, ("打算", "意愿")) with { Sender = "" }, files: 2);
        Assert.Equal([(null, "现月收入"), ("意愿", "现月收入")], Read(report));
    }

    [Fact]
    public void A_job_that_an_earlier_version_told_is_read_as_it_was_meant()
    {
        var told = JsonSerializer.Deserialize<ImportOptions>("""{"Sender":"甲","Corrections":{"名册":{"打算":"意愿"}}}""", Json.Readable)!;
        Assert.Equal([("意愿", "现月收入"), ("意愿", "现月收入")], Read(Import(told, files: 2)));
        var further = told with { CorrectedSheets = [new(1, "名册", new Dictionary<string, string> { ["月工资"] = "" })] };
        Assert.Equal([("意愿", "现月收入"), ("意愿", null)], Read(Import(JsonSerializer.Deserialize<ImportOptions>(JsonSerializer.Serialize(further, Json.Readable), Json.Readable)!, files: 2)));
    }

    public void Dispose() => office.Dispose();

    private static ImportOptions Of(int file, params (string Header, string Column)[] said) =>
        new() { Sender = "甲", CorrectedSheets = [.. said.Select(one => new CorrectedSheet(file, "名册", new Dictionary<string, string> { [one.Header] = one.Column }))] };

    private ImportReport Import(ImportOptions options, int files = 1) => new Importer(office.Database, Article.Catalogue).Import(
        [.. Enumerable.Range(1, files).Select(number => new ImportFile("名册.csv", () => new MemoryStream(Encoding.UTF8.GetBytes($"{Headers}\r\n某某,{TwoCounties.Id($"6110231980010{number:0000}")},棣花镇,转岗,电话,2020-03-01,3000\r\n"))))],
        options);

    /// <summary>What is made of 打算 and 月工资 in each file.</summary>
    private static List<(string? Wish, string? Wage)> Read(ImportReport report) =>
        [.. report.Files.Select(file => file.Sheets.Single().Layout.Columns.ToDictionary(column => column.Header, column => column.Column?.Name)).Select(read => (read["打算"], read["月工资"]))];
}
