using Jiedui.Declaring;
using Jiedui.Flow.Intake.Sheets.Headers;
using Jiedui.Flow.Intake.Workbooks;

namespace Jiedui.Flow.Intake.Sheets;

/// <summary>Understands sheets: finds their layout, then reads them row by row.</summary>
public sealed class SheetReader(Catalogue catalogue)
{
    private readonly HeaderIndex index = new(catalogue);

    /// <inheritdoc cref="LayoutFinder.Find"/>
    public Layout Find(Sheet sheet, LedgerType? forced = null, IReadOnlyDictionary<string, string>? remembered = null) =>
        new LayoutFinder(index).Find(sheet, forced, remembered);

    /// <summary>Starts to read a sheet by a layout; nothing is read before the items are asked for.</summary>
    public SheetReading Read(Sheet sheet, Layout layout, CellRead read) => new(sheet, layout, read, index);
}
