using Jiedui.Declaring;

namespace Jiedui.Flow.Postings;

/// <summary>A posting but for what its version gives it: number, batch, units. Reckoned before the version is stored.</summary>
public readonly record struct Draft(long Measure, Nature Nature, int Day, long? Low, long? High, NumberedSubject Subject);
