using Jiedui.Declaring;

namespace Jiedui.Flow.Intake.Sheets;

/// <summary>One column of a sheet, and which column of the ledger it is.</summary>
/// <param name="Index">Zero-based.</param>
/// <param name="Header">As written, parts of a merged header joined by /, e.g. 资金/其中：对口帮扶资金.</param>
/// <param name="Column">The ledger's column, or null where no ledger knows it.</param>
/// <param name="Unit">The unit that the header or the unit row gives its numbers, e.g. 万元 or 万元/亩; empty where none.</param>
public sealed record MappedColumn(int Index, string Header, Column? Column, string Unit)
{
    /// <summary>A serial number (序号), which says nothing and is not kept.</summary>
    public bool IsSerial { get; init; }

    /// <summary>Kept with the record under its header, because no column of the ledger takes it.</summary>
    public bool IsUnknown => Column is null && !IsSerial;
}
