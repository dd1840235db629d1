using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using CsCheck;
using Jiedui.Flow.Outputs.Packs;
using Jiedui.Tests.Kit;

namespace Jiedui.Tests.Flow.Outputs.Packs;

[Collection(ImportedCaseCollection.Name)]
public sealed partial class PackTests(ImportedCase @case)
{
    private static byte[]? whole;

    private byte[] Whole => whole ??= CasePack.Of(@case);

    [Fact]
    public void The_pack_of_the_case_verifies()
    {
        var result = CasePack.Check(Whole);
        Assert.Empty(result.Faults);
        Assert.True(result.Checked > 20_000);
    }

    [Fact]
    public void A_pack_asked_otherwise_verifies()
    {
        var town = @case.Office.Unit("棣花镇");
        Assert.Empty(CasePack.Check(CasePack.Of(@case, query => query with { Unit = town })).Faults);
        Assert.Empty(CasePack.Check(CasePack.Of(@case, query => query with { ConfirmedOnly = true })).Faults);
        Assert.Empty(CasePack.Check(CasePack.Of(@case, query => query with { AsOf = @case.BetweenImports })).Faults);
        Assert.Empty(CasePack.Check(CasePack.Of(@case, query => query with { Period = new(new DateOnly(2020, 5, 7), new DateOnly(2020, 11, 20)) })).Faults);
    }

    [Fact]
    public void No_id_number_or_telephone_stands_in_a_pack()
    {
        Assert.True(Secrets.All.Count > 10_000);
        foreach (var (name, content) in CasePack.PartsOf(Whole))
        {
            Assert.Empty(Secrets.In(content).Select(secret => $"{name}: {secret}"));
            if (name.EndsWith(".docx", StringComparison.Ordinal))
                Assert.Empty(CasePack.PartsOf(content).SelectMany(part => Secrets.In(part.Value)));
        }
    }

    [Fact]
    public void One_changed_byte_in_any_part_is_found_and_named()
    {
        var parts = CasePack.PartsOf(Whole);
        // Small parts too are met: a part is chosen first, then a place in it.
        var names = parts.Keys.Order(StringComparer.Ordinal).ToArray();
        Gen.Select(Gen.OneOfConst(names), Gen.Double[0, 0.999999], Gen.Int[1, 255]).Sample(
            (name, place, by) =>
            {
                var changed = (byte[])parts[name].Clone();
                changed[(int)(place * changed.Length)] ^= (byte)by;
                var pack = CasePack.Zip(new Dictionary<string, byte[]>(parts) { [name] = changed });
                try
                {
                    return CasePack.Check(pack).Faults.Any(fault => fault.Contains(name, StringComparison.Ordinal));
                }
                catch (PackFaultException fault)
                {
                    // Without its list of parts it is no pack any more.
                    return name == "manifest.json" && fault.Message.Length > 0;
                }
            },
            iter: 60, threads: 1);
    }

    [Fact]
    public void A_part_left_out_or_put_in_is_named()
    {
        var parts = CasePack.PartsOf(Whole);
        Assert.Contains(CasePack.Check(CasePack.Zip(parts.Where(part => part.Key != "units.json").ToDictionary())).Faults, fault => fault.Contains("缺少文件 units.json", StringComparison.Ordinal));
        Assert.Contains(
            CasePack.Check(CasePack.Zip(new Dictionary<string, byte[]>(parts) { ["more.txt"] = [1] })).Faults, fault => fault.Contains("多出文件 more.txt", StringComparison.Ordinal));
    }

    [Fact]
    public void A_forged_figure_is_found_though_every_hash_agrees()
    {
        var forged = CasePack.Forge(Whole, "facts.json", text => ReplaceFirst(text, "\"code\": \"labour.surveyed\"", "\"value\": 10844", "\"value\": 10944"));
        var faults = CasePack.Check(forged).Faults;
        Assert.Contains(faults, fault => fault.Contains("labour.surveyed", StringComparison.Ordinal) && fault.Contains("10844", StringComparison.Ordinal));
        Assert.DoesNotContain(faults, fault => fault.Contains("校验", StringComparison.Ordinal) || fault.Contains("清单", StringComparison.Ordinal));
    }

    [Fact]
    public void A_forged_posting_disagrees_with_its_record()
    {
        var forged = CasePack.Forge(Whole, "postings.json", text => AnAmount().Replace(text, "\"low\":123456700,\"high\":123456700", 1));
        Assert.Contains(CasePack.Check(forged).Faults, fault => fault.Contains("由记录重算的入账与包内入账不符", StringComparison.Ordinal));
    }

