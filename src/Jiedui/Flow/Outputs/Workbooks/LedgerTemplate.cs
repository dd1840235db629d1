using Jiedui.Declaring;
using Jiedui.Flow.Outputs.Workbooks.Templates;
using Jiedui.Flow.Outputs.Workbooks.Writing;

namespace Jiedui.Flow.Outputs.Workbooks;

/// <summary>Empty workbooks to fill: a sheet for each ledger with its headers, formats, drop-down lists and help, and a sheet that explains every column.</summary>
public static class LedgerTemplate
{
    public static void Write(IReadOnlyList<LedgerType> ledgers, string path)
    {
        using var file = File.Create(path);
        Write(ledgers, file);
    }

    public static void Write(IReadOnlyList<LedgerType> ledgers, Stream stream)
    {
        using var book = new XlsxWriter(stream);
        var options = new OptionsSheet();
        foreach (var ledger in ledgers)
            WriteLedger(book, ledger, options);
        // Behind the ledgers: who opens the file stands before what is to be filled.
        GuideSheet.Write(book, ledgers);
        if (!options.IsEmpty)
            options.Write(book);
        book.Finish();
    }

    private static void WriteLedger(XlsxWriter book, LedgerType ledger, OptionsSheet options)
    {
        using var sheet = book.Begin(new WrittenSheet(ledger.Name)
        {
            Columns = [.. ledger.Columns.Select(ColumnForm.Of)],
            FrozenRows = 1,
            Rules = [.. ledger.Columns.Select(column => InputRules.Of(ledger, column, options))],
        });
        HeaderRow.Write(sheet, ledger);
    }
}
