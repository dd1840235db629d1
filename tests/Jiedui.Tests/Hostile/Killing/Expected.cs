namespace Jiedui.Tests.Hostile.Killing;

/// <summary>What the books must hold after what was acknowledged: for each fair its employers and its version, which version was confirmed, or that it was withdrawn.</summary>
internal sealed class Expected
{
    public Dictionary<string, Fair> Fairs { get; } = [];

    /// <summary>How many acts were acknowledged.</summary>
    public int Acknowledged { get; set; }

    /// <summary>What the one act that was under way would make of it; null where none was.</summary>
    public Action<Expected>? UnderWay { get; set; }

    public Expected Copy()
    {
        var copy = new Expected { Acknowledged = Acknowledged };
        foreach (var (name, fair) in Fairs)
            copy.Fairs[name] = fair;
        return copy;
    }

    public override string ToString() => string.Join('\n', Fairs.OrderBy(fair => fair.Key, StringComparer.Ordinal).Select(fair => $"{fair.Key} {fair.Value.Employers} v{fair.Value.Version} confirmed {fair.Value.Confirmed} {(fair.Value.IsWithdrawn ? "withdrawn" : "")}"));
}

/// <param name="Confirmed">The newest version that was confirmed; 0 for none.</param>
internal sealed record Fair(long Record, int Employers, int Version, bool IsWithdrawn = false, int Confirmed = 0);
