namespace Jiedui.Declaring;

/// <summary>
/// Whom or what a posting is about: a person by ID, a household, a unit, a project in a year. Two postings with equal kind and key are about the same subject.
/// </summary>
/// <param name="Kind">人, 户, 单位, 项目 …; the same number of two kinds is two subjects.</param>
/// <param name="Key">What tells it apart: an ID number, a household number, a name.</param>
/// <param name="IsPersonal">Whether the key is personal data, so that it is kept only as a hash.</param>
public sealed record Subject(string Kind, string Key, bool IsPersonal = false)
{
    /// <summary>What this subject is a part of: a project in a year is part of the project.</summary>
    public Subject? PartOf { get; init; }

    public static Subject? Person(string? idNumber) => idNumber is null ? null : new("人", idNumber, IsPersonal: true);

    public static Subject? Household(string? number) => number is null ? null : new("户", number);

    public static Subject? Unit(Measures.UnitRef? unit) => unit is { } known ? new("单位", CellText.Of(known)) { Label = known.Name } : null;

    public static Subject? Named(string kind, string? name) => name is null ? null : new(kind, name);

    /// <summary>How it is shown; the key, unless said otherwise. Never shown where personal.</summary>
    public string Label { get => field ?? Key; init; }
}
