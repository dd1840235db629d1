using System.Data.Common;
using System.Diagnostics;
using Dapper;
using Jiedui.Access;
using Jiedui.Access.Accounts;
using Jiedui.Access.Auditing;
using Jiedui.Sealing;
using Jiedui.Storage;
using Jiedui.Tests.Flow.Evidence;
using Jiedui.Tests.Kit;
using Jiedui.Work;

namespace Jiedui.Tests.Storage;

public class KeyRotationTests
{
    [Theory]
    [InlineData(Suite.Aes)]
    [InlineData(Suite.Sm)]
    public async Task A_new_key_seals_everything_while_others_go_on_working(Suite suite)
    {
        using var office = Installation.WithCaseUnits();
        office.Import(Case.Ledger("03 劳动力摸排名册.xlsx"));
        var names = Names(office);
        using var access = office.Database.ConnectAccess();
        var other = TestServer.Open(office.Database.Folder);

        var number = SealingKeys.Renew(access, office.Database.Vault, MasterKey.Find(mayCreate: false), suite);
        var importing = Task.Run(() => office.Import(Case.Ledger("04 消费帮扶台账.xlsx")));
        Assert.True(new Resealing(office.Database, Article.Catalogue.Ledgers).Run() > 0);
        Assert.True((await importing).IsDone);
        new Resealing(office.Database, Article.Catalogue.Ledgers).Run();

        Assert.Equal([number], new Resealing(office.Database, Article.Catalogue.Ledgers).ByKey().Keys);
        Assert.Equal(names, Names(office));
        Assert.Empty(office.Verify().Faults);
        // A process that was running before learns the new key when it meets it.
        using var connection = other.Connect();
        Assert.Equal(names.Count, new Jiedui.Flow.Ledgers.LedgerBook(connection, other.Vault).All(Article.Catalogue.Ledger("labour.workers")!, new Jiedui.Flow.Ledgers.Reach(office.Partnership)).Count());
    }

    /// <summary>Whatever anything sealed anywhere, in either database or beside them: a box begins with the number of its key.</summary>
    [Fact]
    public async Task After_the_rotation_no_box_names_the_old_key()
    {
        using var evidence = new EvidenceOffice();
        var office = evidence.Office;
        office.Import(Case.Ledger("03 劳动力摸排名册.xlsx"));
        evidence.Attach(1, "签到表.pdf", EvidenceFiles.Pdf());
        var accounts = new AccountBook(office.Database, new AuditLog(office.Database));
        var person = accounts.Named(TestAccounts.Add(office.Database, Role.Office).Name)!;
        person.Authenticator = AuthenticatorSecrets.Seal(office.Database.Vault, person.Id, "ABCDEFGH");
        Assert.True(accounts.Save(person));
        Assert.True(BoxesOf(office, key: 2).Count >= 4);

        Assert.Equal(0, (await CommandRun.Of(office, "key", "rotate")).Code);

        Assert.Empty(BoxesOf(office, key: 2));
        Assert.Equal(4, BoxesOf(office, key: 3).Count);
        var kept = accounts.Named(person.Name)!;
        Assert.Equal("ABCDEFGH", AuthenticatorSecrets.Open(office.Database.Vault, kept.Id, kept.Authenticator!));
        // Who had read the account before cannot bring the old box back.
        Assert.False(accounts.Save(person));
        Assert.Empty(evidence.Verify().Faults);
    }

    [Fact]
    public void After_the_master_key_was_changed_only_the_new_one_opens_the_data()
    {
        using var folder = new TempFolder();
        var (first, second) = (MasterKey.InFile(Path.Combine(folder.Path, "first"), mayCreate: true), MasterKey.InFile(Path.Combine(folder.Path, "second"), mayCreate: true));
        var database = TestServer.Open(Path.Combine(folder.Path, "data"), first);
        var box = database.Vault.Seal("张三"u8, "x"u8);
        using (var access = database.ConnectAccess())
            SealingKeys.Rewrap(access, first, second);

        Assert.Throws<KeyMissingException>(() => TestServer.Open(database.Folder, first));
        Assert.Equal("张三"u8.ToArray(), TestServer.Open(database.Folder, second).Vault.Open(box, "x"u8));
    }

