using System.IO.Compression;
using CsCheck;
using Dapper;
using Jiedui.Access;
using Jiedui.Access.Auditing;
using Jiedui.Keeping;
using Jiedui.Storage;
using Jiedui.Tests.Flow.Evidence;
using Jiedui.Tests.Kit;
using Jiedui.Work;

namespace Jiedui.Tests.Keeping;

public sealed class BackupTests : IDisposable
{
    private const string Passphrase = "正确的口令 1234";

    private readonly TempFolder folder = new();

    private string Target => Path.Combine(folder.Path, "restored");

    [Theory]
    [InlineData(null)]
    [InlineData(Passphrase)]
    public void What_was_backed_up_comes_back(string? passphrase)
    {
        using var office = WithEvidence();
        var backup = Backup.Write(office.Database, At("a.backup"), passphrase);

        var result = Restored(backup.File, passphrase);

        Assert.True(result.Checked > 0);
        using var restored = Open();
        Assert.Equal(office.Contents(), restored.Contents());
        Assert.Equal("一张凭证", File.ReadAllText(Path.Combine(Target, "evidence", "ab", "abcdef.txt")));
        Assert.False(File.Exists(Path.Combine(Target, "evidence", "ab", "half.part")));
        Assert.Equal(AuditAct.Restore, new AuditLog(restored.Database).Last()!.Act);
    }

    [Fact]
    public void Deeds_that_the_copied_chain_does_not_tell_of_yet_are_taken_over()
    {
        using var office = Installation.WithCaseUnits();
        var log = new AuditLog(office.Database);
        log.TakeOver();
        Deed(office, "Correction");
        var backup = Backup.Write(office.Database, At("a.zip"));

        Restored(backup.File);

        using var restored = Open();
        var (entries, _) = new AuditLog(restored.Database).Find(new AuditQuery());
        Assert.Contains(entries, entry => entry.Act == AuditAct.Correction);
        Assert.Empty(new AuditLog(restored.Database).Check().Faults);
    }

    /// <summary>Of the copy that was given up no connection is left: it would write into the file that was deleted.</summary>
    [Fact(Skip = "Needs a server.", SkipUnless = nameof(TestServer.IsServer), SkipType = typeof(TestServer))]
    public void After_a_copy_that_failed_the_next_backup_succeeds()
    {
        using var office = WithEvidence();
        office.Execute("ALTER TABLE unit ADD COLUMN unknown BIGINT");
        Assert.Throws<CopyRefusedException>(() => Backup.Write(office.Database, At("a.zip")));
        office.Execute("ALTER TABLE unit DROP COLUMN unknown");

        Restored(Backup.Write(office.Database, At("a.zip")).File);

        using var restored = Open();
        Assert.Equal(office.Contents(), restored.Contents());
        Assert.Empty(restored.Verify().Faults);
    }

    [Fact]
    public async Task A_backup_in_the_midst_of_imports_is_consistent()
    {
        using var office = Installation.WithCaseUnits();
        var imports = Task.Run(() => ImportedCase.Files.ToList().ForEach(file => office.Import(file)), TestContext.Current.CancellationToken);
        var backups = new List<string>();
        do
        {
            backups.Add(Backup.Write(office.Database, At($"{backups.Count}.zip")).File);
        }
        while (!imports.IsCompleted);
        await imports;

        var counts = new List<long>();
        foreach (var backup in backups.Where((_, at) => at % Math.Max(1, backups.Count / 4) == 0))
        {
            Restored(backup);
            using (var restored = Open())
            {
                Assert.Empty(restored.Verify().Faults);
                Assert.Empty(new AuditLog(restored.Database).Check().Faults);
                counts.Add(restored.Connection.ExecuteScalar<long>("SELECT count(*) FROM labour_workers"));
            }
            Clear();
        }
        Assert.All(counts, count => Assert.Contains(count, new long[] { 0, 11_000 }));
    }

