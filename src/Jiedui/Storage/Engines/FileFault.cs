using System.Data.Common;
using Microsoft.Data.Sqlite;
using static SQLitePCL.raw;

namespace Jiedui.Storage.Engines;

/// <summary>What is wrong with the files of the built-in engine.</summary>
internal static class FileFault
{
    /// <summary>Null for the fault of another engine.</summary>
    public static string? Told(DbException fault) => (fault as SqliteException)?.SqliteErrorCode switch
    {
        null => null,
        SQLITE_FULL => "磁盘已满，数据库写不进去。请腾出空间后再试。",
        SQLITE_BUSY or SQLITE_LOCKED => "另一项写入一直没有结束，等不到数据库。请稍后再试。",
        SQLITE_READONLY or SQLITE_PERM or SQLITE_CANTOPEN or SQLITE_AUTH => "数据库文件打不开或不能写入。请核对数据文件夹的路径和权限。",
        SQLITE_IOERR => "读写数据库文件时磁盘出错。请核对磁盘和剩余空间，再试一次。",
        SQLITE_CORRUPT or SQLITE_NOTADB => "数据库文件已损坏。请先停止使用，再用最近的备份恢复（jiedui restore）。",
        { } code => $"数据库出错（错误码 {code}）。请把这个错误码告诉管理员。",
    };
}
