using Jiedui.Declaring;

namespace Jiedui.Flow.Persons;

/// <summary>A record that names the person who was looked for.</summary>
/// <param name="Ledger">Its ledger.</param>
/// <param name="Record">Its number there.</param>
/// <param name="Masked">Its personal columns, masked: enough for a person to see that it is the right one.</param>
/// <param name="Versions">How many versions of it hold personal data.</param>
/// <param name="Files">How many files of evidence stand behind it.</param>
public sealed record PersonRecord(LedgerType Ledger, long Record, string Masked, int Versions, int Files);
