using Jiedui.Declaring;

namespace Jiedui.Flow.Outputs.Reference;

/// <summary>All ledgers, by field.</summary>
internal static class LedgerIndex
{
    public static string Of(Catalogue catalogue)
    {
        var page = new Markdown("台账目录");
        page.Paragraph($"共 {catalogue.Ledgers.Count} 本台账。每本一页：记什么、有哪些列、认得哪些表头、查什么、计入哪些数字。");
        foreach (var field in catalogue.Fields)
        {
            page.Heading(Title(field));
            page.Table(["台账", "代码", "一行是", "怎样认出同一条"], field.Ledgers.Select(ledger => (string[])
                [$"[{ledger.Name}]({ledger.Code}.md)", $"`{ledger.Code}`", ledger.OneRow, Wording.Keys(ledger)]));
        }
        return page.ToString();
    }

    private static string Title(Field field) => Wording.Of(field.Group) is var group && group == field.Name ? group : $"{group} · {field.Name}";
}
