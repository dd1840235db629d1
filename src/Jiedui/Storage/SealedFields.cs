using System.Buffers;
using System.Text.Json;
using Jiedui.Declaring;
using Jiedui.Measures;
using Jiedui.Sealing;

namespace Jiedui.Storage;

/// <summary>
/// What of a version is sealed, all in one box: its personal columns, what other texts hold of ID and telephone numbers, and the columns that no ledger knows.
/// </summary>
internal static class SealedFields
{
    /// <summary>The place of the unknown columns: no column is named so.</summary>
    private const string Extras = "";

    [ThreadStatic]
    private static (ArrayBufferWriter<byte> Plain, Utf8JsonWriter Json)? mine;

    /// <summary>The box, or null where there is nothing to seal.</summary>
    public static byte[]? Seal(Row row, BoxName name, Vault vault)
    {
        var (plain, json) = mine ??= Made();
        plain.Clear();
        json.Reset();
        json.WriteStartObject();
        var isEmpty = true;
        foreach (var column in row.Ledger.Columns)
        {
            var value = row[column];
            if (value is null || !column.IsPersonal && ReferenceEquals(StoredField.Shown(column, value), value))
                continue;
            isEmpty = false;
            Write(json, column, value);
        }
        if (row.Extras.Count > 0)
        {
            isEmpty = false;
            json.WritePropertyName(Extras);
            JsonSerializer.Serialize(json, row.Extras, Json.Readable);
        }
        json.WriteEndObject();
        json.Flush();
        Span<byte> about = stackalloc byte[name.Length];
        name.Write(about);
        var box = isEmpty ? null : vault.Seal(plain.WrittenSpan, about);
        // It held personal data.
        plain.Clear();
        return box;
    }

    public static void Open(byte[] box, Row row, BoxName name, Vault vault)
    {
        Span<byte> about = stackalloc byte[name.Length];
        name.Write(about);
        using var json = JsonDocument.Parse(vault.Open(box, about));
        foreach (var field in json.RootElement.EnumerateObject())
        {
            if (field.Name == Extras)
                row.Extras = field.Value.Deserialize<Dictionary<string, string>>()!;
            else if (row.Ledger.Find(field.Name) is { } column)
                row[column] = ValueOf(column, field.Value);
        }
    }

    /// <summary>The headers of the unknown columns alone, in their order; nothing else of the box is read.</summary>
    public static List<string> HeadersOfExtras(byte[] box, BoxName name, Vault vault)
    {
        Span<byte> about = stackalloc byte[name.Length];
        name.Write(about);
        var headers = new List<string>();
        var json = new Utf8JsonReader(vault.Open(box, about));
        while (json.Read())
        {
            if (json.TokenType != JsonTokenType.PropertyName)
                continue;
            if (json.CurrentDepth > 1)
                headers.Add(json.GetString()!);
            else if (!json.ValueTextEquals(Extras))
                json.Skip();
        }
        return headers;
    }

    private static (ArrayBufferWriter<byte> Plain, Utf8JsonWriter Json) Made()
    {
        var plain = new ArrayBufferWriter<byte>(256);
        return (plain, new Utf8JsonWriter(plain, new JsonWriterOptions { Encoder = Json.Readable.Encoder, SkipValidation = true }));
    }

    private static void Write(Utf8JsonWriter json, Column column, object value)
    {
        switch (value)
        {
            case string text:
                json.WriteString(column.Name, text);
                break;
            case Amount { Qualifier: Qualifier.Exact } amount:
                json.WriteNumber(column.Name, amount.Low!.Value);
                break;
            default:
                json.WriteString(column.Name, value is string[]? (string)StoredField.ToStored(value) : CellText.Of(value));
                break;
        }
    }

    private static object? ValueOf(Column column, JsonElement value) => value.ValueKind == JsonValueKind.Number
        ? Amount.Exactly(value.GetInt64())
        : StoredField.FromStored(column.Kind, value.GetString()!, StoredField.IsNumber(column.Kind) ? value.GetString() : null, _ => throw new NotSupportedException("A unit is never personal."));
}
