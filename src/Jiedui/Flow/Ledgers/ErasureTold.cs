namespace Jiedui.Flow.Ledgers;

/// <summary>What a deed tells of an erasure: which versions lost their personal data, and why.</summary>
public sealed record ErasureTold(string Reason, IReadOnlyList<ErasedVersion> Versions);

/// <param name="Seal">The seal over the version's postings, which can no longer be reckoned from it.</param>
public sealed record ErasedVersion(string Ledger, long Record, int Version, string Seal);
