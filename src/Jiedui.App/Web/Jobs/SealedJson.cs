using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Jiedui.Sealing;
using Jiedui.Storage;

namespace Jiedui.App.Web.Jobs;

/// <summary>Values as they wait in the database for another process: pressed and sealed.</summary>
internal static class SealedJson
{
    private static readonly JsonSerializerOptions Form = new(Json.Readable) { IncludeFields = true };

    /// <param name="about">What it belongs to: it opens only there.</param>
    public static byte[] Seal<T>(Vault vault, string about, T value)
    {
        using var pressed = new MemoryStream();
        using (var press = new BrotliStream(pressed, CompressionLevel.Fastest))
            JsonSerializer.Serialize(press, value, Form);
        return vault.Seal(pressed.ToArray(), Encoding.UTF8.GetBytes(about));
    }

    public static T Open<T>(Vault vault, string about, byte[] box)
    {
        using var pressed = new BrotliStream(new MemoryStream(vault.Open(box, Encoding.UTF8.GetBytes(about))), CompressionMode.Decompress);
        return JsonSerializer.Deserialize<T>(pressed, Form)!;
    }
}
