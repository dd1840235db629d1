using Jiedui.Declaring;
using Jiedui.Flow.Matching.Traits;
using Jiedui.Measures;

namespace Jiedui.Flow.Matching;

/// <summary>What a matching needs of all people and all openings, in arrays; no object is kept of any of them. Both are numbered in the order of their records.</summary>
public sealed class Profiles(MatchingType matching)
{
    private readonly List<long> people = [];
    private readonly List<long> openings = [];
    private readonly List<int> firstOfOwner = [];
    private readonly Dictionary<string, int> owners = [];
    private readonly List<int> low = [];
    private readonly List<int> high = [];
    private readonly HashSet<int> dropped = [];

    internal IReadOnlyList<Trait> Traits { get; } = [.. matching.Reasons.Select(Trait.Of)];

    public MatchingType Matching => matching;

    public int People => people.Count;

    public int Openings => openings.Count;

    /// <summary>How many places there are at most.</summary>
    public long Places => high.Sum(places => (long)places);

    /// <param name="record">Higher than that of every person before.</param>
    public void AddPerson(long record, Row row)
    {
        Demand(people, record);
        people.Add(record);
        foreach (var trait in Traits)
            trait.AddPerson(row);
    }

    /// <summary>A person who was added shall not be proposed after all.</summary>
    public void Drop(int person) => dropped.Add(person);

    public bool Seeks(int person) => !dropped.Contains(person);

    /// <summary>How many people are to be proposed.</summary>
    public int Seeking => people.Count - dropped.Count;

    /// <param name="record">Higher than that of every opening before.</param>
    public void AddOpening(long record, Row row)
    {
        Demand(openings, record);
        openings.Add(record);
        firstOfOwner.Add(FirstOf(CellText.Of(row[matching.Openings.Owner])));
        var places = row[matching.Openings.Places] as Amount? ?? default;
        low.Add(Places(places.Low ?? 0));
        high.Add(Places(Math.Max(places.High ?? places.Low ?? 0, places.Low ?? 0)));
        foreach (var trait in Traits)
            trait.AddOpening(row);

        // Nobody offers more places than there can be people.
        static int Places(long told) => (int)Math.Clamp(told, 0, 10_000_000);
    }

    /// <summary>All have been added.</summary>
    public void Close()
    {
        foreach (var trait in Traits)
            trait.Close();
    }

    public long PersonRecord(int person) => people[person];

    public long OpeningRecord(int opening) => openings[opening];

    /// <summary>The first opening of the same owner: by it the owners stand in order.</summary>
    public int FirstOfOwner(int opening) => firstOfOwner[opening];

    /// <summary>How many an opening wants, and how many it takes at most.</summary>
    public (int Low, int High) PlacesOf(int opening) => (low[opening], high[opening]);

    /// <summary>What speaks for a pair less what speaks against it; zero where what is needed is missing.</summary>
    public int Points(int person, int opening)
    {
        var sum = 0;
        foreach (var trait in Traits)
        {
            var points = trait.Points(person, opening);
            if (points == 0 && trait is TextTrait { IsNeeded: true })
                return 0;
            sum += points;
        }
        return sum;
    }

    /// <summary>Whether any opening comes near to what is needed for this person.</summary>
    public bool FitsAny(int person) => Traits.OfType<TextTrait>().Where(trait => trait.IsNeeded).All(trait => trait.Near(person).Any());

    /// <summary>The reasons whose points make up <see cref="Points"/>.</summary>
    public IReadOnlyList<ToldReason> Reasons(int person, int opening) =>
        [.. Traits.Select(trait => (trait, points: trait.Points(person, opening))).Where(one => one.points != 0).Select(one => new ToldReason(one.trait.Words(person, opening), one.points))];

    private int FirstOf(string owner) => owners.TryGetValue(owner, out var first) ? first : owners[owner] = openings.Count - 1;

    private static void Demand(List<long> records, long record)
    {
        if (records.Count > 0 && records[^1] >= record)
            throw new ArgumentException("Records come in the order of their numbers.", nameof(record));
    }
}

/// <summary>A reason in words, with the points that it gave or took.</summary>
public sealed record ToldReason(string Words, int Points);
