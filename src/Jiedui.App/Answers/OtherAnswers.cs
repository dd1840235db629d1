using System.Globalization;
using Jiedui.Access;
using Jiedui.Flow.Postings.Verifying;
using Jiedui.Storage;

namespace Jiedui.App.Answers;

public sealed record DemoAnswer(string Data, string? Url, IReadOnlyList<DemoAccount> Accounts);

public sealed record ReportAnswer(string File, int Figures, IReadOnlyList<string> UnboundNumbers);

public sealed record VerifyAnswer(bool Ok, long Checked, IReadOnlyList<string> Faults)
{
    public static VerifyAnswer Of(VerificationResult result) => new(result.Ok, result.Checked, result.Faults);

    /// <summary>The whole installation is recounted; to somebody of one partnership only how many differences there are is told, for they may be another's.</summary>
    public static VerifyAnswer Of(VerificationResult result, Actor actor) => actor is { Partnership: null, Unit: null } || result.Ok
        ? Of(result)
        : new VerifyAnswer(result.Ok, result.Checked, [$"共有 {result.Faults.Count} 处不符。请系统管理员运行 jiedui verify 查看是哪几处。"]);
}

/// <param name="Ok">Whether both sides say the same.</param>
/// <param name="Rows">How many rows were copied.</param>
/// <param name="Checked">How many records, postings, sums, files and lines of the audit log were recounted in the copy.</param>
/// <param name="Folder">Where the evidence of the copy lies.</param>
/// <param name="Faults">What is wrong with the copy.</param>
public sealed record CopyAnswer(bool Ok, long Rows, long Checked, string Folder, IReadOnlyList<string> Faults);

public sealed record PartnershipAnswer(long Id, string Name, string Giver, string Receiver, string From, string? To)
{
    public static PartnershipAnswer Of(Partnership partnership) => new(
        partnership.Id, partnership.Name, partnership.Giver, partnership.Receiver, partnership.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        partnership.To?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
}

public sealed record PackAnswer(string File, string Hash, long Figures, long Records, long Postings, long Evidence);

public sealed record ExportAnswer(string Ledger, string File, long Records);

/// <param name="Sealing">How many versions of records it seals.</param>
public sealed record KeyAnswer(int Number, string Suite, string At, long Sealing, bool IsNewest);

/// <summary>A record that names a person.</summary>
public sealed record PersonAnswer(string Ledger, long Record, string Masked);
