using Jiedui.Storage;
using Jiedui.Work;

namespace Jiedui.Bench;

/// <summary>What a step works on.</summary>
/// <param name="Workbook">The generated roster.</param>
/// <param name="Folder">The data folder of this round.</param>
/// <param name="Rows">How many people the roster holds.</param>
internal sealed record Bench(string Workbook, string Folder, int Rows)
{
    /// <summary>The server on which the books are kept, an empty database at first; null for the built-in one. With it, one size is measured once.</summary>
    public static string? Server { get; } = Environment.GetEnvironmentVariable("JIEDUI_BENCH_DB");

    public Database Open() => Database.Open(Folder, Article.Catalogue.Ledgers, server: Server);
}
