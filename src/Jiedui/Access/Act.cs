namespace Jiedui.Access;

/// <summary>What can be done. Every page, route, command and export names the act that it is.</summary>
public enum Act
{
    SeeFigures,
    SeeRecords,
    SeeEvidence,

    /// <summary>Personal data in clear, on request; each showing is recorded.</summary>
    SeePersonal,

    /// <summary>Importing, correcting, adding evidence.</summary>
    Enter,

    /// <summary>Entering what everything else hangs on: partnerships, units, households.</summary>
    EnterRegistry,
    Withdraw,

    /// <summary>Confirming or disputing for one's own side.</summary>
    Confirm,

    /// <summary>Reviewing inside one's own side what was entered there.</summary>
    Review,
    Export,
    ExportClear,
    Report,
    Pack,
    Verify,
    ErasePerson,

    /// <summary>How a side reviews, and what counts as official.</summary>
    SetRules,
    ManageAccounts,
    ManageKeys,
    ManageSystem,
    Backup,
    SeeAudit,
}
