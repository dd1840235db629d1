namespace Jiedui.Storage.Engines;

/// <summary>One step of a schema.</summary>
/// <param name="Tables">Definitions in the words of SQLite (INTEGER, TEXT, BLOB, WITHOUT ROWID), which <see cref="Dialect.Define(string)"/> turns into the engine's own.</param>
/// <param name="Guards">What the tables refuse.</param>
internal sealed record Migration(string Tables, IReadOnlyList<Guard> Guards)
{
    public string Sql(Dialect dialect) => dialect.Define(Tables) + '\n' + string.Join('\n', Guards.Select(dialect.Define));
}
