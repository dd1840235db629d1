using Jiedui.Declaring;

namespace Jiedui.Flow.Matching.Traits;

internal sealed class BothTrait(BothHold both) : Trait
{
    private readonly List<bool> people = [];
    private readonly List<bool> openings = [];

    public override void AddPerson(Row row) => people.Add(both.Person(row));

    public override void AddOpening(Row row) => openings.Add(both.Opening(row));

    public override int Points(int person, int opening) => people[person] && openings[opening] ? both.Weight : 0;

    public override string Words(int person, int opening) => both.Name;
}
