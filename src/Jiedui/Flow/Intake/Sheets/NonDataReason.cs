namespace Jiedui.Flow.Intake.Sheets;

/// <summary>Why a row holds no record.</summary>
public enum NonDataReason
{
    Title,
    Unit,

    /// <summary>A row of the header, or the header repeated further down.</summary>
    Header,
    Subtotal,
    Total,
    Note,
    Signature,

    /// <summary>Ditto marks, dashes or a lone serial number, and nothing else.</summary>
    Blank,

    /// <summary>A row of a sheet that no ledger recognises: not read, and the sheet says why.</summary>
    Unread,
}
