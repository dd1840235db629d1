using Jiedui.Declaring;

namespace Jiedui.Flow.Matching.Traits;

internal sealed class ReachTrait(NumberReaches reaches) : Trait
{
    private readonly List<long> wishes = [];
    private readonly Offers offers = new(reaches.Offered);

    /// <summary>What a person wishes at least; <see cref="Offers.None"/> where he does not say.</summary>
    public long WishOf(int person) => wishes[person];

    /// <summary>What an opening offers at least.</summary>
    public long LowOf(int opening) => offers.LowOf(opening);

    public override void AddPerson(Row row) => wishes.Add(Offers.Least(row, reaches.Wished));

    public override void AddOpening(Row row) => offers.Add(row);

    public override int Points(int person, int opening)
    {
        if (wishes[person] is not (> Offers.None and var wish) || !offers.Has(opening))
            return 0;
        if (offers.LowOf(opening) >= wish)
            return reaches.Weight;
        var missing = wish - offers.HighOf(opening);
        return missing <= 0 ? reaches.Weight / 2 : -(int)Math.Min(reaches.MostAgainst, (missing + reaches.Step - 1) / reaches.Step);
    }

    public override string Words(int person, int opening)
    {
        var (wish, low) = (wishes[person], offers.LowOf(opening));
        var wished = $"期望 {offers.InUnits(wish)}";
        var told = $"{reaches.Name} {offers.Told(opening)}";
        return low > wish ? $"{told}，高于{wished}" : low == wish ? $"{told}，达到{wished}" : offers.HighOf(opening) >= wish ? $"{told}，上限达到{wished}" : $"{told}，低于{wished}";
    }
}
