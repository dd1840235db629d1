using Jiedui.Keeping;

namespace Jiedui.App.Answers;

public sealed record BackupAnswer(string File, long Bytes, string Sha256, int Files, bool Encrypted, string MasterKey, DateTimeOffset At)
{
    public static BackupAnswer Of(BackupResult result) => new(
        result.File, result.Bytes, result.Sha256, result.Manifest.Entries.Count, result.Manifest.HoldsKey, result.Manifest.MasterKey, result.Manifest.At);
}

public sealed record RestoreAnswer(string Data, bool Ok, long Checked, DateTimeOffset At, string? KeyFile);
