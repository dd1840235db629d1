namespace Jiedui.Flow.Outputs.Workbooks.Writing;

/// <summary>What a written sheet is besides its rows.</summary>
internal sealed record WrittenSheet(string Name)
{
    /// <summary>The columns' widths in characters, and how their empty cells look.</summary>
    public IReadOnlyList<(double Width, CellLook Look)> Columns { get; init; } = [];

    /// <summary>How many rows at the top stay in sight.</summary>
    public int FrozenRows { get; init; }

    public bool IsHidden { get; init; }

    public IReadOnlyList<InputRule> Rules { get; init; } = [];

    /// <summary>Merged ranges, e.g. A1:F1.</summary>
    public IReadOnlyList<string> Merges { get; init; } = [];

    /// <summary>Whether it prints across, one page wide.</summary>
    public bool IsWide { get; init; } = true;
}

/// <summary>What Excel says when a cell of the range is entered, and which words it offers.</summary>
/// <param name="Range">E.g. B2:B1048576.</param>
/// <param name="List">The formula of a drop-down list, or null.</param>
/// <param name="IsStrict">Whether Excel refuses other words.</param>
internal sealed record InputRule(string Range, string? List, bool IsStrict, string Title, string Prompt);
