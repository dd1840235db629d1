namespace Jiedui.Storage.Engines;

/// <summary>Numbers out of a stream of rows.</summary>
internal sealed class PostgresNumberRows(IEnumerable<long[]> rows) : NumberRows
{
    private readonly IEnumerator<long[]> rows = rows.GetEnumerator();

    public override long this[int at] => rows.Current[at];

    public override bool Next() => rows.MoveNext();

    public override void Dispose() => rows.Dispose();
}
