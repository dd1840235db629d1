using System.Globalization;
using System.Text;
using Jiedui.Access.Auditing;
using Jiedui.App.Answers;
using Jiedui.Declaring;
using Jiedui.Flow.Outputs.Workbooks.Exports;

namespace Jiedui.App.Web.Auditing;

/// <summary>Lines of the audit log as a table of text that Excel opens by double click.</summary>
internal static class AuditFile
{
    private static readonly string[] Headers = ["条号", "时间（北京时间）", "操作人", "操作", "帮扶关系", "对象", "内容", "来自", "经过", "校验值"];

    public static void Write(IEnumerable<AuditEntry> entries, IReadOnlyDictionary<long, string> partnerships, Catalogue catalogue, Stream stream)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), 64 << 10, leaveOpen: true);
        Line(Headers);
        foreach (var entry in entries)
        {
            Line(
            [
                entry.Number.ToString(CultureInfo.InvariantCulture), entry.At.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture), entry.Actor,
                AuditWords.Of(entry), entry.Partnership is { } id ? partnerships.GetValueOrDefault(id, id.ToString(CultureInfo.InvariantCulture)) : "", entry.About, entry.Told, entry.Place,
                AuditSentence.Of(entry, catalogue), entry.Hash,
            ]);
        }

        void Line(string[] fields) => writer.Write(string.Join(',', fields.Select(CsvField.OfText)) + "\r\n");
    }
}
