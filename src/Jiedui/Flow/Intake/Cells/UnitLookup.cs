using Jiedui.Measures;

namespace Jiedui.Flow.Intake.Cells;

/// <summary>Finds a registered unit by what a cell says.</summary>
/// <param name="text">The trimmed text: a name, a code, or a path such as 棣花镇茶房社区.</param>
/// <param name="context">The row's units read so far, left to right: 石沟村 beside 商镇 is the one below 商镇.</param>
public delegate UnitMatch UnitLookup(string text, IReadOnlyList<UnitRef> context);

/// <param name="Unit">The one unit that it names, or null.</param>
/// <param name="Candidates">Where it names several or none, names that may have been meant (paths), nearest first, at most three.</param>
public readonly record struct UnitMatch(UnitRef? Unit, IReadOnlyList<string> Candidates);
