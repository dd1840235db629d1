using System.Globalization;
using CsCheck;
using Dapper;
using Jiedui.Access;
using Jiedui.Access.Auditing;
using Jiedui.Flow.Ledgers;
using Jiedui.Sealing;
using Jiedui.Storage;
using Jiedui.Tests.Kit;
using Jiedui.Work;

namespace Jiedui.Tests.Access;

/// <summary>Whatever is done to the log behind the program's back is found, and the line is named.</summary>
public sealed class AuditChainTests : IDisposable
{
    private const int Lines = 9;

    private readonly TempFolder folder = new();

    public static TheoryData<Suite> Suites => [Suite.Aes, Suite.Sm];

    public void Dispose() => folder.Dispose();

    [Theory]
    [MemberData(nameof(Suites))]
    public void A_log_that_nobody_touched_is_sound(Suite suite)
    {
        var log = Filled(suite);
        Assert.Equal(Lines, log.Check().Checked);
        Assert.Empty(log.Check().Faults);
        Assert.Empty(log.Check((5, log.Line(5)!.Hash)).Faults);
    }

    [Theory(Skip = "A server's columns take no letters for numbers and no broken text; in a file any byte can be changed.", SkipUnless = nameof(TestServer.IsBuiltIn), SkipType = typeof(TestServer))]
    [MemberData(nameof(Suites))]
    public void One_changed_byte_in_any_column_is_found_and_its_line_named(Suite suite)
    {
        var log = Filled(suite);
        using var access = Opened(suite);
        string[] columns = ["at", "actor", "act", "partnership", "about", "told", "place", "deed", "suite", "hash", "mark"];
        foreach (var column in columns)
        {
            Gen.Select(Gen.Int[1, Lines], Gen.Int[0, 1000], Gen.Byte[1, 255]).Sample((line, place, flip) =>
            {
                var stored = access.ExecuteScalar($"SELECT \"{column}\" FROM audit WHERE id = @line", new { line });
                var (isText, bytes) = stored switch
                {
                    byte[] blob => (false, blob.ToArray()),
                    string text => (true, System.Text.Encoding.UTF8.GetBytes(text)),
                    long number => (true, System.Text.Encoding.UTF8.GetBytes(number.ToString(CultureInfo.InvariantCulture))),
                    _ => (true, "7"u8.ToArray()),
                };
                if (bytes.Length == 0)
                    bytes = [(byte)'x'];
                else if (stored is not null)
                    bytes[place % bytes.Length] ^= flip;
                // A deed stands in the log once: the database itself refuses a second.
                if (column == "deed" && access.ExecuteScalar<long>("SELECT count(*) FROM audit WHERE CAST(deed AS TEXT) = CAST(@bytes AS TEXT)", new { bytes }) > 0)
                    return true;
                access.Execute($"UPDATE audit SET \"{column}\" = {(isText ? "CAST(@bytes AS TEXT)" : "@bytes")} WHERE id = @line", new { bytes, line });
                var faults = log.Check().Faults;
                // Whoever reads it still can.
                _ = log.Find(new AuditQuery()).Entries.Count;
                access.Execute($"UPDATE audit SET \"{column}\" = @stored WHERE id = @line", new { stored, line });
                return faults.Any(fault => fault.Contains($"第 {line} 条", StringComparison.Ordinal));
            }, iter: 40, threads: 1);
        }
        Assert.Empty(log.Check().Faults);
    }

