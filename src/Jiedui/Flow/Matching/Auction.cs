namespace Jiedui.Flow.Matching;

/// <summary>
/// A forward auction with epsilon scaling (Bertsekas): people bid for openings, an opening's places are alike and cost what the cheapest of them does. Each round begins with the
/// prices of the one before and bids more finely. A place that nobody took, though its price had risen, bids for a person in turn, until it is taken or costs nothing: so the prices
/// are right for any number of people and places, and the value of the dual problem at these prices says how far the result can be from the best.
/// Everything goes in the order of records: the same market gives the same result.
/// </summary>
public sealed class Auction
{
    /// <summary>Up to so many people the result is the optimum itself: benefits are multiplied until the epsilons of all of them make less than one point.</summary>
    private const int ExactUpTo = 40_000;

    /// <summary>Beyond that the result falls short by at most one such part of a point a person.</summary>
    private const int CoarseScale = 32;

    /// <summary>By how much each round is finer than the one before.</summary>
    private const int Refinement = 6;

    private readonly Market market;
    private readonly int scale;
    private readonly Places places;
    private readonly int[] prices;
    private readonly Action<double>? progress;
    private readonly CancellationToken cancel;
    private readonly ForwardBids forward;
    private readonly ReverseBids reverse;

    private Auction(Market market, Action<double>? progress, CancellationToken cancel)
    {
        (this.market, this.progress, this.cancel) = (market, progress, cancel);
        var seekers = Interest.Of(market);
        places = Places.Of(market, seekers);
        scale = market.People < ExactUpTo ? market.People + 1 : CoarseScale;
        var costBeyond = market.CostBeyond * scale;
        prices = new int[market.Openings];
        forward = new ForwardBids(market, places, scale, costBeyond, prices, cancel);
        reverse = new ReverseBids(market, seekers, places, scale, costBeyond, prices, cancel);
    }

    /// <param name="progress">Told how much is done, from 0 to 1.</param>
    public static Assignment Solve(Market market, Action<double>? progress = null, CancellationToken cancel = default) => new Auction(market, progress, cancel).Solve();

    private Assignment Solve()
    {
        var holding = new int[market.People];
        var rounds = Rounds().ToList();
        for (var round = 0; round < rounds.Count; round++)
        {
            cancel.ThrowIfCancellationRequested();
            forward.Run(rounds[round], holding);
            reverse.Run(rounds[round], holding);
            progress?.Invoke((round + 1.0) / rounds.Count);
        }
        return DualBound.Judge(market, places, holding, prices, scale, forward.Bids + reverse.Bids);
    }

    /// <summary>The epsilons, from an eighth of the greatest benefit down to one.</summary>
    private IEnumerable<int> Rounds()
    {
        var greatest = 1;
        foreach (var benefit in market.Benefit.AsSpan(0, market.Edges))
            greatest = Math.Max(greatest, benefit);
        for (var epsilon = greatest * scale / 8; epsilon > 1; epsilon /= Refinement)
            yield return epsilon;
        yield return 1;
    }
}
