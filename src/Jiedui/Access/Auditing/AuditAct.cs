namespace Jiedui.Access.Auditing;

/// <summary>What the audit log tells of. Stored by name: never rename one.</summary>
public enum AuditAct
{
    SignIn,
    SignInFailed,
    SignOut,

    /// <summary>Personal data was shown in clear.</summary>
    PersonalSeen,
    Import,
    Correction,
    Withdrawal,
    Confirmation,
    Dispute,
    Review,
    Evidence,
    Partnership,
    Export,
    ExportClear,
    Report,
    Pack,
    Erasure,
    Setting,
    Account,
    Token,
    Session,
    Key,
    Backup,
    Restore,

    /// <summary>The chain's head, written down to be printed and kept elsewhere.</summary>
    Anchor,
}
