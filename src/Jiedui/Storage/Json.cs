using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Jiedui.Storage;

/// <summary>JSON in which Chinese stays readable to whoever opens the database.</summary>
public static class Json
{
    public static JsonSerializerOptions Readable { get; } = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };
}
