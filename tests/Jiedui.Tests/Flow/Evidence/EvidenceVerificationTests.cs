using Jiedui.Flow.Evidence;
using Jiedui.Sealing;
using Jiedui.Storage;
using Jiedui.Tests.Kit;

namespace Jiedui.Tests.Flow.Evidence;

/// <summary>One changed byte is found, and told with the record and the file.</summary>
public sealed class EvidenceVerificationTests : IDisposable
{
    private readonly EvidenceOffice office = new();

    public EvidenceVerificationTests()
    {
        office.Attach(1, "签到表.pdf", EvidenceFiles.Pdf(), EvidenceGrade.Voucher);
        office.Attach(2, "现场.jpg", Photo.Taken());
        office.Remove(2, office.Of(2)[0].Id);
        office.Attach(2, "现场.jpg", Photo.Taken());
        Assert.Empty(office.Verify().Faults);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    [InlineData(-1)]
    public void A_byte_changed_on_disk(int at)
    {
        var file = FileOf(1);
        var bytes = File.ReadAllBytes(file);
        bytes[at < 0 ? ^1 : at] ^= 1;
        File.WriteAllBytes(file, bytes);
        var fault = Assert.Single(office.Verify().Faults);
        Assert.Contains("“签到表.pdf”（招聘活动第 1 条）", fault, StringComparison.Ordinal);
        Assert.Contains("改动过", fault, StringComparison.Ordinal);
        Assert.Throws<EvidenceRefusedException>(() => office.Book.Original(office.Of(1)[0]));
    }

    [Fact]
    public void A_file_that_comes_again_mends_the_one_that_was_damaged()
    {
        File.WriteAllBytes(FileOf(1), [1, 2, 3]);
        office.Attach(3, "签到表.pdf", EvidenceFiles.Pdf());
        Assert.Empty(office.Verify().Faults);
    }

    [Fact]
    public void A_file_that_is_gone_and_one_put_in_its_place()
    {
        var (one, other) = (FileOf(1), FileOf(2));
        File.Copy(other, one, overwrite: true);
        File.Delete(other);
        var faults = office.Verify().Faults;
        Assert.Equal(2, faults.Count);
        Assert.Contains(faults, fault => fault.Contains("签到表.pdf", StringComparison.Ordinal) && fault.Contains("改动过", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.Contains("现场.jpg", StringComparison.Ordinal) && fault.Contains("不见了", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("DROP TRIGGER evidence_link_no_update; UPDATE evidence_link SET grade = 1 WHERE record = 2")]
    [InlineData("DROP TRIGGER evidence_link_no_update; UPDATE evidence_link SET record = 4 WHERE record = 2 AND removed IS NULL")]
    [InlineData("UPDATE evidence_link SET removed = 1 WHERE record = 1")]
    [InlineData("DROP TRIGGER evidence_link_removed_once; UPDATE evidence_link SET removed = 1 WHERE record = 2 AND removed IS NOT NULL")]
    [InlineData("DROP TRIGGER evidence_link_no_delete; DELETE FROM evidence_link WHERE record = 1")]
    [InlineData("UPDATE evidence_link SET name = zeroblob(40) WHERE record = 1")]
    [InlineData("UPDATE evidence_link SET piece = '别的' WHERE record = 1")]
    [InlineData("UPDATE evidence SET type = 'Png' WHERE type = 'Pdf'")]
    [InlineData("UPDATE evidence SET bytes = bytes + 1 WHERE type = 'Pdf'")]
    [InlineData("UPDATE evidence SET sha256 = 'aa' || substr(sha256, 3) WHERE type = 'Pdf'")]
    [InlineData("DROP TRIGGER evidence_no_delete; DELETE FROM evidence WHERE type = 'Pdf'")]
    [InlineData("UPDATE evidence SET erased = 1 WHERE type = 'Pdf'")]
    public void A_row_changed_in_the_database(string how)
    {
        office.Office.Execute(how);
        Assert.NotEmpty(office.Verify().Faults);
    }

    [Theory]
    [InlineData("UPDATE evidence_link SET grade = 1")]
    [InlineData("DELETE FROM evidence_link")]
    [InlineData("DELETE FROM evidence")]
    public void The_database_itself_keeps_what_was_told(string how) => Assert.ThrowsAny<System.Data.Common.DbException>(() => office.Office.Execute(how));

    [Fact]
    public void A_file_that_an_upload_left_behind_is_told_and_is_no_fault()
    {
        new EvidenceStore(office.Office.Database).Put(EvidenceFiles.Pdf("没写完"));
        var result = office.Verify();
        Assert.Empty(result.Faults);
        Assert.Single(result.Unreferenced);
    }

    [Fact]
    public void A_newer_key_seals_all_anew_and_the_older_is_needed_no_more()
    {
        var database = office.Office.Database;
        using var access = database.ConnectAccess();
        var key = SealingKeys.Renew(access, database.Vault, MasterKey.Find(mayCreate: false), Suite.Sm);
        Assert.Equal(5, EvidenceResealing.Run(database));
        Assert.All(office.Stored, file => Assert.Equal(key, Vault.KeyOf(File.ReadAllBytes(file))));
        Assert.Equal(0, EvidenceResealing.Run(database));
        Assert.Empty(office.Verify().Faults);
        Assert.Equal("签到表.pdf", office.Of(1)[0].Name);
        Assert.Equal(EvidenceFiles.Pdf(), office.Book.Original(office.Of(1)[0]));
    }

    public void Dispose() => office.Dispose();

    private string FileOf(long record) => Path.Combine(office.Folder, office.Of(record)[0].Sha256.Insert(2, "/"));
}
