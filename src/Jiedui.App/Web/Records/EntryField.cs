using Jiedui.Declaring;

namespace Jiedui.App.Web.Records;

/// <summary>One column in the form of a record.</summary>
public sealed class EntryField(Column column)
{
    public Column Column => column;

    public string Name => "c:" + column.Name;

    public string Id => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"c{column.Index}");

    /// <summary>What stood in the field when the form was opened.</summary>
    public string Before { get; set; } = "";

    /// <summary>What stands in the field.</summary>
    public string Text { get; set; } = "";

    /// <summary>What a personal column holds, masked: it is never put into the field.</summary>
    public string Masked { get; set; } = "";

    /// <summary>What somebody else made of it meanwhile; empty where nobody did.</summary>
    public string Now { get; set; } = "";

    public IReadOnlyList<Finding> Findings { get; set; } = [];

    public bool IsTouched => Text != Before;

    public bool IsWrong => Findings.Any(finding => finding.Severity == Severity.Blocks);

    /// <summary>A long text, or one of several lines, which a single line would change.</summary>
    public bool IsLong => column.Kind == ColumnKind.Text && (Before.Length > 40 || Before.Contains('\n', StringComparison.Ordinal) || column.Name == "备注");
}
