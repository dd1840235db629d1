namespace Jiedui.Flow.Matching;

/// <summary>
/// Openings bid: one that has a free place, though it costs more than nothing, lowers its price until the place is worth as much to somebody as what he has, and takes him
/// from there. What he had is then free, and may bid in turn. People only gain by it, so it ends.
/// </summary>
internal sealed class ReverseBids(Market market, Interest interest, Places places, int scale, int costBeyond, int[] prices, CancellationToken cancel)
{
    private readonly int[] filled = new int[market.Openings];
    private readonly int[] gains = new int[market.People];
    private readonly Queue<int> free = new(1024);
    private int epsilon;
    private int[] holding = [];

    public long Bids { get; private set; }

    /// <param name="holding">What each person has, and then gets.</param>
    public void Run(int epsilon, int[] holding)
    {
        (this.epsilon, this.holding) = (epsilon, holding);
        Array.Clear(filled);
        for (var person = 0; person < market.People; person++)
        {
            gains[person] = GainOf(person);
            if (holding[person] != Assignment.Nobody)
                filled[holding[person]]++;
        }
        for (var opening = 0; opening < market.Openings; opening++)
            Offer(opening);
        while (free.TryDequeue(out var opening))
            Bid(opening);
    }

    /// <summary>What the best opening is worth to a person at the present prices; nothing where none is worth anything.</summary>
    private int GainOf(int person)
    {
        var best = 0;
        for (var edge = market.Start[person]; edge < market.Start[person + 1]; edge++)
        {
            if (places.High[market.Opening[edge]] > 0)
                best = Math.Max(best, market.Benefit[edge] * scale - prices[market.Opening[edge]]);
        }
        return best;
    }

    private void Offer(int opening)
    {
        if (filled[opening] < places.High[opening] && prices[opening] > Floor(opening))
            free.Enqueue(opening);
    }

    /// <summary>Below what the next free place of an opening is not given away.</summary>
    private int Floor(int opening) => filled[opening] < places.Low[opening] ? 0 : costBeyond;

    private void Bid(int opening)
    {
        var before = prices[opening];
        while (filled[opening] < places.High[opening] && prices[opening] > Floor(opening))
        {
            if ((++Bids & 0xFFF) == 0)
                cancel.ThrowIfCancellationRequested();
            var floor = Floor(opening);
            var (best, second, person, benefit) = Nearest(opening, floor);
            if (person == Assignment.Nobody)
            {
                prices[opening] = floor;
                break;
            }
            // Never above what it cost: it is the opening that gives way.
            prices[opening] = Math.Min(Math.Min(prices[opening], best), Math.Max(floor, second - epsilon));
            gains[person] = benefit - prices[opening];
            Move(person, opening);
        }
        if (prices[opening] < before)
            Share(opening);
    }

    /// <summary>The person who would bring most for the next place, and what the next best would.</summary>
    private (int Best, int Second, int Person, int Benefit) Nearest(int opening, int floor)
    {
        var (best, second, nearest, benefit) = (floor, floor, Assignment.Nobody, 0);
        for (var at = interest.Start[opening]; at < interest.Start[opening + 1]; at++)
        {
            var person = interest.Person[at];
            if (holding[person] == opening)
                continue;
            var brings = interest.Benefit[at] * scale - gains[person];
            if (brings > best)
                (second, best, nearest, benefit) = (best, brings, person, interest.Benefit[at] * scale);
            else if (brings > second)
                second = brings;
        }
        return (best, second, nearest, benefit);
    }

    private void Move(int person, int opening)
    {
        var before = holding[person];
        holding[person] = opening;
        filled[opening]++;
        if (before == Assignment.Nobody)
            return;
        filled[before]--;
        Offer(before);
    }

    /// <summary>What an opening costs less its holders gain.</summary>
    private void Share(int opening)
    {
        for (var at = interest.Start[opening]; at < interest.Start[opening + 1]; at++)
        {
            var person = interest.Person[at];
            if (holding[person] == opening)
                gains[person] = Math.Max(gains[person], interest.Benefit[at] * scale - prices[opening]);
        }
    }
}
