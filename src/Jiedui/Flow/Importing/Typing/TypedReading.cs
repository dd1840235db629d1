using Jiedui.Declaring;
using Jiedui.Flow.Intake.Cells;
using Jiedui.Flow.Intake.Sheets;
using Jiedui.Flow.Ledgers;
using Jiedui.Measures;

namespace Jiedui.Flow.Importing.Typing;

/// <summary>What a person typed, read: the record it makes and all that is wrong with it.</summary>
internal sealed class TypedReading
{
    private readonly ReadRow read;

    public TypedReading(TypedEntry entry, Row? before, UnitRegistry units)
    {
        var typed = new Dictionary<Column, string>();
        var findings = new List<Finding>();
        foreach (var (name, text) in entry.Cells)
        {
            if (entry.Ledger.Find(name) is { } column)
                typed[column] = text;
            else
                findings.Add(new Finding("", name, "column.unknown", Severity.Blocks, $"“{entry.Ledger.Name}”没有“{Mask.Of(null, name)}”这一列。", "请核对列名。", ""));
        }
        if (entry.Record is not null && entry.Reason.Trim().Length is 0 or > TypedEntries.LongestReason)
            findings.Add(new Finding("", "", "reason.required", Severity.Blocks, $"没有写明更正原因，或超过 {TypedEntries.LongestReason} 个字。", "请写明为什么更正。", ""));
        if (OtherWord(entry) is { } other && typed.ContainsKey(other))
            findings.Add(new Finding("", other.Name, "confirm.not-yours", Severity.Blocks, $"“{other.Name}”要由对方来填，不能代填。", "请让对方在自己的账号里确认。", ""));
        read = TypedRecord.Read(entry.Ledger, typed, before, new CellReader(new UnitFinder(units).Find, units.FindOrPropose).Read);
        Findings = [.. findings, .. read.Findings];
        IsGood = read.IsGood && findings.Count == 0;
    }

    /// <summary>Where the other side gives its word.</summary>
    private static Column? OtherWord(TypedEntry entry) => entry.Side is { } side ? entry.Ledger.Find(side == Side.Giver ? "受帮扶方确认" : "帮扶方确认") : null;

    public Row Row => read.Row;

    public IReadOnlyList<Finding> Findings { get; }

    public bool IsGood { get; }

    /// <summary>The columns that say something else than before.</summary>
    public IReadOnlyList<Column> ChangedFrom(Row? before) =>
        [.. Row.Ledger.Columns.Where(column => CellText.Of(Row[column]) != CellText.Of(before?[column]))];
}
