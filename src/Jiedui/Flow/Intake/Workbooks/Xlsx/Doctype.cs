using System.Text;

namespace Jiedui.Flow.Intake.Workbooks.Xlsx;

/// <summary>The XML reader refuses a document type without saying so in a code; asked only after it refused.</summary>
internal static class Doctype
{
    public static bool StandsIn(XlsxPackage package, string part)
    {
        using var bytes = package.Find(part);
        if (bytes is null)
            return false;
        var head = new byte[8 << 10];
        var text = head.AsSpan(0, bytes.ReadAtLeast(head, head.Length, throwOnEndOfStream: false));
        return text.IndexOf("<!DOCTYPE"u8) >= 0 || text.IndexOf(Encoding.Unicode.GetBytes("<!DOCTYPE")) >= 0 || text.IndexOf(Encoding.BigEndianUnicode.GetBytes("<!DOCTYPE")) >= 0;
    }
}
