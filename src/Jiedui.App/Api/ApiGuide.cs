using Microsoft.AspNetCore.Http.Metadata;

namespace Jiedui.App.Api;

/// <summary>One route of the API as its page tells it.</summary>
internal sealed record ApiGuide(string Method, string Path, string Summary, string Example)
{
    private static readonly Dictionary<string, string> Examples = new(StringComparer.Ordinal)
    {
        ["/api/v1/figures"] = "/api/v1/figures?code=labour.job_fairs&from=2020-01&to=2020-12",
        ["/api/v1/trace/{code}"] = "/api/v1/trace/labour.job_fairs?limit=10",
        ["/api/v1/report"] = "/api/v1/report?format=docx",
        ["/api/v1/pack"] = "/api/v1/pack?from=2020-01&to=2020-12",
        ["/api/v1/match"] = "/api/v1/match?fair=金秋送岗进丹凤招聘会",
        ["/api/v1/import"] = "curl -H 'X-Jiedui: 1' -F files=@台账.xlsx '…/api/v1/import?dryRun=true'",
    };

    /// <summary>Taken from the program's own routes, so that the page names none that is gone and misses none that is new.</summary>
    public static IReadOnlyList<ApiGuide> Routes(IEnumerable<EndpointDataSource> endpoints) =>
        [.. endpoints.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(route => route.RoutePattern.RawText?.StartsWith("/api/v1", StringComparison.Ordinal) == true)
            .Select(Of).DistinctBy(route => (route.Method, route.Path))];

    private static ApiGuide Of(RouteEndpoint route)
    {
        var path = route.RoutePattern.RawText!;
        return new ApiGuide(
            route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods[0] ?? "GET", path,
            route.Metadata.GetMetadata<IEndpointSummaryMetadata>()?.Summary ?? "", Examples.GetValueOrDefault(path, path));
    }
}
