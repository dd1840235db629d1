using Jiedui.Access;
using Jiedui.Flow.Confirming;
using Jiedui.Flow.Ledgers;
using Jiedui.Measures;

namespace Jiedui.App.Answers;

/// <summary>For whom an actor speaks, and what he may say. An account speaks for its own side alone; only the machine's owner may name either, and must.</summary>
public static class Speaking
{
    public static Level? LevelOf(Actor actor) => actor.Role switch
    {
        Role.Office => Level.Office,
        Role.Leader => Level.Unit,
        Role.Clerk => Level.Clerk,
        Role.Assessor or Role.Auditor or Role.SystemAdministrator or Role.SecurityAdministrator or Role.AuditAdministrator => null,
    };

    /// <summary>Null for who speaks for no side, or names one that is not his.</summary>
    public static Speaker? SpeakerOf(Actor actor, Side? named = null)
    {
        var side = actor.IsOwner ? named : actor.Side;
        return side is { } own && (named ?? own) == own && LevelOf(actor) is { } level ? new Speaker(actor.Name, own, level, actor.Unit) : null;
    }

    /// <summary>Whether a verdict is the actor's to give in a partnership.</summary>
    public static bool May(Actor actor, Verdict verdict, long partnership) => Policy.Allows(actor, verdict switch
    {
        Verdict.Confirm or Verdict.Dispute => Act.Confirm,
        Verdict.Review or Verdict.Return => Act.Review,
    }, partnership);
}
