using Jiedui.Flow.Matching;

namespace Jiedui.Tests.Flow.Matching;

/// <summary>Markets written down, and what must hold of every assignment on one.</summary>
internal static class Markets
{
    /// <param name="places">For each opening how many it wants, and how many it takes.</param>
    /// <param name="people">For each person the openings that suit, and how well.</param>
    public static Market Of((int Low, int High)[] places, params (int Opening, int Benefit)[][] people) => Of(places, 5, people);

    public static Market Of((int Low, int High)[] places, int costBeyond, (int Opening, int Benefit)[][] people)
    {
        var start = new int[people.Length + 1];
        for (var person = 0; person < people.Length; person++)
            start[person + 1] = start[person] + people[person].Length;
        var edges = people.SelectMany(one => one).ToList();
        return new Market(
            start, [.. edges.Select(edge => edge.Opening)], [.. edges.Select(edge => (short)edge.Benefit)], [.. places.Select(one => one.Low)], [.. places.Select(one => one.High)], costBeyond);
    }

    /// <summary>Nobody holds what does not suit him, no opening takes too many, the objective is what the assignment gives, and the bound is none below it.</summary>
    public static void AssertSound(Market market, Assignment assignment)
    {
        var filled = new int[market.Openings];
        var sum = 0L;
        for (var person = 0; person < market.People; person++)
        {
            if (assignment.OpeningOf[person] is not Assignment.Nobody and var opening)
            {
                filled[opening]++;
                sum += market.BenefitOf(person, opening) - (assignment.IsBeyond[person] ? market.CostBeyond : 0);
            }
        }
        Assert.All(filled.Select((count, opening) => (count, most: market.High[opening])), one => Assert.True(one.count <= one.most));
        Assert.Equal(sum, assignment.Objective);
        Assert.Equal(filled.Select((count, opening) => Math.Max(0, count - market.Low[opening])).Sum(), assignment.IsBeyond.Count(beyond => beyond));
        Assert.Equal(filled.Sum(), assignment.Assigned);
        Assert.True(assignment.Bound >= assignment.Objective);
    }
}
