using System.Globalization;
using System.Text;
using Jiedui.Sealing;

namespace Jiedui.Flow.Evidence;

/// <summary>A file's name as the database holds it: sealed, together with what it is tied to, so that neither can be changed unseen.</summary>
internal static class SealedName
{
    public static byte[] Of(Vault vault, long partnership, string sha256, RecordRef to, string? piece, string name) =>
        vault.Seal(Encoding.UTF8.GetBytes(name), About(partnership, sha256, to, piece));

    /// <exception cref="SealBrokenException">It was changed in the database.</exception>
    public static string Open(Vault vault, long partnership, string sha256, RecordRef to, string? piece, byte[] box) =>
        Encoding.UTF8.GetString(vault.Open(box, About(partnership, sha256, to, piece)));

    private static byte[] About(long partnership, string sha256, RecordRef to, string? piece) =>
        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"evidence_link {partnership} {to.Ledger} {to.Record} {sha256} {piece}"));
}
