using Jiedui.Declaring;

namespace Jiedui.Flow.Matching.Traits;

/// <summary>One reason over all people and all openings: what it needs of each, side by side in arrays, and what it makes of a pair.</summary>
internal abstract class Trait
{
    public static Trait Of(MatchReason reason) => reason switch
    {
        TextFits fits => new TextTrait(fits),
        NumberReaches reaches => new ReachTrait(reaches),
        NumberRises rises => new RiseTrait(rises),
        BothHold both => new BothTrait(both),
        _ => throw new DeclarationException($"匹配理由“{reason.Name}”没有算法。"),
    };

    public abstract void AddPerson(Row row);

    public abstract void AddOpening(Row row);

    /// <summary>Called once when all have been added, before the first pair is asked for; from then on any number of threads may ask.</summary>
    public virtual void Close()
    {
    }

    /// <summary>The points of a pair: none where there is nothing to say.</summary>
    public abstract int Points(int person, int opening);

    /// <summary>The reason in words, for a pair that it gives points to or takes them from.</summary>
    public abstract string Words(int person, int opening);
}
