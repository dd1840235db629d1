namespace Jiedui.Flow.Intake.Workbooks;

/// <summary>A file that cannot be read as a workbook. Message and remedy are for the user, in Chinese.</summary>
public sealed class UnreadableFileException(string code, string message, string remedy, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>E.g. file.empty, file.encrypted, file.truncated, file.bomb.</summary>
    public string Code { get; } = code;

    public string Remedy { get; } = remedy;
}
