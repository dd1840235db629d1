using Jiedui.Bench.Growth;
using Jiedui.Bench.Matching;
using Jiedui.Bench.Pages;
using Jiedui.Bench.Reports;
using Jiedui.Bench.Results;
using Jiedui.Bench.Roles;

namespace Jiedui.Bench.Topics;

/// <summary>Something that the bench measures by itself, with its floors and peers in the same run.</summary>
/// <param name="Name">The word by which it is run alone.</param>
/// <param name="Measure">Measures it, at the sizes that were asked for or at its own.</param>
internal sealed record Topic(string Name, Func<IReadOnlyList<int>, Task<Section>> Measure)
{
    /// <summary>In the order of the results.</summary>
    public static IReadOnlyList<Topic> All { get; } =
    [
        new("roster", sizes => Task.FromResult(new Run(sizes.Count > 0 ? sizes : [10_000, 100_000, 1_000_000]).Go())),
        new("matching", sizes => Task.FromResult(MatchingRun.Go(sizes))),
        new("roles", _ => RolesRun.Go()),
        new("pages", PagesRun.Go),
        new("report", sizes => Task.FromResult(ReportRun.Go(sizes.Count > 0 ? sizes : [100_000, 1_000_000]))),
        new("figures", sizes => Task.FromResult(FiguresRun.Go(sizes.Count > 0 ? sizes : [1_000_000, 10_000_000]))),
        new("exports", sizes => Task.FromResult(ExportsRun.Go(sizes))),
        new("start", _ => StartRun.Go()),
    ];

    public static int PlaceOf(string name) => All.TakeWhile(topic => topic.Name != name).Count();
}