    [Fact]
    public void A_wrong_passphrase_changes_nothing()
    {
        using var office = Installation.WithCaseUnits();
        var backup = Backup.Write(office.Database, At("a.sealed"), Passphrase);
        Assert.Contains("口令不对", Refused(backup.File, "错误的口令 1234"), StringComparison.Ordinal);
        Assert.Contains("是加密的备份", Refused(backup.File, null), StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_backup_changes_nothing()
    {
        using var office = WithEvidence();
        var plain = File.ReadAllBytes(Backup.Write(office.Database, At("a.zip")).File);
        var damaged = 0;
        Gen.Select(Gen.Int[0, plain.Length - 1], Gen.Int[0, 7]).Sample(
            (at, bit) =>
            {
                var changed = (byte[])plain.Clone();
                changed[at] ^= (byte)(1 << bit);
                var file = At($"flipped-{Interlocked.Increment(ref damaged)}.zip");
                File.WriteAllBytes(file, changed);
                // A bit of a zip that says nothing (a time, a spare flag) may be changed: then what comes out is the same, hash for hash.
                try
                {
                    return BackupFile.Check(file, null).Entries.Count == 3;
                }
                catch (BackupFaultException fault)
                {
                    return fault.Message.Length > 0;
                }
                finally
                {
                    File.Delete(file);
                }
            },
            iter: 200);
    }

    [Fact]
    public void A_backup_whose_names_differ_from_its_list_by_case_changes_nothing()
    {
        using var office = Installation.WithCaseUnits();
        var file = Backup.Write(office.Database, At("a.zip")).File;
        var bytes = File.ReadAllBytes(file);
        bytes[bytes.AsSpan().LastIndexOf("jiedui.db"u8)] = (byte)'J';
        File.WriteAllBytes(file, bytes);
        Assert.Contains("jiedui.db 与清单不符", Assert.Throws<BackupFaultException>(() => BackupFile.Check(file, null)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(0.3)]
    [InlineData(0.999)]
    public void A_truncated_backup_changes_nothing(double share)
    {
        using var office = Installation.WithCaseUnits();
        foreach (var passphrase in (string?[])[null, Passphrase])
        {
            var whole = File.ReadAllBytes(Backup.Write(office.Database, At(passphrase is null ? "whole.zip" : "whole.sealed"), passphrase).File);
            var file = folder.Write("cut", whole[..(int)(share < 1 ? whole.Length * share : share)]);
            Refused(file, passphrase);
        }
    }

    [Fact]
    public void A_foreign_file_changes_nothing()
    {
        Refused(folder.Write("photo.zip", [0xFF, 0xD8, 0xFF, 0xE0]));
        Refused(Case.Ledger("00 单位名录.xlsx"));
        Assert.Contains("打不开", Refused(At("missing.zip")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../outside.txt")]
    [InlineData("evidence/../../outside.txt")]
    [InlineData("/tmp/outside.txt")]
    [InlineData("evidence/.hidden")]
    [InlineData("jiedui.db-wal")]
    public void A_name_that_leads_elsewhere_changes_nothing(string name)
    {
        var file = Changed((zip, manifest) =>
        {
            Put(zip, name, "x"u8.ToArray());
            return manifest with { Entries = [.. manifest.Entries, new BackupEntry(name, 1, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("x"u8)))] };
        });
        Assert.Contains("不该有的文件名", Refused(file), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_the_manifest_does_not_list_changes_nothing() =>
        Assert.Contains("清单上没有", Refused(Changed((zip, manifest) =>
        {
            Put(zip, "evidence/more.txt", "x"u8.ToArray());
            return manifest;
        })), StringComparison.Ordinal);

    [Fact]
    public void A_bomb_changes_nothing() =>
        Assert.Contains("大得不合常理", Refused(Changed((zip, manifest) =>
        {
            var zeros = new byte[400 << 20];
            Put(zip, "evidence/zeros", zeros, CompressionLevel.Optimal);
            return manifest with { Entries = [.. manifest.Entries, new BackupEntry("evidence/zeros", zeros.Length, "")] };
        })), StringComparison.Ordinal);

    [Theory]
    [InlineData("\"entries\"", "\"entry\"")]
    [InlineData("\"entries\": [", "\"entries\": [null,")]
    [InlineData("\"name\"", "\"nama\"")]
    public void A_manifest_that_lacks_something_changes_nothing(string what, string by)
    {
        var file = Changed((_, manifest) => manifest);
        using (var zip = ZipFile.Open(file, ZipArchiveMode.Update))
        {
            using var manifest = zip.GetEntry(BackupManifest.Name)!.Open();
            var text = new StreamReader(manifest).ReadToEnd();
            Assert.Contains(what, text, StringComparison.Ordinal);
            manifest.SetLength(0);
            manifest.Write(System.Text.Encoding.UTF8.GetBytes(text.Replace(what, by, StringComparison.Ordinal)));
        }
        Assert.Contains("不是本程序的备份", Refused(file), StringComparison.Ordinal);
    }

    [Fact]
    public void A_backup_of_a_newer_program_is_refused()
    {
        Assert.Contains("先升级", Refused(Changed((_, manifest) => manifest with { BooksSchema = manifest.BooksSchema + 1, Program = "9.0" })), StringComparison.Ordinal);
        Assert.Contains("先升级", Refused(Changed((_, manifest) => manifest with { Format = 2 })), StringComparison.Ordinal);
    }

    [Fact(Skip = "A backup of a server holds a copy that this program made, never the tables of another version.", SkipUnless = nameof(TestServer.IsBuiltIn), SkipType = typeof(TestServer))]
    public void A_database_of_a_newer_program_is_refused_whatever_the_manifest_says()
    {
        using var office = Installation.WithCaseUnits();
        office.Execute("PRAGMA user_version = 99");
        var written = Backup.Write(office.Database, At("newer.zip"));
        Assert.Contains("先升级", Refused(written.File), StringComparison.Ordinal);
    }

    [Fact]
    public void Books_that_do_not_add_up_are_refused()
    {
        using var office = Installation.WithCaseUnits();
        office.Import(Case.Ledger("02 产业帮扶台账.xlsx"));
        office.Execute("UPDATE total SET low = low + 1");
        Assert.Contains("核对不符", Refused(Backup.Write(office.Database, At("wrong.zip")).File), StringComparison.Ordinal);
    }

    [Fact]
    public void Evidence_that_was_damaged_is_refused_and_named()
    {
        using var evidence = new EvidenceOffice();
        evidence.Attach(1, "签到表.pdf", EvidenceFiles.Pdf());
        Restored(Backup.Write(evidence.Office.Database, At("whole.zip")).File);
        Clear();
        var file = Assert.Single(evidence.Stored);

        var bytes = File.ReadAllBytes(file);
        bytes[^1] ^= 1;
        File.WriteAllBytes(file, bytes);
        var fault = Refused(Backup.Write(evidence.Office.Database, At("changed.zip")).File);
        Assert.Contains("佐证核对不符", fault, StringComparison.Ordinal);
        Assert.Contains("签到表.pdf", fault, StringComparison.Ordinal);

        File.Delete(file);
        Assert.Contains("文件不见了", Refused(Backup.Write(evidence.Office.Database, At("missing.zip")).File), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_is_not_empty_is_left_alone()
    {
        using var office = Installation.WithCaseUnits();
        var backup = Backup.Write(office.Database, At("a.zip"));
        Directory.CreateDirectory(Target);
        File.WriteAllText(Path.Combine(Target, "mine.txt"), "mine");
        var fault = Assert.Throws<BackupFaultException>(() => Restored(backup.File));
        Assert.Contains("不是空的", fault.Message, StringComparison.Ordinal);
        Assert.Equal(["mine.txt"], Directory.EnumerateFileSystemEntries(Target).Select(Path.GetFileName));
    }

    [Fact]
    public void An_empty_folder_is_filled()
    {
        using var office = Installation.WithCaseUnits();
        Directory.CreateDirectory(Target);
        Restored(Backup.Write(office.Database, At("a.zip")).File);
        Assert.True(Database.IsIn(Target, TestServer.Of(Target)));
    }

    [Fact]
    public void A_backup_overwrites_nothing()
    {
        using var office = Installation.WithCaseUnits();
        var file = folder.Write("mine.zip", [1, 2, 3]);
        Assert.Throws<BackupFaultException>(() => Backup.Write(office.Database, file));
        Assert.Equal([1, 2, 3], File.ReadAllBytes(file));
    }

    /// <summary>In the file's own bytes and in all that it inflates to.</summary>
    [Fact]
    public void No_id_number_or_telephone_stands_in_a_backup()
    {
        using var office = Installation.WithCaseUnits();
        office.Import(Case.Ledger("03 劳动力摸排名册.xlsx"));
        Assert.True(Secrets.All.Count > 10_000);
        using var zip = ZipFile.OpenRead(Backup.Write(office.Database, At("a.zip")).File);
        foreach (var entry in zip.Entries)
        {
            using var text = new MemoryStream();
            using (var from = entry.Open())
                from.CopyTo(text);
            Assert.Empty(Secrets.In(text.ToArray()));
        }
    }

    public void Dispose() => folder.Dispose();

    private static Installation WithEvidence()
    {
        var office = Installation.WithCaseUnits();
        var place = Directory.CreateDirectory(Path.Combine(office.Database.Folder, "evidence", "ab")).FullName;
        File.WriteAllText(Path.Combine(place, "abcdef.txt"), "一张凭证");
        File.WriteAllText(Path.Combine(place, "half.part"), "一");
        return office;
    }

    private static void Deed(Installation office, string kind) => office.Execute(
        $"INSERT INTO deed (batch, partnership, at, kind, actor, told) VALUES (1, NULL, '2026-01-01T00:00:00.0000000Z', '{kind}', '张三', '{{}}')");

    private string At(string name) => Path.Combine(folder.Path, name);

    private RestoreResult Restored(string file, string? passphrase = null) => Restore.Run(file, Target, passphrase, Article.Catalogue, Actor.Owner("测试"), TestServer.Of(Target));

    private Installation Open() => Installation.At(Target);

    private void Clear()
    {
        TestServer.Forget(Target);
        Directory.Delete(Target, recursive: true);
    }

    /// <summary>Refused, in words, and nothing was left behind.</summary>
    private string Refused(string file, string? passphrase = null)
    {
        var before = Directory.EnumerateFileSystemEntries(folder.Path, "*", SearchOption.AllDirectories).ToList();
        var fault = Assert.Throws<BackupFaultException>(() => Restored(file, passphrase));
        Assert.Equal(before, Directory.EnumerateFileSystemEntries(folder.Path, "*", SearchOption.AllDirectories));
        return fault.Message;
    }

    /// <summary>A backup whose zip and manifest somebody changed, hashes and all.</summary>
    private string Changed(Func<ZipArchive, BackupManifest, BackupManifest> change)
    {
        using var office = Installation.WithCaseUnits();
        var name = At($"{Guid.NewGuid():N}.zip");
        Backup.Write(office.Database, name);
        using var zip = ZipFile.Open(name, ZipArchiveMode.Update);
        var entry = zip.GetEntry(BackupManifest.Name)!;
        BackupManifest manifest;
        using (var text = entry.Open())
            manifest = BackupManifest.Read(text)!;
        entry.Delete();
        manifest = change(zip, manifest);
        using var to = zip.CreateEntry(BackupManifest.Name).Open();
        manifest.Write(to);
        return name;
    }

    private static void Put(ZipArchive zip, string name, byte[] content, CompressionLevel level = CompressionLevel.NoCompression)
    {
        using var to = zip.CreateEntry(name, level).Open();
        to.Write(content);
    }
}
