namespace Jiedui.App.Answers;

public sealed record DemoAnswer(string Data, string? Url);

public sealed record ReportAnswer(string File, int Figures, IReadOnlyList<string> UnboundNumbers);

public sealed record VerifyAnswer(bool Ok, long Checked, IReadOnlyList<string> Faults);

public sealed record PartnershipAnswer(long Id, string Name, string Giver, string Receiver, string From, string? To);
