using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Jiedui.Storage;

/// <summary>JSON in which Chinese stays readable to whoever opens the database.</summary>
public static class Json
{
    public static JsonSerializerOptions Readable { get; } = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>For a manifest, which may come from anybody: what is missing in it, or null where the type knows no null, is a <see cref="JsonException"/>.</summary>
    public static JsonSerializerOptions Manifest { get; } = new(Readable)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };
}
