using Jiedui.Declaring;

namespace Jiedui.Flow.Intake.Sheets;

/// <summary>What one non-empty row of a sheet turned out to be: a record read, or a row that holds none. Every row is one of the two.</summary>
/// <param name="Number">The row's number, one-based.</param>
public abstract record SheetItem(int Number);

/// <summary>One row read: its cells, or why not. Findings that block make <see cref="IsGood"/> false.</summary>
public sealed record ReadRow(int Number, Row Row, IReadOnlyList<Finding> Findings) : SheetItem(Number)
{
    public bool IsGood
    {
        get
        {
            foreach (var finding in Findings)
            {
                if (finding.Severity == Severity.Blocks)
                    return false;
            }
            return true;
        }
    }
}

/// <summary>A row that holds no record, with the reason.</summary>
/// <param name="Text">What it says, cut short.</param>
public sealed record NonData(int Number, NonDataReason Reason, string Text) : SheetItem(Number);
