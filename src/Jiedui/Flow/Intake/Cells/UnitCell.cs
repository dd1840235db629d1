using Jiedui.Flow.Intake.Workbooks;
using Jiedui.Measures;

namespace Jiedui.Flow.Intake.Cells;

/// <summary>A registered unit, by name, code or path.</summary>
internal static class UnitCell
{
    private static readonly char[] Joints = ['、', '，', ',', ';', '；', '\n'];

    public static CellReading Read(UnitLookup units, RawCell cell, string text, IReadOnlyList<UnitRef> unitsSoFar)
    {
        var name = NameOf(cell, text);
        var match = units(name, unitsSoFar);
        if (match.Unit is { } unit)
            return new CellReading(unit);
        if (name.IndexOfAny(Joints) >= 0)
            return CellReading.Wrong("unit.several", "一个单元格里写了几个单位", "请每个单位各占一行");
        return Unmatched(name, match.Candidates ?? []);
    }

    /// <summary>A code such as 611022 may stand there as a number.</summary>
    private static string NameOf(RawCell cell, string text) =>
        cell.Kind == RawKind.Number && FloatingNumber.TryRead(cell.Number, out var code) ? FloatingNumber.Digits(code) : text;

    private static CellReading Unmatched(string name, IReadOnlyList<string> candidates)
    {
        if (candidates.Count(candidate => candidate.EndsWith(name, StringComparison.Ordinal)) > 1)
            return CellReading.Wrong("unit.ambiguous", "有几个单位都叫这个名称", $"请写明上级，例如：{string.Join('、', candidates)}");
        return candidates.Count == 0
            ? CellReading.Wrong("unit.unknown", "单位名录里没有这个单位", "请核对名称，或先在单位名录中登记")
            : CellReading.Wrong("unit.unknown", "单位名录里没有这个单位", $"请核对是否为：{string.Join('、', candidates)}；如果都不是，请先在单位名录中登记");
    }
}
