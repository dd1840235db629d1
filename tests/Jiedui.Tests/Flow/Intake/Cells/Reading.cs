using Jiedui.Declaring;
using Jiedui.Flow.Intake.Cells;
using Jiedui.Flow.Intake.Workbooks;
using Jiedui.Measures;

namespace Jiedui.Tests.Flow.Intake.Cells;

/// <summary>Cells as the tests write them, read without ceremony.</summary>
internal static class Reading
{
    public static readonly CellReader Reader = new(Units, name => new UnitRef(900, name));

    public static CellReading Of(Column column, string text, string header = "") => Reader.Read(column, new RawCell(0, RawKind.Text, text), header, []);

    public static CellReading Of(Column column, double number, string header = "") => Reader.Read(column, Number(number), header, []);

    public static CellReading Serial(Column column, double serial) => Reader.Read(column, Number(serial) with { Kind = RawKind.DateSerial }, "", []);

    public static string Code(CellReading reading) => reading.Fault?.Code ?? "";

    private static RawCell Number(double number) =>
        new(0, RawKind.Number, number.ToString(System.Globalization.CultureInfo.InvariantCulture), number);

    private static UnitMatch Units(string text, IReadOnlyList<UnitRef> context) => text switch
    {
        "棣花镇" or "611022" => new UnitMatch(new UnitRef(7, "棣花镇"), []),
        "石沟村" when context.Count > 0 => new UnitMatch(new UnitRef(8, "石沟村"), []),
        "石沟村" => new UnitMatch(null, ["商镇石沟村", "竹林关镇石沟村"]),
        "棣花" => new UnitMatch(null, ["棣花镇"]),
        _ => new UnitMatch(null, []),
    };
}
