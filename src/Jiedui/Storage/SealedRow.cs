namespace Jiedui.Storage;

/// <summary>What of a row nobody may read, as its version's table holds it.</summary>
/// <param name="Box">Its sealed columns; null where there are none.</param>
/// <param name="Prints">Of the columns by which a person is looked for, in the order of the columns; null where one is empty.</param>
public sealed record SealedRow(byte[]? Box, IReadOnlyList<UInt128?> Prints);
