using Jiedui.Tests.Kit;
using Microsoft.Data.Sqlite;

namespace Jiedui.Tests.Storage;

/// <summary>A disk that is full in the midst of an import: nothing of the file stays, and when there is room again it goes in whole.</summary>
public sealed class FullDiskTests : IDisposable
{
    /// <summary>Pages more at each try: it fails in another place each time, and at last in none.</summary>
    private const int MoreRoom = 16;

    private readonly Installation office = Installation.WithCaseUnits();

    [Fact(Skip = "Needs the built-in engine.", SkipUnless = nameof(TestServer.IsBuiltIn), SkipType = typeof(TestServer))]
    public void Of_an_import_that_finds_no_room_nothing_stays()
    {
        var before = office.Contents();
        var tries = 0;
        for (; !GoesInto(tries * MoreRoom); tries++)
            Assert.Equal(before, office.Contents());
        Assert.InRange(tries, 10, int.MaxValue);
        Assert.Empty(office.Verify().Faults);
    }

    public void Dispose() => office.Dispose();

    /// <returns>Whether an import finds room in so many pages; it must say why where it does not.</returns>
    private bool GoesInto(int pages)
    {
        Limit(pages);
        try
        {
            return office.Import(Case.Ledger("03 劳动力摸排名册.xlsx")).IsDone;
        }
        catch (SqliteException fault) when (fault.SqliteErrorCode == FullDatabase.ErrorCode)
        {
            return false;
        }
        finally
        {
            Unlimit();
        }
    }

    /// <summary>The import takes the connection that was put back last.</summary>
    private void Limit(int pages)
    {
        using var connection = office.Database.Connect();
        _ = new FullDatabase(connection, pages);
    }

    private void Unlimit()
    {
        using var connection = (SqliteConnection)office.Database.Connect();
        SqliteConnection.ClearPool(connection);
    }
}
