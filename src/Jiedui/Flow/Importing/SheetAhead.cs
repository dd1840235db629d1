using Jiedui.Flow.Intake.Workbooks;

namespace Jiedui.Flow.Importing;

/// <summary>A sheet whose rows are inflated and taken apart on a thread of their own, while others make sense of those before.</summary>
internal sealed class SheetAhead(Sheet sheet) : Sheet(sheet.Name)
{
    public override bool IsHidden => sheet.IsHidden;

    public override IReadOnlyList<CellRange> Merges => sheet.Merges;

    public override IEnumerable<RawRow> Rows() => ReadAhead.Of(sheet.Rows());
}
