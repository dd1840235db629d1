using Jiedui.Access.Auditing;
using Jiedui.Flow.Evidence;
using Jiedui.Tests.Kit;

namespace Jiedui.Tests.Flow.Evidence;

/// <summary>Evidence at the command line: what is printed, how it ends, and what is refused.</summary>
public sealed class EvidenceCommandsTests : IDisposable
{
    private const string Fairs = "labour.fairs";

    private readonly EvidenceOffice office = new();

    [Fact]
    public async Task Files_are_put_behind_a_record_and_listed()
    {
        var run = await Run("evidence", "add", Fairs, "3", Save("发票.pdf", EvidenceFiles.Pdf()), "--grade", "1");
        Assert.Equal((0, "发票.pdf：关联 1 条记录。"), (run.Code, run.Output.Trim()));
        var again = await Run("evidence", "add", Fairs, "3", Save("发票.pdf", EvidenceFiles.Pdf()), "--grade", "1");
        Assert.Contains("1 条早已关联", again.Output, StringComparison.Ordinal);

        var listed = Assert.Single((await Run("evidence", "list", Fairs, "3", "--json")).Json.EnumerateArray());
        Assert.Equal("发票.pdf", listed.GetProperty("name").GetString());
        Assert.Contains("原始凭证", (await Run("evidence", "list", Fairs, "3")).Output, StringComparison.Ordinal);
        Assert.Equal(EvidenceGrade.Voucher, Assert.Single(office.Of(3)).Grade);
        Assert.NotEmpty(new AuditLog(office.Office.Database).Find(new AuditQuery { Act = AuditAct.Evidence }).Entries);
    }

    [Fact]
    public async Task A_folder_of_files_finds_the_records_that_name_them()
    {
        Save("签到表.pdf", EvidenceFiles.Pdf());
        Save("谁也没写.pdf", EvidenceFiles.Pdf("别的"));
        var run = await Run("evidence", "add-matching", Files);
        Assert.Equal(2, run.Code);
        Assert.Contains("签到表.pdf：关联 2 条记录。", run.Output, StringComparison.Ordinal);
        Assert.Matches("谁也没写.pdf：.*没有", run.Output);
        Assert.Single(office.Of(1));
        Assert.Single(office.Of(2));
        Assert.Empty(office.Verify().Faults);
    }

    [Fact]
    public async Task What_is_missing_is_told_by_figure()
    {
        await Run("evidence", "add", Fairs, "3", Save("发票.pdf", EvidenceFiles.Pdf()));
        var run = await Run("evidence", "missing", "labour.job_fairs", "--json");
        var missing = Assert.Single(run.Json.EnumerateArray());
        Assert.Equal((0, "labour.job_fairs", 4, 1), (run.Code, missing.GetProperty("code").GetString(), missing.GetProperty("records").GetInt32(), missing.GetProperty("without").GetInt32()));
    }

    [Fact]
    public async Task A_file_that_is_no_evidence_is_refused_by_name()
    {
        var program = Save("照片.jpg", [0x4D, 0x5A, 1, 2, 3]);
        var alone = await Run("evidence", "add", Fairs, "3", program);
        Assert.Equal(1, alone.Code);
        Assert.StartsWith("照片.jpg：", alone.Output, StringComparison.Ordinal);
        var together = await Run("evidence", "add", Fairs, "3", program, Save("发票.pdf", EvidenceFiles.Pdf()));
        Assert.Equal(2, together.Code);
        Assert.Equal("发票.pdf", Assert.Single(office.Of(3)).Name);
    }

    [Theory]
    [InlineData("--grade 只能是", "add", Fairs, "3", "{file}", "--grade", "7")]
    [InlineData("找不到文件", "add", Fairs, "3", "/no/such/file.pdf")]
    [InlineData("没有台账", "add", "no.such", "3", "{file}")]
    [InlineData("没有指标", "missing", "no.such")]
    public async Task What_cannot_be_is_told_and_stores_nothing(string why, params string[] arguments)
    {
        var file = Save("发票.pdf", EvidenceFiles.Pdf());
        var run = await Run(["evidence", .. arguments.Select(argument => argument == "{file}" ? file : argument)]);
        Assert.Equal(1, run.Code);
        Assert.Contains(why, run.Errors, StringComparison.Ordinal);
        Assert.Empty(office.Stored);
    }

    public void Dispose() => office.Dispose();

    private string Files => Path.Combine(office.Office.Folder, "files");

    private string Save(string name, byte[] content)
    {
        var path = Path.Combine(Directory.CreateDirectory(Files).FullName, name);
        File.WriteAllBytes(path, content);
        return path;
    }

    private Task<CommandRun> Run(params string[] arguments) => CommandRun.Of(office.Office, arguments);
}
