namespace Jiedui.Storage.Engines;

/// <summary>A change that the database itself refuses: what was told stays as it was told, whoever writes.</summary>
/// <param name="Name">The trigger's name.</param>
/// <param name="Change">DELETE, UPDATE, or UPDATE OF some columns.</param>
/// <param name="Table">The table.</param>
/// <param name="Message">What the refusal says.</param>
/// <param name="When">Only where this holds of the OLD row; null for always.</param>
internal sealed record Guard(string Name, string Change, string Table, string Message, string? When = null)
{
    /// <summary>Rows may be added and nothing else.</summary>
    public static IEnumerable<Guard> AppendOnly(string table, string message) =>
        [new Guard(table + "_no_update", "UPDATE", table, message), Kept(table, message)];

    /// <summary>No row may be removed.</summary>
    public static Guard Kept(string table, string message) => new(table + "_no_delete", "DELETE", table, message);
}
