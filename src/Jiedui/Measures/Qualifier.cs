namespace Jiedui.Measures;

/// <summary>How exactly a number was given. Kept as written; compared by interval, never by equality (domain §3.3).</summary>
public enum Qualifier
{
    /// <summary>700万元.</summary>
    Exact,

    /// <summary>20余万元, 三百多人: above the number, below the next step of its last digit.</summary>
    More,

    /// <summary>约、近、左右、上下: near the number.</summary>
    About,

    /// <summary>不低于、以上、至少、超: the number or more.</summary>
    AtLeast,

    /// <summary>不超过、以内、以下、至多: the number or less.</summary>
    AtMost,

    /// <summary>8-12: from the low to the high number, both included.</summary>
    Range,
}
