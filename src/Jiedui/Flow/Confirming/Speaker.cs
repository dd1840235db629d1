using Jiedui.Flow.Ledgers;
using Jiedui.Measures;

namespace Jiedui.Flow.Confirming;

/// <summary>Who speaks for a side.</summary>
/// <param name="Name">By which the word is told.</param>
/// <param name="Side">The only side whose word this can be.</param>
/// <param name="Level">How far up that side.</param>
/// <param name="Within">Only records that name this unit or one below it; null for all of the side's.</param>
public sealed record Speaker(string Name, Side Side, Level Level, long? Within = null);
