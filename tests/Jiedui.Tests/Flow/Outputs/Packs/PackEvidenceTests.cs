using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Jiedui.Flow.Evidence;
using Jiedui.Flow.Outputs.Packs;
using Jiedui.Tests.Flow.Evidence;
using Jiedui.Tests.Kit;

namespace Jiedui.Tests.Flow.Outputs.Packs;

/// <summary>What a pack tells of the evidence behind its records, and how it is found out where it does not tell the truth.</summary>
public sealed class PackEvidenceTests : IDisposable
{
    private static readonly byte[] Voucher = EvidenceFiles.Pdf("发票一");

    private readonly EvidenceOffice office = new();

    public PackEvidenceTests()
    {
        office.Attach(1, "签到表.pdf", Voucher, EvidenceGrade.Voucher);
        office.Attach(2, "签到表.jpg", Photo.Taken());
    }

    [Fact]
    public void The_files_stand_in_the_pack_as_they_came()
    {
        var parts = CasePack.PartsOf(Pack());
        Assert.Equal(Voucher, parts[NameOf(Voucher, ".pdf")]);
        Assert.Equal(Photo.Taken(), parts[NameOf(Photo.Taken(), ".jpg")]);
        Assert.Empty(CasePack.Check(Pack()).Faults);
    }

    [Fact]
    public void One_changed_byte_of_a_file_is_found_and_named()
    {
        var parts = CasePack.PartsOf(Pack());
        var name = NameOf(Voucher, ".pdf");
        for (var at = 0; at < Voucher.Length; at++)
        {
            var changed = (byte[])Voucher.Clone();
            changed[at] ^= 1;
            Assert.Contains(CasePack.Check(CasePack.Zip(new Dictionary<string, byte[]>(parts) { [name] = changed })).Faults, fault => fault.Contains(name, StringComparison.Ordinal));
        }
    }

    /// <summary>Another paper under the old name, with every hash of the manifest made anew.</summary>
    [Fact]
    public void An_exchanged_file_is_found_though_the_manifest_agrees()
    {
        var parts = CasePack.PartsOf(Pack());
        CasePack.Replace(parts, NameOf(Voucher, ".pdf"), EvidenceFiles.Pdf("发票二"));
        Assert.Contains(CasePack.Check(CasePack.Zip(parts)).Faults, fault => fault.Contains("与名称中的校验值不符", StringComparison.Ordinal));
    }

    [Fact]
    public void The_grades_behind_a_figure_are_told_and_reckoned_again()
    {
        var fact = Fact(Pack(), "labour.job_fairs");
        Assert.Equal("1 1 0 2", Grades(fact));

        var forged = CasePack.Forge(Pack(), "records/labour.fairs.json", text => text.Replace("\"grade\":2", "\"grade\":1", StringComparison.Ordinal));
        Assert.Contains(CasePack.Check(forged).Faults, fault => fault.Contains("labour.job_fairs", StringComparison.Ordinal) && fault.Contains("原始凭证 2", StringComparison.Ordinal));
    }

    [Fact]
    public void A_pack_asked_by_grade_holds_its_question_and_verifies()
    {
        var pack = CasePack.Of(office.Office, query => query with { Grade = EvidenceGrade.Photo });
        var fact = Fact(pack, "labour.job_fairs");
        Assert.Equal(1, fact.GetProperty("value").GetInt32());
        Assert.Equal((int)EvidenceGrade.Photo, fact.GetProperty("query").GetProperty("grade").GetInt32());
        Assert.Empty(CasePack.Check(pack).Faults);
    }

    [Fact]
    public void As_of_a_moment_the_evidence_of_then_counts()
    {
        var before = DateTimeOffset.UtcNow;
        office.Attach(3, "凭证.pdf", EvidenceFiles.Pdf("后来"), EvidenceGrade.Voucher);
        office.Remove(1, office.Of(1)[0].Id);
        var pack = CasePack.Of(office.Office, query => query with { AsOf = before });
        Assert.Equal("1 1 0 2", Grades(Fact(pack, "labour.job_fairs")));
        Assert.Contains(NameOf(Voucher, ".pdf"), CasePack.PartsOf(pack).Keys);
        Assert.DoesNotContain(NameOf(EvidenceFiles.Pdf("后来"), ".pdf"), CasePack.PartsOf(pack).Keys);
        Assert.Empty(CasePack.Check(pack).Faults);
    }

    [Fact]
    public void What_is_missing_is_listed_record_by_record()
    {
        var parts = CasePack.PartsOf(Pack());
        using var missing = JsonDocument.Parse(parts["missing-evidence.json"]);
        var lacks = missing.RootElement.EnumerateArray().Where(lack => lack.GetProperty("ledger").GetString() == "labour.fairs").ToDictionary(
            lack => lack.GetProperty("record").GetInt32(), lack => string.Join('、', lack.GetProperty("named").EnumerateArray().Select(name => name.GetString())));
        Assert.Equal([1, 3, 4], lacks.Keys.Order());
        Assert.Equal("现场照片.jpg", lacks[1]);
        Assert.Equal(["", ""], [lacks[3], lacks[4]]);
        var page = Encoding.UTF8.GetString(parts["index.html"]);
        Assert.Contains("缺：现场照片.jpg", page, StringComparison.Ordinal);
        Assert.Contains("没有任何佐证", page, StringComparison.Ordinal);

        var silent = CasePack.Forge(Pack(), "missing-evidence.json", text => string.Join('\n', text.Split('\n').Where(line => !line.Contains("现场照片", StringComparison.Ordinal))));
        Assert.Contains(CasePack.Check(silent).Faults, fault => fault.Contains("第 1 条", StringComparison.Ordinal) && fault.Contains("没有如实列出", StringComparison.Ordinal));
    }

    public void Dispose() => office.Dispose();

    private byte[] Pack() => CasePack.Of(office.Office);

    private static string NameOf(byte[] content, string extension) => $"evidence/{Convert.ToHexStringLower(SHA256.HashData(content))}{extension}";

    private static string Grades(JsonElement fact)
    {
        var grades = fact.GetProperty("grades");
        return string.Join(' ', new[] { "vouchers", "photos", "statements", "without" }.Select(grade => grades.GetProperty(grade).GetInt64()));
    }

    private static JsonElement Fact(byte[] pack, string code)
    {
        using var facts = JsonDocument.Parse(CasePack.PartsOf(pack)["facts.json"]);
        return facts.RootElement.EnumerateArray().First(fact => fact.GetProperty("code").GetString() == code).Clone();
    }
}
