namespace Jiedui.Flow.Confirming;

/// <summary>What is said to a record.</summary>
public enum Verdict
{
    /// <summary>确认: it is so.</summary>
    Confirm,

    /// <summary>有异议: it is not so, with the reason.</summary>
    Dispute,

    /// <summary>审核通过: what one of our own entered or confirmed may stand.</summary>
    Review,

    /// <summary>退回: what one of our own entered may not stand, with the reason.</summary>
    Return,
}
