namespace Jiedui.Flow.Importing;

/// <summary>A fault of the system broke an import off when files of it were in the books already. Message in Chinese, with which those are; the fault itself is the inner exception.</summary>
public sealed class ImportBrokenException(ImportReport report, Exception fault)
    : Exception($"导入因系统出错中断。已入账：{string.Join('、', report.Stored)}。没有入账：{string.Join('、', report.LeftOut)}。请稍后只把没有入账的文件再导入一次。", fault)
{
    /// <summary>What became of each file.</summary>
    public ImportReport Report { get; } = report;
}
