using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(Jiedui.Tests.Kit.LongestFirst))]

namespace Jiedui.Tests.Kit;

/// <summary>What many classes share runs longest, for its tests wait for one another: it begins first, so that nothing is left to wait for at the end.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [.. testCollections.OrderByDescending(collection => collection.TestCollectionClassName is not null).ThenBy(collection => collection.UniqueID, StringComparer.Ordinal)];
}
