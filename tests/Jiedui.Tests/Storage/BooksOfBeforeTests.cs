using Jiedui.Tests.Kit;

namespace Jiedui.Tests.Storage;

/// <summary>Books that an earlier build wrote: what it kept otherwise is made of what it stored.</summary>
public class BooksOfBeforeTests
{
    [Fact]
    public void Records_are_known_by_their_keys_where_there_was_no_table_of_keys()
    {
        using var office = Installation.WithCaseUnits();
        var first = office.Import(Case.Ledger("04 消费帮扶台账.xlsx"));
        office.Execute(
            """
            DROP TABLE consumption_contracts_key;
            CREATE UNIQUE INDEX consumption_contracts_current ON consumption_contracts (partnership, key) WHERE superseded IS NULL;
            CREATE INDEX consumption_contracts_day ON consumption_contracts (partnership, day, record) WHERE superseded IS NULL;
            DELETE FROM declared
            """);
        office.Connection.Close();
        office.Database.Release();

        using var later = Installation.At(office.Database.Folder);
        Assert.Empty(later.Verify().Faults);
        var again = later.Import(Case.Ledger("04 消费帮扶台账.xlsx"));
        Assert.Equal(first.Files[0].Sheets.Sum(sheet => sheet.Accepted), again.Files[0].Sheets.Sum(sheet => sheet.Unchanged));
        Assert.Equal(0, again.Files[0].Sheets.Sum(sheet => sheet.Accepted));
    }
}
