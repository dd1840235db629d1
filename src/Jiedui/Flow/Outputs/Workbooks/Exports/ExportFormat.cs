namespace Jiedui.Flow.Outputs.Workbooks.Exports;

/// <summary>What a ledger is exported as.</summary>
public enum ExportFormat
{
    Xlsx,

    /// <summary>UTF-8 with its mark, so that Excel reads it right; RFC 4180.</summary>
    Csv,

    /// <summary>An array of objects by column name.</summary>
    Json,
}