    [Theory]
    [InlineData(Suite.Aes, 1, "第 1 条至第 1 条缺失")]
    [InlineData(Suite.Aes, 4, "第 4 条至第 4 条缺失")]
    [InlineData(Suite.Sm, 8, "第 8 条至第 8 条缺失")]
    public void A_removed_line_is_named(Suite suite, int line, string told)
    {
        var log = Filled(suite);
        using var access = Opened(suite);
        access.Execute("DELETE FROM audit WHERE id = @line", new { line });
        Assert.Contains(log.Check().Faults, fault => fault.Contains(told, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Suites))]
    public void A_removed_line_is_found_where_the_rest_moved_up(Suite suite)
    {
        var log = Filled(suite);
        using var access = Opened(suite);
        access.Execute("DELETE FROM audit WHERE id = 4");
        for (var line = 5; line <= Lines; line++)
            access.Execute("UPDATE audit SET id = @line - 1 WHERE id = @line", new { line });
        Assert.Contains(log.Check().Faults, fault => fault.Contains("第 4 条被改动过", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Suites))]
    public void A_swapped_pair_is_named(Suite suite)
    {
        var log = Filled(suite);
        using var access = Opened(suite);
        access.Execute("UPDATE audit SET id = 1000 WHERE id = 3; UPDATE audit SET id = 3 WHERE id = 4; UPDATE audit SET id = 4 WHERE id = 1000");
        var faults = log.Check().Faults;
        Assert.Contains(faults, fault => fault.Contains("第 3 条", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.Contains("第 4 条", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Suites))]
    public void A_removed_tail_is_found_by_a_printed_anchor(Suite suite)
    {
        var log = Filled(suite);
        var anchor = log.Anchor(Actor.Owner("王五"));
        using var access = Opened(suite);
        access.Execute("DELETE FROM audit WHERE id > 6");
        Assert.Contains(log.Check((anchor.Number, anchor.Hash)).Faults, fault => fault.Contains($"第 {anchor.Number} 条", StringComparison.Ordinal) && fault.Contains("尾部被删", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Suites))]
    public void A_chain_reckoned_anew_is_found_by_a_printed_anchor_and_by_its_marks(Suite suite)
    {
        var log = Filled(suite);
        var anchor = log.Anchor(Actor.Owner("王五"));
        Forge(suite, from: 2);
        var faults = log.Check((anchor.Number, anchor.Hash)).Faults;
        Assert.Contains(faults, fault => fault.Contains("第 2 条不是本系统写入的", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.Contains($"第 {anchor.Number} 条与打印留存的校验值不符", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Suites))]
    public void A_line_appended_without_the_key_is_named(Suite suite)
    {
        var log = Filled(suite);
        using (var access = Opened(suite))
        {
            access.Execute(
                "INSERT INTO audit (id, at, actor, act, partnership, about, told, place, deed, suite, hash, mark) SELECT id + 1, at, '李四', 'Export', partnership, about, told, place, NULL, suite, hash, mark FROM audit ORDER BY id DESC LIMIT 1");
        }
        Forge(suite, from: Lines + 1);
        var fault = Assert.Single(log.Check().Faults);
        Assert.Contains($"第 {Lines + 1} 条不是本系统写入的", fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UPDATE deed SET told = '{\"accepted\":1}' WHERE id = 1", "第 1 号")]
    [InlineData("UPDATE deed SET actor = '李四' WHERE id = 2", "第 2 号")]
    [InlineData("UPDATE deed SET at = '2020-01-01T00:00:00.0000000Z' WHERE id = 2", "第 2 号")]
    [InlineData("DELETE FROM deed WHERE id = 1", "第 1 号")]
    [InlineData("INSERT INTO deed (id, batch, partnership, at, kind, actor, told) SELECT 0, batch, partnership, at, kind, actor, told FROM deed WHERE id = 1", "第 0 号")]
    public void A_changed_deed_of_the_books_is_named(string tampering, string named)
    {
        var log = Filled(Suite.Aes);
        using var books = Open(Suite.Aes).Connect();
        books.Execute(TestServer.Sql("DROP TRIGGER deed_no_update; DROP TRIGGER deed_no_delete"));
        books.Execute(tampering);
        Assert.Contains(log.Check().Faults, fault => fault.Contains(named, StringComparison.Ordinal));
    }

    [Fact]
    public void The_database_itself_refuses_to_change_the_log()
    {
        Filled(Suite.Aes);
        using var access = Open(Suite.Aes).ConnectAccess();
        Assert.ThrowsAny<System.Data.Common.DbException>(() => access.Execute("UPDATE audit SET actor = 'x'"));
        Assert.ThrowsAny<System.Data.Common.DbException>(() => access.Execute("DELETE FROM audit"));
    }

    [Fact]
    public void Many_that_write_at_once_make_one_chain()
    {
        var log = Filled(Suite.Aes);
        Parallel.For(0, 64, new ParallelOptions { MaxDegreeOfParallelism = 8 }, n => log.Note(Actor.Owner($"clerk {n}"), AuditAct.SignIn, ""));
        Assert.Equal(Lines + 64, log.Check().Checked);
        Assert.Empty(log.Check().Faults);
    }

    [Fact]
    public void It_is_anchored_once_a_day_and_only_where_something_was_written()
    {
        var log = Filled(Suite.Aes);
        var today = DateTimeOffset.UtcNow;
        Assert.NotNull(log.AnchorDaily(Actor.Owner("系统"), today));
        Assert.Null(log.AnchorDaily(Actor.Owner("系统"), today.AddDays(1)));
        log.Note(Actor.Owner("张三"), AuditAct.SignIn, "");
        Assert.Null(log.AnchorDaily(Actor.Owner("系统"), today));
        Assert.NotNull(log.AnchorDaily(Actor.Owner("系统"), today.AddDays(1)));
    }

    private Database Open(Suite suite) => TestServer.Open(Path.Combine(folder.Path, suite.ToString()), suite: suite);

    /// <summary>Nine lines: of all shapes, two of them taken over from the books.</summary>
    private AuditLog Filled(Suite suite)
    {
        var database = Open(suite);
        var log = new AuditLog(database);
        var clerk = new Actor("张三", Role.Clerk, 1) { Place = "10.0.0.5" };
        log.Note(clerk, AuditAct.SignIn, "");
        log.Note(clerk, AuditAct.Export, "labour.fairs", """{"records":120,"format":"xlsx"}""", 1);
        log.Note(new Actor("无名", Role.Clerk), AuditAct.SignInFailed, "zhangsan");
        using (var books = database.Connect())
        using (var transaction = Database.BeginWriting(books))
        {
            Deeds.Tell(books, transaction, 1, 1, nameof(AuditAct.Import), "张三", new { accepted = 120, corrected = 3 });
            Deeds.Tell(books, transaction, 2, null, nameof(AuditAct.Partnership), "张三", new { name = "碑林区—丹凤县" });
            transaction.Commit();
        }
        Assert.Equal(2, log.TakeOver("10.0.0.5"));
        Assert.Equal(0, log.TakeOver("10.0.0.5"));
        log.Note(clerk, AuditAct.PersonalSeen, "labour.workers/12", "核对", 1);
        log.Note(clerk, AuditAct.Setting, "上报口径", "双方确认");
        log.Note(clerk, AuditAct.Report, "work-record.docx", "", 1);
        log.Note(clerk, AuditAct.SignOut, "");
        return log;
    }

    /// <summary>What somebody has who can write the file: no trigger stops him.</summary>
    private System.Data.Common.DbConnection Opened(Suite suite)
    {
        var access = Open(suite).ConnectAccess();
        access.Execute(TestServer.Sql("DROP TRIGGER IF EXISTS audit_no_update; DROP TRIGGER IF EXISTS audit_no_delete"));
        return access;
    }

    /// <summary>Writes another name into the lines from one on, and reckons their hashes anew as anybody can; the marks he cannot make.</summary>
    private void Forge(Suite suite, long from)
    {
        using var access = Opened(suite);
        var before = from == 1 ? new byte[Digest.Bytes] : access.QuerySingle<byte[]>("SELECT hash FROM audit WHERE id = @id", new { id = from - 1 });
        foreach (var row in access.Query("SELECT * FROM audit WHERE id >= @from ORDER BY id", new { from }).ToList())
        {
            var text = string.Join('\u001f', Convert.ToHexStringLower(before), $"{row.id}", row.at, "李四", row.act, $"{row.partnership}", row.about, row.told, row.place, $"{row.deed}", row.suite);
            before = Digest.Of(suite, System.Text.Encoding.UTF8.GetBytes(text));
            access.Execute("UPDATE audit SET actor = '李四', hash = @before WHERE id = @id", new { before, id = (long)row.id });
        }
    }
}
