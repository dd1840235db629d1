using Jiedui.Flow.Importing;

namespace Jiedui.Tests.Kit;

/// <summary>The whole case, imported twice into one installation. Its tests only read, or work on a copy.</summary>
public sealed class ImportedCase : IDisposable
{
    public ImportedCase()
    {
        First = Office.Import(Files);
        BetweenImports = DateTimeOffset.UtcNow;
        ContentsOfFirst = Office.FiguresOf(Jiedui.Work.Article.Catalogue.Indicators);
        Second = Office.Import(Files);
    }

    /// <summary>The registry stands last, on purpose.</summary>
    public static IReadOnlyList<string> Files { get; } =
        [.. Directory.EnumerateFiles(Path.Combine(Case.Folder, "ledgers")).OrderDescending(StringComparer.Ordinal)];

    public Installation Office { get; } = new();

    public ImportReport First { get; }

    public ImportReport Second { get; }

    public DateTimeOffset BetweenImports { get; }

    /// <summary>All figures after the first import.</summary>
    public string ContentsOfFirst { get; }

    /// <summary>A copy that a test may write to.</summary>
    public Installation Copy() => Office.Copy();

    public void Dispose() => Office.Dispose();
}

[CollectionDefinition(Name)]
public sealed class ImportedCaseCollection : ICollectionFixture<ImportedCase>
{
    public const string Name = "the imported case";
}