    [Fact]
    public void A_posting_left_out_is_missed()
    {
        var forged = CasePack.Forge(Whole, "postings.json", text => text[..text.IndexOf('\n', StringComparison.Ordinal)] + text[text.IndexOf('\n', text.IndexOf('\n', StringComparison.Ordinal) + 1)..]);
        Assert.Contains(CasePack.Check(forged).Faults, fault => fault.Contains("由记录重算的入账与包内入账不符", StringComparison.Ordinal));
    }

    [Fact]
    public void A_number_changed_in_the_report_is_found()
    {
        var parts = CasePack.PartsOf(Whole);
        var page = CasePack.Forge(Whole, "工作纪实.html", text => text.Replace(">10844人<", ">10944人<", StringComparison.Ordinal).Replace(">10844名<", ">10944名<", StringComparison.Ordinal));
        Assert.Contains(CasePack.Check(page).Faults, fault => fault.Contains("工作纪实.html", StringComparison.Ordinal) && fault.Contains("10944", StringComparison.Ordinal));

        var word = CasePack.PartsOf(parts["工作纪实.docx"]);
        word["word/document.xml"] = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(word["word/document.xml"]).Replace("10844", "10944", StringComparison.Ordinal));
        CasePack.Replace(parts, "工作纪实.docx", CasePack.Zip(word));
        Assert.Contains(CasePack.Check(CasePack.Zip(parts)).Faults, fault => fault.Contains("工作纪实.docx", StringComparison.Ordinal) && fault.Contains("10944", StringComparison.Ordinal));
    }

    [Fact]
    public void A_definition_rewritten_is_found() => Assert.Contains(
        CasePack.Check(CasePack.Forge(Whole, "definitions.json", text => ReplaceFirst(text, "\"code\": \"labour.surveyed\"", "\"definition\": \"", "\"definition\": \"不"))).Faults,
        fault => fault.Contains("labour.surveyed", StringComparison.Ordinal) && fault.Contains("口径", StringComparison.Ordinal));

    [Fact]
    public void A_foreign_or_truncated_file_is_refused_in_words()
    {
        Assert.Contains("证据包", Assert.Throws<PackFaultException>(() => CasePack.Check([1, 2, 3])).Message, StringComparison.Ordinal);
        Assert.Throws<PackFaultException>(() => CasePack.Check(File.ReadAllBytes(Case.Ledger("00 单位名录.xlsx"))));
        Assert.Throws<PackFaultException>(() => CasePack.Check(Whole[..(Whole.Length / 2)]));
        using var empty = new MemoryStream();
        using (new ZipArchive(empty, ZipArchiveMode.Create, leaveOpen: true))
        {
        }
        Assert.Throws<PackFaultException>(() => CasePack.Check(empty.ToArray()));
    }

    [Theory]
    [InlineData("\"name\"", "\"nama\"")]
    [InlineData("\"parts\"", "\"party\"")]
    [InlineData("\"parts\": [", "\"parts\": [null,")]
    [InlineData("\"Aes\"", "\"7\"")]
    [InlineData("\"Aes\"", "null")]
    public void A_manifest_that_lacks_something_is_refused_in_words(string what, string by)
    {
        var parts = CasePack.PartsOf(Whole);
        parts["manifest.json"] = Encoding.UTF8.GetBytes(ReplaceFirst(Encoding.UTF8.GetString(parts["manifest.json"]), "{", what, by));
        Assert.Contains("证据包", Assert.Throws<PackFaultException>(() => CasePack.Check(CasePack.Zip(parts))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_pack_is_noted_with_its_hash()
    {
        using var connection = @case.Office.Database.Connect();
        var pack = CasePack.PartsOf(CasePack.Of(@case));
        var told = new Jiedui.Access.Auditing.AuditLog(@case.Office.Database).Last()!;
        Assert.Equal(Jiedui.Access.Auditing.AuditAct.Pack, told.Act);
        Assert.Contains(Encoding.ASCII.GetString(pack["manifest.digest"]), told.Told, StringComparison.Ordinal);
    }

    private static string ReplaceFirst(string text, string after, string what, string by)
    {
        var at = text.IndexOf(what, text.IndexOf(after, StringComparison.Ordinal), StringComparison.Ordinal);
        return text[..at] + by + text[(at + what.Length)..];
    }

    [GeneratedRegex("\"low\":\\d+00,\"high\":\\d+00")]
    private static partial Regex AnAmount();
}
