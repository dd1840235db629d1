namespace Jiedui.Flow.Matching;

/// <summary>People bid: each for the opening that is worth most to him, as much as makes it worth the second best, and epsilon more. Whoever is outbid bids again.</summary>
internal sealed class ForwardBids(Market market, Places places, int scale, int costBeyond, int[] prices, CancellationToken cancel)
{
    private readonly int[] asked = new int[places.Total];
    private readonly int[] holders = new int[places.Total];
    private readonly Queue<int> waiting = new(1024);
    private int epsilon;

    public long Bids { get; private set; }

    /// <param name="holding">What each person gets.</param>
    public void Run(int epsilon, int[] holding)
    {
        this.epsilon = epsilon;
        Array.Fill(holding, Assignment.Nobody);
        Array.Fill(holders, Assignment.Nobody);
        for (var opening = 0; opening < market.Openings; opening++)
            Begin(opening);
        for (var person = 0; person < market.People; person++)
        {
            waiting.Enqueue(person);
            while (waiting.TryDequeue(out var next))
                Bid(next, holding);
        }
    }

    // The wanted places come first and cost less, so the row of an opening's places begins as a heap.
    private void Begin(int opening)
    {
        var from = places.Start[opening];
        for (var place = 0; place < places.High[opening]; place++)
            asked[from + place] = Math.Max(prices[opening], place < places.Low[opening] ? 0 : costBeyond);
        if (places.High[opening] > 0)
            prices[opening] = asked[from];
    }

    private void Bid(int person, int[] holding)
    {
        if ((++Bids & 0xFFFF) == 0)
            cancel.ThrowIfCancellationRequested();
        int best = 0, second = 0, chosen = Assignment.Nobody;
        for (var edge = market.Start[person]; edge < market.Start[person + 1]; edge++)
        {
            var opening = market.Opening[edge];
            if (places.High[opening] == 0)
                continue;
            var worth = market.Benefit[edge] * scale - prices[opening];
            if (worth > best)
                (second, best, chosen) = (best, worth, opening);
            else if (worth > second)
                second = worth;
        }
        if (chosen == Assignment.Nobody)
            return;
        var outbid = Take(chosen, person, prices[chosen] + best - second + epsilon);
        holding[person] = chosen;
        if (outbid == Assignment.Nobody)
            return;
        holding[outbid] = Assignment.Nobody;
        waiting.Enqueue(outbid);
    }

    /// <returns>Who had the cheapest place before.</returns>
    private int Take(int opening, int person, int price)
    {
        var from = places.Start[opening];
        var outbid = holders[from];
        var count = places.High[opening];
        var hole = 0;
        for (var child = 1; child < count; child = 2 * hole + 1)
        {
            if (child + 1 < count && asked[from + child + 1] < asked[from + child])
                child++;
            if (asked[from + child] >= price)
                break;
            (asked[from + hole], holders[from + hole]) = (asked[from + child], holders[from + child]);
            hole = child;
        }
        (asked[from + hole], holders[from + hole]) = (price, person);
        prices[opening] = asked[from];
        return outbid;
    }
}
