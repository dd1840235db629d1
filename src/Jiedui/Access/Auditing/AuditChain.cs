using System.Globalization;
using System.Text;
using Jiedui.Sealing;

namespace Jiedui.Access.Auditing;

/// <summary>How each line of the audit log is tied to all before it.</summary>
internal static class AuditChain
{
    /// <summary>The hash before the first line.</summary>
    public static byte[] Beginning { get; } = new byte[Digest.Bytes];

    /// <summary>The hash of a line: of the hash before it and every field of it, with a separator that no field holds.</summary>
    public static byte[] HashOf(Suite suite, byte[] before, in AuditRow row) =>
        Digest.Of(suite, Encoding.UTF8.GetBytes(string.Join(
            '\u001f', Convert.ToHexStringLower(before), Text(row.Id), row.At, row.Actor, row.Act, Text(row.Partnership), row.About, row.Told, row.Place, Text(row.Deed), row.Suite)));

    private static string Text(long? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}

/// <summary>A line as the table holds it.</summary>
internal readonly record struct AuditRow(
    long Id, string At, string Actor, string Act, long? Partnership, string About, string Told, string Place, long? Deed, string Suite);
