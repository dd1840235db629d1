using System.Text;
using Jiedui.Tests.Kit;

namespace Jiedui.Tests.Hostile.Fuzzing;

/// <summary>What the fuzzer starts from: the case's files, and small oddities that an office's programs really write.</summary>
internal static class Corpus
{
    private static readonly object?[] Header = ["日期", "活动名称", "形式", "地点", "主办单位", "参加企业数", "进场人数"];

    /// <summary>Small enough that thousands of mutants are read in a minute; the roster of 11,000 people is not.</summary>
    private const int LargestFile = 100_000;

    public static IReadOnlyList<(string Name, byte[] Bytes)> All { get; } = [.. OfCase(), .. Odd()];

    private static IEnumerable<(string, byte[])> OfCase() =>
        Directory.EnumerateFiles(Path.Combine(Case.Folder, "ledgers")).Order(StringComparer.Ordinal).Where(file => new FileInfo(file).Length <= LargestFile)
            .Select(file => (Path.GetFileName(file), File.ReadAllBytes(file)));

    private static IEnumerable<(string, byte[])> Odd()
    {
        yield return Built("行内.xlsx", new Xlsx { SharesStrings = false }.Sheet("招聘活动", [Header, ["2020-03-01", "甲", "现场招聘会", "棣花镇", "人社局", 12, 20]]));
        yield return Built("合并.xlsx", new Xlsx { Is1904 = true }.Sheet(
            "招聘活动", [["丹凤县招聘活动台账"], Header, [new DateTime(2020, 3, 1), "甲", "现场招聘会", "棣花镇", "人社局", 12, "20余"], [null, "乙", "网络招聘", null, "〃", 3], ["合计", null, null, null, null, 15]],
            ["A1:G1", "A3:A4", "D3:D4"]));
        yield return Built("格.xlsx", new Xlsx().SheetRows(
            "招聘活动",
            "<row r=\"1\"><c r=\"A1\" t=\"str\"><f>1</f><v>日期</v></c><c r=\"B1\" t=\"inlineStr\"><is><r><t>活动</t></r><r><rPh sb=\"0\" eb=\"1\"><t>x</t></rPh><t>名称</t></r></is></c></row><row r=\"2\"><c r=\"A2\" t=\"e\"><v>#N/A</v></c><c r=\"B2\" t=\"b\"><v>1</v></c></row>"));
        yield return Built("隐.xlsx", new Xlsx().Sheet("甲", [Header], state: "hidden").Sheet("乙", [Header, [null], ["2020", "x"]], state: "veryHidden"));
        const string Csv = "日期,活动名称,形式,地点,主办单位,参加企业数\r\n2020-03-01,\"甲,\"\"乙\"\"\n丙\",现场招聘会,棣花镇,人社局,12\r\n2020-04-01,丁,网络招聘,,人社局,\r\n";
        yield return ("逗号.csv", Encoding.UTF8.GetBytes(Csv));
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        yield return ("国标.csv", Encoding.GetEncoding("GB18030").GetBytes(Csv.Replace(',', '\t')));
        yield return ("宽.csv", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Csv.Replace(',', ';'))]);
    }

    private static (string, byte[]) Built(string name, Xlsx workbook)
    {
        using var folder = new TempFolder();
        return (name, File.ReadAllBytes(workbook.Save(folder.Path, name)));
    }
}