    /// <summary>Else neither master key would open all keys.</summary>
    [Fact]
    public void No_key_is_made_under_a_master_key_that_was_changed_meanwhile()
    {
        using var folder = new TempFolder();
        var (first, second) = (MasterKey.InFile(Path.Combine(folder.Path, "first"), mayCreate: true), MasterKey.InFile(Path.Combine(folder.Path, "second"), mayCreate: true));
        var database = TestServer.Open(Path.Combine(folder.Path, "data"), first);
        using (var access = database.ConnectAccess())
        {
            SealingKeys.Rewrap(access, first, second);
            Assert.Throws<KeyMissingException>(() => SealingKeys.Renew(access, database.Vault, first, Suite.Aes));
            Assert.Equal(2, SealingKeys.Made(access)[^1].Number);
            Assert.Equal(3, SealingKeys.Renew(access, database.Vault, second, Suite.Aes));
        }
        TestServer.Open(database.Folder, second);
    }

    /// <summary>Both at once, again and again: one of the two comes first, and the other is done behind it or refused.</summary>
    [Fact]
    public async Task A_new_key_and_a_new_master_key_wait_for_one_another()
    {
        using var folder = new TempFolder();
        var masters = Enumerable.Range(0, 13).Select(at => MasterKey.InFile(Path.Combine(folder.Path, $"{at}"), mayCreate: true)).ToList();
        var database = TestServer.Open(Path.Combine(folder.Path, "data"), masters[0]);
        foreach (var (from, to) in masters.Zip(masters.Skip(1)))
        {
            using var start = new Barrier(2);
            var renewing = Task.Run(
                () =>
                {
                    using var other = database.ConnectAccess();
                    start.SignalAndWait(TestContext.Current.CancellationToken);
                    Xunit.Record.Exception(() => SealingKeys.Renew(other, database.Vault, from, Suite.Aes));
                },
                TestContext.Current.CancellationToken);
            using (var access = database.ConnectAccess())
            {
                start.SignalAndWait(TestContext.Current.CancellationToken);
                SealingKeys.Rewrap(access, from, to);
            }
            await renewing;
            TestServer.Open(database.Folder, to);
        }
    }

    [Fact]
    public void An_installation_of_the_national_algorithms_keeps_the_same_books()
    {
        using var folder = new TempFolder();
        var database = TestServer.Open(Path.Combine(folder.Path, "data"), suite: Suite.Sm);
        Assert.Equal(Suite.Sm, database.Vault.Suite);
        var report = new Jiedui.Flow.Importing.Importer(database, Article.Catalogue).Import(
            [.. new[] { "00 单位名录.xlsx", "03 劳动力摸排名册.xlsx" }.Select(file => Jiedui.Flow.Importing.ImportFile.At(Case.Ledger(file)))], new Jiedui.Flow.Importing.ImportOptions());
        Assert.True(report.IsDone);
        using var connection = database.Connect();
        Assert.Empty(Jiedui.Flow.Postings.Verifying.Verification.Run(connection, Article.Catalogue, database.Vault).Faults);
        // Without a word on it, an old installation keeps its own.
        Assert.Equal(Suite.Sm, TestServer.Open(database.Folder).Vault.Suite);
    }

    /// <summary>The places in which something is sealed with a key.</summary>
    private static List<string> BoxesOf(Installation office, byte key)
    {
        using var access = office.Database.ConnectAccess();
        var places = new List<string>();
        foreach (var connection in (DbConnection[])[office.Connection, access])
        {
            foreach (var table in TestServer.Tables(connection))
            {
                places.AddRange(TestServer.BinaryColumns(connection, table)
                    .Where(column => connection.ExecuteScalar<long>($"""SELECT count(*) FROM {table} WHERE substr("{column}", 1, 4) = @begins""", new { begins = new byte[] { 0, 0, 0, key } }) > 0)
                    .Select(column => $"{table}.{column}"));
            }
        }
        var files = Directory.EnumerateFiles(office.Database.Folder, "*", SearchOption.AllDirectories).Where(file => file.Contains("evidence", StringComparison.Ordinal));
        return [.. places, .. files.Where(file => File.ReadAllBytes(file).AsSpan().StartsWith((byte[])[0, 0, 0, key]))];
    }

    private static List<string> Names(Installation office) =>
        [.. office.Records("labour.workers").Select(record => (string)record.Row[record.Row.Ledger.Find("姓名")!]!)];
}
