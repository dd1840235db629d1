using System.Globalization;
using System.Text.Json;

namespace Jiedui.App.Answers;

/// <summary>What a line of the audit log tells, for a person: the fields of its JSON under Chinese names. A plain sentence has no fields.</summary>
public static class AuditTold
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["accepted"] = "新增",
        ["corrected"] = "更正",
        ["withdrawn"] = "撤回",
        ["confirmed"] = "确认",
        ["disputed"] = "提出异议",
        ["reviewed"] = "审核",
        ["unchanged"] = "未变",
        ["rejected"] = "退回",
        ["records"] = "记录",
        ["rows"] = "行数",
        ["files"] = "文件",
        ["file"] = "文件",
        ["sheets"] = "工作表",
        ["sheet"] = "工作表",
        ["ledger"] = "台账",
        ["ledgers"] = "台账",
        ["record"] = "记录编号",
        ["version"] = "版本",
        ["reason"] = "事由",
        ["note"] = "说明",
        ["side"] = "哪一方",
        ["unit"] = "单位",
        ["units"] = "单位",
        ["grade"] = "佐证等级",
        ["name"] = "名称",
        ["sender"] = "报送单位",
        ["giver"] = "帮扶方",
        ["receiver"] = "受帮扶方",
        ["format"] = "格式",
        ["filter"] = "条件",
        ["columns"] = "列",
        ["role"] = "角色",
        ["account"] = "账号",
        ["setting"] = "设置",
        ["value"] = "取值",
        ["before"] = "原值",
        ["after"] = "新值",
        ["key"] = "密钥编号",
        ["bytes"] = "字节数",
        ["seal"] = "封印",
        ["seals"] = "封印",
        ["sha256"] = "SHA-256",
        ["hash"] = "校验值",
        ["postings"] = "入账笔数",
        ["batch"] = "批次",
        ["versions"] = "版本",
        ["from"] = "起始",
        ["review.Giver"] = "帮扶方审核",
        ["review.Receiver"] = "受帮扶方审核",
        ["official"] = "以哪些记录为准",
    };

    // What a rule of review was set to, as it is stored.
    private static readonly Dictionary<string, string> RuleValues = new()
    {
        ["None"] = "不审核",
        ["Unit"] = "单位负责人审核",
        ["Office"] = "帮扶办审核",
        ["Unit, Office"] = "先单位负责人、再帮扶办审核",
        ["entered"] = "入账即算",
        ["confirmed"] = "双方确认的才算",
    };

    // Counts that a sentence ends with, in this order; a count of nothing is not told.
    private static readonly string[] Counts = ["accepted", "corrected", "withdrawn", "confirmed", "disputed", "reviewed", "rejected", "unchanged"];

    /// <summary>Name and value of each field, in the order told; none where the line tells a sentence or nothing.</summary>
    public static IReadOnlyList<(string Name, string Value)> Fields(string told) =>
        Parse(told) is { } root ? [.. root.EnumerateObject().SelectMany(field => Flat(field.Name, field.Value))] : [];

    /// <summary>The sentence's end: "新增 120 行、更正 3 行"; of a plain text, itself.</summary>
    public static string Summary(string told)
    {
        if (Parse(told) is not { } root)
            return told.Trim();
        var counts = Counts.Select(name => (Name: Names[name], Count: CountIn(root, name))).Where(count => count.Count > 0)
            .Select(count => string.Create(CultureInfo.InvariantCulture, $"{count.Name} {count.Count} 行"));
        return string.Join('、', counts.Concat(TextIn(root, "reason") is { } reason ? ["事由“" + reason + "”"] : []));
    }

    /// <summary>A text of the line, such as the ledger or the file that it names.</summary>
    public static string? TextOf(string told, params IReadOnlyList<string> names) =>
        Parse(told) is { } root ? names.Select(name => TextIn(root, name)).FirstOrDefault(text => text is not null) : null;

    private static JsonElement? Parse(string told)
    {
        if (!told.StartsWith('{'))
            return null;
        try
        {
            return JsonDocument.Parse(told).RootElement;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // An import counts by sheet.
    private static long CountIn(JsonElement root, string name) =>
        (Find(root, name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt64(out var count) ? count : 0)
        + Parts(root).Sum(part => CountIn(part, name));

    private static string? TextIn(JsonElement root, string name) => Find(root, name) switch
    {
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
        { ValueKind: JsonValueKind.Array } list when list.GetArrayLength() > 0 && list.EnumerateArray().All(one => one.ValueKind is JsonValueKind.String) =>
            string.Join('、', list.EnumerateArray().Select(one => one.GetString())),
        // What the only sheet of a file says, the file says.
        null => Parts(root).ToList() is [var only] ? TextIn(only, name) : null,
        _ => null,
    };

    private static IEnumerable<JsonElement> Parts(JsonElement root) =>
        ((string[])["sheets", "versions"]).Select(name => Find(root, name)).OfType<JsonElement>()
            .Where(list => list.ValueKind is JsonValueKind.Array).SelectMany(list => list.EnumerateArray()).Where(part => part.ValueKind is JsonValueKind.Object);

    private static JsonElement? Find(JsonElement root, string name)
    {
        foreach (var field in root.EnumerateObject())
        {
            if (field.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                return field.Value;
        }
        return null;
    }

    private static IEnumerable<(string Name, string Value)> Flat(string name, JsonElement value)
    {
        var told = Names.GetValueOrDefault(name, name);
        return value.ValueKind switch
        {
            JsonValueKind.Object => value.EnumerateObject().SelectMany(field => Flat(field.Name, field.Value)).Select(field => ($"{told} · {field.Name}", field.Value)),
            JsonValueKind.Array when value.EnumerateArray().Any(one => one.ValueKind is JsonValueKind.Object or JsonValueKind.Array) =>
                value.EnumerateArray().Select((one, at) => (string.Create(CultureInfo.InvariantCulture, $"{told} {at + 1}"), OneLine(one))),
            JsonValueKind.Array => [(told, string.Join('、', value.EnumerateArray().Select(Text)))],
            _ => [(told, name.StartsWith("review.", StringComparison.Ordinal) || name == "official" ? RuleValues.GetValueOrDefault(Text(value), Text(value)) : Text(value))],
        };
    }

    // One of many, such as a sheet of a file, is one line; a count of nothing is not told in it, and of a seal only its beginning.
    private static string OneLine(JsonElement one) => one.ValueKind is not JsonValueKind.Object
        ? Text(one)
        : string.Join("，", one.EnumerateObject().SelectMany(field => Flat(field.Name, field.Value)).Where(field => field.Value is not ("0" or "—" or ""))
            .Select(field => $"{field.Name} {(field.Value.Length >= 32 && field.Value.All(char.IsAsciiHexDigit) ? field.Value[..12] + "…" : field.Value)}"));

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.True => "是",
        JsonValueKind.False => "否",
        JsonValueKind.Null => "—",
        _ => value.GetRawText(),
    };
}
