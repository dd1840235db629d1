using Jiedui.Declaring;

namespace Jiedui.Flow.Matching.Traits;

internal sealed class RiseTrait(NumberRises rises) : Trait
{
    private readonly List<long> now = [];
    private readonly Offers offers = new(rises.Offered);

    public override void AddPerson(Row row) => now.Add(Offers.Least(row, rises.Now));

    public override void AddOpening(Row row) => offers.Add(row);

    public override int Points(int person, int opening) =>
        now[person] is > Offers.None and var present && offers.Has(opening) && offers.LowOf(opening) > present
            ? (int)Math.Min(rises.Weight, (offers.LowOf(opening) - present) / rises.Step)
            : 0;

    public override string Words(int person, int opening) =>
        $"{rises.Name}比{rises.Now.Name} {offers.InUnits(now[person])}至少多 {offers.InUnits(offers.LowOf(opening) - now[person])}";
}
