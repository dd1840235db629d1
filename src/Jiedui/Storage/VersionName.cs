using System.Globalization;
using System.Text;

namespace Jiedui.Storage;

/// <summary>Which version of which record: what its sealed columns belong to, so that a box cannot be moved to another.</summary>
public readonly record struct VersionName(string Ledger, long Partnership, long Record, int Version)
{
    internal byte[] Bytes() => Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Ledger} {Partnership} {Record} {Version}"));
}
