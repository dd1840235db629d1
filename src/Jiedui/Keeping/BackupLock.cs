namespace Jiedui.Keeping;

/// <summary>Held by whoever writes a backup of a data folder, so that only one is written at a time, whichever process does it. It ends with its process.</summary>
internal sealed class BackupLock : IDisposable
{
    private const string Name = "backup.lock";

    /// <summary>EWOULDBLOCK of Linux, of macOS, and ERROR_SHARING_VIOLATION of Windows.</summary>
    private static readonly int[] Held = [11, 35, unchecked((int)0x80070020)];

    private readonly FileStream file;

    private BackupLock(FileStream file) => this.file = file;

    /// <exception cref="BackupFaultException">Another holds it, or it cannot be made.</exception>
    public static BackupLock Take(string folder) =>
        TryTake(folder) ?? throw new BackupFaultException("另一次备份正在进行。请等它结束后再试。");

    /// <summary>Null where another holds it.</summary>
    /// <exception cref="BackupFaultException">It cannot be made.</exception>
    public static BackupLock? TryTake(string folder)
    {
        try
        {
            return new BackupLock(new FileStream(Path.Combine(folder, Name), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException fault) when (Held.Contains(fault.HResult))
        {
            return null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new BackupFaultException($"数据文件夹 {folder} 不能写入，没有备份成：没有权限、只读或磁盘已满。请核对权限和剩余空间。");
        }
    }

    public void Dispose() => file.Dispose();
}
