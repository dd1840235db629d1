using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Jiedui.App.Web;
using Jiedui.Flow.Evidence;
using Jiedui.Storage;
using Jiedui.Tests.Kit;
using Jiedui.Work;

namespace Jiedui.Tests.Flow.Evidence;

/// <summary>Files behind records: kept once, sealed, told of, withdrawn and never lost.</summary>
public sealed class EvidenceBookTests : IDisposable
{
    private readonly EvidenceOffice office = new();

    [Fact]
    public void A_file_comes_back_bit_for_bit_under_the_name_it_came_with()
    {
        var photo = Photo.Taken();
        var filed = office.Attach(1, "现场照片.jpg", photo);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(photo)), filed.Sha256);
        var attached = Assert.Single(office.Of(1));
        Assert.Equal(("现场照片.jpg", EvidenceType.Jpeg, EvidenceGrade.Photo, "测试"), (attached.Name, attached.Type, attached.Grade, attached.By));
        Assert.Equal(photo, office.Book.Original(attached));
        Assert.Empty(office.Verify().Faults);
    }

    [Fact]
    public void Nothing_of_a_file_or_its_name_lies_open_in_the_data_folder()
    {
        office.Attach(1, "于平619926198104023516.jpg", Photo.Taken());
        var open = TestServer.Stored(office.Office.Database)
            .Where(part => Holds(part.Content, Photo.Place) || Holds(part.Content, "619926198104023516") || Holds(part.Content, "Exif"));
        Assert.Empty(open);
    }

    [Fact]
    public void The_same_content_is_one_file_whatever_it_is_called_and_wherever_it_stands()
    {
        office.Attach(1, "签到表.pdf", EvidenceFiles.Pdf());
        office.Attach(2, "扫描件0001.pdf", EvidenceFiles.Pdf());
        var again = office.Attach(1, "签到表.pdf", EvidenceFiles.Pdf());
        Assert.Empty(again.Linked);
        Assert.Equal(1, Assert.Single(again.AlreadyThere).Record);
        Assert.Single(office.Stored);
        Assert.Equal("扫描件0001.pdf", Assert.Single(office.Of(2)).Name);
        Assert.Equal(Assert.Single(office.Of(1)).Id, Assert.Single(office.Of(2)).Id);
        Assert.Equal(2, office.Office.Scalar("SELECT count(*) FROM deed WHERE kind = 'Evidence'"));
    }

    [Fact]
    public void Another_grade_replaces_the_first()
    {
        office.Attach(1, "回单.pdf", EvidenceFiles.Pdf(), EvidenceGrade.Statement);
        office.Attach(1, "回单.pdf", EvidenceFiles.Pdf(), EvidenceGrade.Voucher);
        Assert.Equal(EvidenceGrade.Voucher, Assert.Single(office.Of(1)).Grade);
        Assert.Empty(office.Verify().Faults);
    }

    [Fact]
    public void A_grade_that_was_said_stands_when_the_file_comes_again_without_one()
    {
        office.Attach(1, "回单.pdf", EvidenceFiles.Pdf(), EvidenceGrade.Voucher);
        Assert.Empty(office.Attach(1, "回单.pdf", EvidenceFiles.Pdf()).Linked);
        Assert.Equal(EvidenceGrade.Voucher, Assert.Single(office.Of(1)).Grade);
    }

    [Fact]
    public void A_file_that_is_removed_stands_behind_the_record_no_more_and_is_kept()
    {
        office.Attach(1, "回单.pdf", EvidenceFiles.Pdf());
        var id = Assert.Single(office.Of(1)).Id;
        Assert.False(office.Remove(2, id));
        Assert.True(office.Remove(1, id));
        Assert.False(office.Remove(1, id));
        Assert.Empty(office.Of(1));
        Assert.Single(office.Stored);
        Assert.Equal(1, office.Office.Scalar("SELECT count(*) FROM batch WHERE note = '传错了'"));
        Assert.Single(office.Attach(1, "回单.pdf", EvidenceFiles.Pdf()).Linked);
        Assert.Single(office.Of(1));
        Assert.Empty(office.Verify().Faults);
    }

    [Fact]
    public void What_is_no_evidence_is_refused_by_its_content_and_leaves_nothing()
    {
        var refused = new Dictionary<string, (byte[] Content, string Says)>
        {
            ["图.svg"] = ("""<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>"""u8.ToArray(), "脚本"),
            ["照片.jpg"] = ("\uFEFF  <!DOCTYPE html><script>alert(1)</script>"u8.ToArray(), "网页"),
            ["发票.pdf"] = ([(byte)'M', (byte)'Z', 0x90, 0, 3], "程序文件"),
            ["运行.jpg"] = ("#!/bin/sh\nrm -rf /"u8.ToArray(), "脚本文件"),
            ["苹果.heic"] = ([0, 0, 0, 0x18, .. "ftypheic"u8, 0, 0, 0, 0], "HEIC"),
            ["宏.docx"] = (EvidenceFiles.Package("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"), "宏"),
            ["压缩.zip"] = (EvidenceFiles.Package("a.txt"), "压缩包"),
            ["空.jpg"] = ([], "空的"),
            ["说不清.dat"] = ([1, 2, 3, 4], "认不出"),
            ["炸弹.png"] = (Photo.Bomb(40_000, 40_000), "像素"),
            ["坏.jpg"] = ([0xFF, 0xD8, 0xFF, 0xE0, 1, 2], "损坏"),
            ["安装.msi"] = ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[512]], "认不出"),
        };
        foreach (var (name, (content, says)) in refused)
            Assert.Contains(says, office.Attach(1, name, content).Refusal!, StringComparison.Ordinal);
        Assert.Empty(office.Stored);
        Assert.Empty(office.Of(1));
        Assert.Equal(0, office.Office.Count("evidence"));
    }

    [Theory]
    [InlineData("word/document.xml", EvidenceType.Docx)]
    [InlineData("xl/workbook.xml", EvidenceType.Xlsx)]
    [InlineData("ppt/presentation.xml", EvidenceType.Pptx)]
    [InlineData("OFD.xml", EvidenceType.Ofd)]
    public void Office_documents_and_electronic_invoices_are_taken(string part, EvidenceType type) =>
        Assert.Equal(type, office.Attach(1, "材料", EvidenceFiles.Package("[Content_Types].xml", part)).Type);

    [Fact]
    public void A_file_that_is_too_large_is_refused_unread()
    {
        var file = new EvidenceFile("视频.jpg", EvidenceBook.LargestFile + 1, () => throw new InvalidOperationException("It was read."));
        var filed = Assert.Single(office.Book.Attach(EvidenceOffice.Fairs, office.Office.Partnership, 1, [file], null, "测试"));
        Assert.Contains("50 MB", filed.Refusal!, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_never_becomes_a_path_and_a_download_ends_as_its_content_does()
    {
        office.Attach(1, @"..\..\etc/照片.exe", Photo.Taken());
        var attached = Assert.Single(office.Of(1));
        Assert.Equal(("照片.exe", "照片.exe.jpg"), (attached.Name, attached.SafeName));
    }

    [Fact]
    public void A_record_that_is_not_there_takes_no_file()
    {
        Assert.Throws<EvidenceRefusedException>(() => office.Attach(99, "回单.pdf", EvidenceFiles.Pdf()));
        Assert.Empty(office.Stored);
    }

    [Fact]
    public void Files_find_the_records_that_name_them_and_each_file_is_told_of()
    {
        var filed = office.AttachMatching(("签到表.pdf", EvidenceFiles.Pdf()), ("现场照片.JPG", Photo.Taken()), ("无关.pdf", EvidenceFiles.Pdf("别的")), ("签到表", "<html>"u8.ToArray()));
        Assert.Equal([1L, 2L], filed[0].Linked.Select(record => record.Record));
        Assert.Equal(1, Assert.Single(filed[1].Linked).Record);
        Assert.Contains("没有记录", filed[2].Refusal!, StringComparison.Ordinal);
        Assert.Contains("网页", filed[3].Refusal!, StringComparison.Ordinal);
        Assert.Equal(2, office.Of(1).Count);
        Assert.Equal(2, office.Stored.Count);
        Assert.Empty(office.Verify().Faults);
    }

    [Fact]
    public void Erasing_destroys_what_is_behind_this_record_only()
    {
        office.Attach(1, "于平身份证.jpg", Photo.Taken());
        office.Attach(1, "签到表.pdf", EvidenceFiles.Pdf());
        office.Attach(2, "签到表.pdf", EvidenceFiles.Pdf());
        using (var transaction = Database.BeginWriting(office.Office.Connection))
            Erase(1, transaction);
        Assert.Equal(1, office.Book.DestroyErased(office.Office.Connection));
        Assert.Empty(office.Of(1));
        Assert.Single(office.Of(2));
        Assert.Single(office.Stored);
        Assert.Empty(office.Verify().Faults);
    }

    [Fact]
    public async Task What_is_attached_while_the_same_content_is_erased_is_kept()
    {
        var photo = Photo.Taken();
        office.Attach(1, "身份证.jpg", photo);
        using var reading = new ManualResetEventSlim();
        using (var transaction = Database.BeginWriting(office.Office.Connection))
        {
            var file = new EvidenceFile("现场照片.jpg", photo.Length, () => { reading.Set(); return photo; });
            var attached = Task.Run(() => office.Book.Attach(EvidenceOffice.Fairs, office.Office.Partnership, 2, [file], null, "测试"), TestContext.Current.CancellationToken);
            reading.Wait(TestContext.Current.CancellationToken);
            // It has seen that the file is there, and now waits for its turn.
            await Task.Delay(500, TestContext.Current.CancellationToken);
            Assert.False(attached.IsCompleted);
            Assert.Single(office.Stored);
            Erase(1, transaction);
            office.Book.DestroyErased(office.Office.Connection);
            Assert.Equal(2, Assert.Single(Assert.Single(await attached).Linked).Record);
        }
        Assert.Equal(photo, office.Book.Original(Assert.Single(office.Of(2))));
        Assert.Empty(office.Verify().Faults);
        Assert.Equal(0, office.Book.DestroyErased(office.Office.Connection));
    }

    [Fact]
    public void What_was_destroyed_before_its_turn_is_stored_again()
    {
        var photo = Photo.Taken();
        var reads = 0;
        var file = new EvidenceFile("现场照片.jpg", photo.Length, () => { reads++; return photo; });
        // Comes to its turn when the first file is gone.
        var last = new EvidenceFile("签到表.pdf", 1, () =>
        {
            office.Stored.ToList().ForEach(File.Delete);
            return EvidenceFiles.Pdf();
        });
        office.Book.Attach(EvidenceOffice.Fairs, office.Office.Partnership, 2, [file, last], null, "测试");
        Assert.Equal(2, reads);
        Assert.Equal(2, office.Stored.Count);
        Assert.Empty(office.Verify().Faults);
    }

    [Fact]
    public void An_erasure_that_was_broken_off_before_the_file_was_destroyed_is_ended_and_ends_nothing_else()
    {
        office.Attach(1, "身份证.jpg", Photo.Taken());
        office.Attach(2, "签到表.pdf", EvidenceFiles.Pdf());
        using (var transaction = Database.BeginWriting(office.Office.Connection))
            Erase(1, transaction);
        Assert.Equal(2, office.Stored.Count);
        Assert.Equal(1, office.Book.DestroyErased(office.Office.Connection));
        Assert.Single(office.Stored);
        Assert.Empty(office.Verify().Faults);
        Assert.Empty(office.Verify().Unreferenced);
    }

    [Fact(Timeout = 60_000)]
    public async Task Whoever_serves_ends_such_an_erasure_by_himself()
    {
        office.Attach(1, "身份证.jpg", Photo.Taken());
        using (var transaction = Database.BeginWriting(office.Office.Connection))
            Erase(1, transaction);
        var options = new WebOptions { DataFolder = office.Office.Database.Folder, Urls = "http://127.0.0.1:0" };
        await using var app = WebHosting.Build(options, office.Office.Database, Article.Catalogue);
        await app.StartAsync(TestContext.Current.CancellationToken);
        while (office.Stored.Count > 0)
            await Task.Delay(50, TestContext.Current.CancellationToken);
        Assert.Empty(office.Verify().Faults);
    }

    [Fact]
    public void What_another_partnership_holds_is_not_destroyed()
    {
        office.Attach(1, "身份证.jpg", Photo.Taken());
        office.Office.Execute("INSERT INTO evidence (partnership, id, sha256, type, bytes, batch) SELECT 2, id, sha256, type, bytes, batch FROM evidence");
        using (var transaction = Database.BeginWriting(office.Office.Connection))
            Erase(1, transaction);
        Assert.Equal(0, office.Book.DestroyErased(office.Office.Connection));
        Assert.Single(office.Stored);
    }

    public void Dispose() => office.Dispose();

    private void Erase(long record, DbTransaction transaction)
    {
        var batch = Jiedui.Flow.Ledgers.Batches.Begin(office.Office.Connection, transaction, DateTimeOffset.UtcNow, "erasure", "测试", "");
        office.Book.Erase(office.Office.Connection, transaction, EvidenceOffice.Fairs, office.Office.Partnership, record, batch, "测试");
        transaction.Commit();
    }

    private static bool Holds(byte[] content, string text) => content.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0;
}
