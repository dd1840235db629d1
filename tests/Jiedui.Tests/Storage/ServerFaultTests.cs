using Jiedui.Storage;
using Jiedui.Tests.Kit;
using Jiedui.Work;

namespace Jiedui.Tests.Storage;

/// <summary>A server that cannot be used is told in words that help, and the password is never said back.</summary>
public sealed class ServerFaultTests : IDisposable
{
    private const string Password = "Xq7-geheim";

    private readonly TempFolder folder = new();

    [Theory]
    [InlineData("Host=127.0.0.1;Port=1;Database=jiedui;Username=jiedui;Password=" + Password, "连不上", "127.0.0.1:1")]
    [InlineData("Host=127.0.0.1;Databse=jiedui;Password=" + Password, "写得不对", "Host=")]
    [InlineData("postgres " + Password, "写得不对", "Host=")]
    [InlineData("Host=127.0.0.1;Username=jiedui;Password=" + Password, "写得不对", "Database=")]
    public void What_is_wrong_is_said_and_what_to_do(string connection, string what, string todo)
    {
        var message = Refused(connection);
        Assert.Contains(what, message, StringComparison.Ordinal);
        Assert.Contains(todo, message, StringComparison.Ordinal);
        Assert.DoesNotContain(Password, message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(folder.Path, "data")), "nothing was made");
    }

    [Fact(Skip = "Needs a server.", SkipUnless = nameof(TestServer.IsServer), SkipType = typeof(TestServer))]
    public void A_missing_database_is_told_with_the_statement_that_makes_it()
    {
        var present = TestServer.Of(Path.Combine(folder.Path, "other"))!;
        var missing = new Npgsql.NpgsqlConnectionStringBuilder(present) { Database = "nowhere", Password = Password }.ConnectionString;
        Assert.Contains("CREATE DATABASE \"nowhere\"", Refused(missing), StringComparison.Ordinal);
    }

    [Fact(Skip = "Needs a server.", SkipUnless = nameof(TestServer.IsServer), SkipType = typeof(TestServer))]
    public void A_user_who_may_make_nothing_is_told_so()
    {
        var present = TestServer.Of(Path.Combine(folder.Path, "other"))!;
        TestServer.Run(present, "DROP SCHEMA books, access CASCADE; DROP ROLE IF EXISTS jiedui_guest; CREATE ROLE jiedui_guest LOGIN");
        Assert.Contains("权限", Refused(new Npgsql.NpgsqlConnectionStringBuilder(present) { Username = "jiedui_guest" }.ConnectionString), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_command_line_leaves_with_1()
    {
        using var office = new Installation();
        var run = await CommandRun.Of(office, "figures", "--db", "Host=127.0.0.1;Port=1;Database=jiedui;Username=jiedui;Password=" + Password);
        Assert.Equal(1, run.Code);
        Assert.Contains("连不上", run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain(Password, run.Output + run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Errors, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();

    private string Refused(string connection) =>
        Assert.Throws<DatabaseUnavailableException>(() => Database.Open(Path.Combine(folder.Path, "data"), Article.Catalogue.Ledgers, server: connection)).Message;
}
