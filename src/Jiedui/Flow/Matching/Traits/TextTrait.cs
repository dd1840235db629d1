using Jiedui.Declaring;
using Jiedui.Measures;

namespace Jiedui.Flow.Matching.Traits;

internal sealed class TextTrait(TextFits fits) : Trait
{
    private readonly Phrases wanted = new(fits.Fillers);
    private readonly Phrases offered = new(fits.Fillers);
    private readonly List<int>[] ofPeople = [.. fits.Of.Select(_ => new List<int>())];
    private readonly List<int> ofOpenings = [];
    private readonly int[] shares = [.. fits.Of.Select(one => one.Share)];
    private PhraseMatch[][] near = [];
    private Affinities affinities = new(0, 0);

    public bool IsNeeded => fits.IsNeeded;

    /// <summary>How many different texts the openings have.</summary>
    public int Offered => offered.Count;

    /// <summary>The number of an opening's text; <see cref="Phrases.None"/> where it has none.</summary>
    public int OfOpening(int opening) => ofOpenings[opening];

    public override void AddPerson(Row row)
    {
        for (var at = 0; at < ofPeople.Length; at++)
            ofPeople[at].Add(wanted.NumberOf(TextOf(row, fits.Of[at].Column)));
    }

    public override void AddOpening(Row row) => ofOpenings.Add(offered.NumberOf(TextOf(row, fits.To)));

    public override void Close()
    {
        var index = new PhraseIndex(offered);
        near = [.. Enumerable.Range(0, wanted.Count).Select(phrase => index.Near(wanted.TermsOf(phrase)))];
        affinities = new Affinities(wanted.Count, offered.Count);
        for (var phrase = 0; phrase < near.Length; phrase++)
        {
            foreach (var match in near[phrase])
                affinities.Set(phrase, match.Phrase, match.Affinity);
        }
    }

    /// <summary>The openings' texts that come near to what a person says, column by column.</summary>
    public IEnumerable<PhraseMatch> Near(int person)
    {
        foreach (var column in ofPeople)
        {
            if (column[person] is not Phrases.None and var phrase)
            {
                foreach (var match in near[phrase])
                    yield return match;
            }
        }
    }

    public override int Points(int person, int opening) => Best(person, opening).Points;

    public override string Words(int person, int opening)
    {
        var column = Best(person, opening).Column;
        var (mine, theirs) = (wanted.TextOf(ofPeople[column][person]), offered.TextOf(ofOpenings[opening]));
        return FoldedText.Fold(mine) == FoldedText.Fold(theirs)
            ? $"{fits.Name}相符：{theirs}"
            : $"{fits.Name}相近：{fits.Of[column].Column.Name}“{Mask.Within(mine)}”，岗位“{Mask.Within(theirs)}”";
    }

    private (int Points, int Column) Best(int person, int opening)
    {
        var best = (Points: 0, Column: 0);
        if (ofOpenings[opening] is not Phrases.None and var theirs)
        {
            for (var at = 0; at < ofPeople.Length; at++)
            {
                if (ofPeople[at][person] is not Phrases.None and var mine
                    && fits.Weight * shares[at] * affinities.Of(mine, theirs) / (100 * FoldedText.Same) is var points && points > best.Points)
                {
                    best = (points, at);
                }
            }
        }
        return best;
    }

    private static string? TextOf(Row row, Column column) => row[column] switch
    {
        string text => text,
        UnitRef unit => unit.Name,
        string[] list => string.Join('、', list),
        _ => null,
    };
}
