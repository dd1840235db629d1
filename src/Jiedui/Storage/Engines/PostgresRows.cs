using System.Data.Common;

namespace Jiedui.Storage.Engines;

/// <summary>Values out of the provider's reader.</summary>
internal sealed class PostgresRows(DbCommand command) : ValueRows
{
    private readonly DbDataReader rows = command.ExecuteReader();

    public override long this[int at] => rows.IsDBNull(at) ? 0 : rows.GetInt64(at);

    public override bool IsEmpty(int at) => rows.IsDBNull(at);

    public override ReadOnlySpan<byte> Bytes(int at) => rows.IsDBNull(at) ? [] : rows.GetFieldValue<byte[]>(at);

    public override bool Next() => rows.Read();

    public override void Dispose()
    {
        rows.Dispose();
        command.Dispose();
    }
}
