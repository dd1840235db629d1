using System.Data.Common;
using Jiedui.Storage.Engines;

namespace Jiedui.Storage;

/// <summary>What is wrong with a database that fails in the midst of work, for whoever can do something about it.</summary>
public static class DatabaseFault
{
    /// <summary>In Chinese: what is wrong, and what to do. The database's own words are English and may say back what was written.</summary>
    public static string Told(DbException fault) => FileFault.Told(fault) ?? ServerFault.Told(fault);
}
