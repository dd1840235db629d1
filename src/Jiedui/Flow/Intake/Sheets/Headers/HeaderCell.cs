namespace Jiedui.Flow.Intake.Sheets.Headers;

/// <summary>The header of one column of a sheet: its parts from the top row to the bottom one.</summary>
internal sealed class HeaderCell
{
    private static readonly HashSet<string> SerialNames = ["序号", "序", "编号", "行号", "行次", "NO", "No", "no", "No.", "NO.", "№", "#"];

    public HeaderCell(int index, IReadOnlyList<string> parts)
    {
        Index = index;
        Written = string.Join('/', parts.Select(part => string.Concat(part.Where(letter => !char.IsWhiteSpace(letter)))));
        var texts = parts.Select(HeaderText.Of).ToList();
        Unit = texts[^1].Unit;
        GroupUnit = texts.Take(texts.Count - 1).Select(text => text.Unit).LastOrDefault(unit => unit.Length > 0) ?? "";
        IsSerial = SerialNames.Contains(HeaderText.Folded(parts[^1])) || SerialNames.Contains(texts[^1].Key);
        Keys = [.. KeysOf([.. texts.Select(text => text.Key).Where(key => key.Length > 0)], HeaderText.Folded(parts[^1])).Distinct()];
        if (Unit.Length == 0 && Keys.Count > 0)
        {
            var (bare, unit) = UnitWords.SplitBare(texts[^1].Key);
            if (unit.Length > 0)
                (BareKey, BareUnit) = (bare, unit);
        }
    }

    public int Index { get; }

    /// <summary>As written, without line breaks and blanks, the parts joined by /.</summary>
    public string Written { get; }

    public string Unit { get; }

    /// <summary>The unit of the group above, which holds for those of its columns that it fits: 资金（万元） has nothing to say of 户数.</summary>
    public string GroupUnit { get; }

    /// <summary>Called 序号 or alike; a ledger may still know it as a column of its own (编号).</summary>
    public bool IsSerial { get; }

    /// <summary>By what it may be known, the surest first: with its groups, then alone, then without remarks in brackets.</summary>
    public IReadOnlyList<string> Keys { get; }

    /// <summary>金额 of 金额万元: tried last.</summary>
    public string BareKey { get; } = "";

    public string BareUnit { get; } = "";

    private static IEnumerable<string> KeysOf(string[] parts, string leaf)
    {
        for (var from = 0; from < parts.Length; from++)
            yield return string.Concat(parts[from..]);
        yield return leaf;
        if (parts.Length > 0 && HeaderText.WithoutBrackets(parts[^1]) is { Length: > 0 } plain)
            yield return plain;
    }
}
