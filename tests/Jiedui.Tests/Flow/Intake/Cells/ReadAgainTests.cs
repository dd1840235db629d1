using CsCheck;
using Jiedui.Declaring;
using Jiedui.Flow.Intake.Cells;
using Jiedui.Flow.Intake.Workbooks;
using Jiedui.Measures;
using Jiedui.Tests.EveryLedger;

namespace Jiedui.Tests.Flow.Intake.Cells;

/// <summary>A reader remembers what cells said lately. What it says of a cell is what a reader says that never read another.</summary>
public class ReadAgainTests
{
    private static readonly string[] Texts =
    [
        "", " ", "无", "-", "〃", "面议", "至今", "2020.5.8", "2020年5月", "20200508", "2020-05-08", "3000", "3,000", "3000元", "3-5", "3-5万元", "20余万", "不低于1800", "6%", "0.06",
        "男", "女", "转岗", "增收", "是", "否", "√", "电话", "前湾村", "前 湾 村", "张 三", "１２３", "西安某物业公司", "14012345678", "140 1234 5678", "11010519491231002X", "#N/A", "一、二、三",
    ];

    private static readonly Column[] Columns = [.. Ledgers.Of("labour.workers").Columns, .. Ledgers.Of("talent.study_tours").Columns, .. Ledgers.Of("labour.fairs").Columns];

    [Fact]
    public void A_cell_is_read_the_same_however_many_were_read_before_it()
    {
        var one = NewReader();
        Gen.Select(Gen.OneOfConst(Columns), Gen.OneOfConst(Texts), Gen.Enum<RawKind>(), Gen.Double[-1, 50_000], Gen.OneOfConst("", "元", "万元", "%")).Sample(
            (column, text, kind, number, header) =>
            {
                var cell = new RawCell(0, kind, text, kind is RawKind.Number or RawKind.DateSerial ? Math.Round(number) : 0);
                return Shown(one.Read(column, cell, header, [])) == Shown(NewReader().Read(column, cell, header, []));
            },
            iter: 20_000);
    }

    private static CellReader NewReader() => new((text, _) => new UnitMatch(new UnitRef(text.Length, text), []), name => new UnitRef(name.Length, name));

    private static string Shown(CellReading reading) => $"{CellText.Of(reading.Value)}|{reading.Fault}|{reading.Note}";
}
