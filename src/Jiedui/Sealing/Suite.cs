namespace Jiedui.Sealing;

/// <summary>Which algorithms guard an installation.</summary>
public enum Suite
{
    /// <summary>AES-256-GCM (NIST SP 800-38D), SHA-256 and HMAC-SHA-256.</summary>
    Aes,

    /// <summary>国密: SM4-GCM (GB/T 32907, RFC 8998), SM3 (GB/T 32905) and HMAC-SM3.</summary>
    Sm,
}
