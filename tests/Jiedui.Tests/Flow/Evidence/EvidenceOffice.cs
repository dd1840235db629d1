using Jiedui.Declaring;
using Jiedui.Flow.Evidence;
using Jiedui.Tests.Kit;
using Jiedui.Work;

namespace Jiedui.Tests.Flow.Evidence;

/// <summary>An office with four job fairs, some of which name their evidence in words, and the verbs of evidence.</summary>
public sealed class EvidenceOffice : IDisposable
{
    public EvidenceOffice()
    {
        Office.Import(Sheet(
            ["2020-03-01", "春风行动", "现场招聘会", "人社局", "签到表、现场照片.jpg"],
            ["2020-04-01", "网络招聘", "网络招聘", "人社局", "签到表"],
            ["2020-05-01", "直播带岗", "直播带岗", "人社局", null],
            ["2020-06-01", "送岗下乡", "送岗下乡", "人社局", null]));
    }

    public static LedgerType Fairs { get; } = Article.Catalogue.Ledger("labour.fairs")!;

    public Installation Office { get; } = Installation.WithCaseUnits();

    public EvidenceBook Book => new(Office.Database, Article.Catalogue);

    public string Folder => Path.Combine(Office.Database.Folder, "evidence");

    public IReadOnlyList<string> Stored => Directory.Exists(Folder) ? [.. Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories)] : [];

    public string Sheet(params object?[][] fairs) => new Xlsx().Sheet("招聘", [["日期", "活动名称", "形式", "主办单位", "佐证材料"], .. fairs]).Save(Office.Folder);

    public FiledEvidence Attach(long record, string name, byte[] content, EvidenceGrade? grade = null) =>
        Assert.Single(Book.Attach(Fairs, Office.Partnership, record, [EvidenceFiles.Of(name, content)], grade, "测试"));

    public IReadOnlyList<FiledEvidence> AttachMatching(params IEnumerable<(string Name, byte[] Content)> files) =>
        Book.AttachMatching(Office.Partnership, files.Select(file => EvidenceFiles.Of(file.Name, file.Content)), null, "测试");

    public IReadOnlyList<AttachedEvidence> Of(long record) => Book.Of(Office.Connection, Fairs, Office.Partnership, record);

    public bool Remove(long record, long evidence) => Book.Remove(Fairs, Office.Partnership, record, evidence, "传错了", "测试");

    public EvidenceVerificationResult Verify() => EvidenceVerification.Run(Office.Database, Article.Catalogue);

    public void Dispose() => Office.Dispose();
}
