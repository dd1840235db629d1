using Jiedui.Access;
using Jiedui.Flow.Importing;
using Jiedui.Flow.Ledgers;

namespace Jiedui.App.Answers;

/// <summary>What the policy leaves an actor of an import.</summary>
public static class Entering
{
    /// <summary>The import as this actor may do it.</summary>
    public static ImportOptions By(this ImportOptions how, Actor actor) => how with
    {
        Actor = actor.Name,
        Side = actor.Side,
        Level = Speaking.LevelOf(actor) ?? Level.Clerk,
        Within = actor.Unit,
        OnlyPartnership = actor.Partnership,
        MayRegister = Policy.Allows(actor, Act.EnterRegistry),
    };
}
