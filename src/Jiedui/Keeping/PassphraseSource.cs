namespace Jiedui.Keeping;

/// <summary>Where a passphrase comes from, if nobody types it: never from the command line, which others can read.</summary>
public static class PassphraseSource
{
    public const string Variable = "JIEDUI_BACKUP_PASSPHRASE";

    public static string? InEnvironment => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } text ? text : null;

    /// <summary>The file's first line.</summary>
    /// <exception cref="BackupFaultException">There is none.</exception>
    public static string InFile(string file)
    {
        try
        {
            return File.ReadLines(file).FirstOrDefault() is { Length: > 0 } line ? line : throw new BackupFaultException($"口令文件 {file} 的第一行是空的，应写口令。");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new BackupFaultException($"打不开口令文件 {file}。请核对路径和权限。");
        }
    }
}
