using System.Runtime.InteropServices;

namespace Jiedui.Storage.Engines;

/// <summary>
/// Calls straight to the engine, for what is called millions of times. The provider, and the library below it, look at the type of each value, have each text copied,
/// and guard the statement against being closed, for each value anew: that takes longer than all the rest.
/// </summary>
internal static class SqliteLibrary
{
    private const string Name = "e_sqlite3";

    [DllImport(Name, EntryPoint = "sqlite3_step")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern int Step(nint statement);

    [DllImport(Name, EntryPoint = "sqlite3_column_int64")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    [SuppressGCTransition]
    public static extern long Number(nint statement, int at);

    [DllImport(Name, EntryPoint = "sqlite3_column_type")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    [SuppressGCTransition]
    public static extern int Type(nint statement, int at);

    /// <returns>Where a text, as UTF-8, or bytes begin, until the next step.</returns>
    [DllImport(Name, EntryPoint = "sqlite3_column_blob")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    [SuppressGCTransition]
    public static extern nint Bytes(nint statement, int at);

    [DllImport(Name, EntryPoint = "sqlite3_column_bytes")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    [SuppressGCTransition]
    public static extern int Length(nint statement, int at);

    [DllImport(Name, EntryPoint = "sqlite3_bind_null")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    [SuppressGCTransition]
    public static extern int BindNull(nint statement, int place);

    [DllImport(Name, EntryPoint = "sqlite3_bind_int64")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    [SuppressGCTransition]
    public static extern int BindNumber(nint statement, int place, long value);

    /// <param name="keeper">Zero: the bytes stay where they are until the statement has run.</param>
    [DllImport(Name, EntryPoint = "sqlite3_bind_text")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    [SuppressGCTransition]
    public static extern int BindText(nint statement, int place, nint bytes, int length, nint keeper);

    /// <inheritdoc cref="BindText"/>
    [DllImport(Name, EntryPoint = "sqlite3_bind_blob")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    [SuppressGCTransition]
    public static extern int BindBlob(nint statement, int place, nint bytes, int length, nint keeper);

    /// <summary>What lets one thread at a time into a connection. A thread that holds it may come in again.</summary>
    [DllImport(Name, EntryPoint = "sqlite3_db_mutex")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern nint MutexOf(nint database);

    [DllImport(Name, EntryPoint = "sqlite3_mutex_enter")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern void Enter(nint mutex);

    [DllImport(Name, EntryPoint = "sqlite3_mutex_leave")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern void Leave(nint mutex);
}
