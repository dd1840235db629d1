using System.Collections.Frozen;

namespace Jiedui.Access;

/// <summary>Who may do what: the one table that every page, route, command and export obeys.</summary>
public static class Policy
{
    private static readonly FrozenDictionary<Role, FrozenSet<Act>> Table = new Dictionary<Role, Act[]>
    {
        [Role.Office] =
        [
            Act.SeeFigures, Act.SeeRecords, Act.SeeEvidence, Act.SeePersonal, Act.Enter, Act.EnterRegistry, Act.Withdraw, Act.Confirm, Act.Review, Act.Export,
            Act.ExportClear, Act.Report, Act.Pack, Act.Verify, Act.ErasePerson, Act.SetRules,
        ],
        [Role.Clerk] = [Act.SeeFigures, Act.SeeRecords, Act.SeeEvidence, Act.SeePersonal, Act.Enter, Act.Withdraw, Act.Confirm, Act.Export, Act.Report],
        [Role.Leader] = [Act.SeeFigures, Act.SeeRecords, Act.SeeEvidence, Act.Review, Act.Export, Act.Report, Act.Pack],
        [Role.Assessor] = [Act.SeeFigures, Act.SeeRecords, Act.SeeEvidence, Act.Export, Act.Report, Act.Pack],
        [Role.Auditor] =
        [
            Act.SeeFigures, Act.SeeRecords, Act.SeeEvidence, Act.SeePersonal, Act.Export, Act.ExportClear, Act.Report, Act.Pack, Act.Verify, Act.SeeAudit,
        ],
        [Role.SystemAdministrator] = [Act.ManageSystem, Act.Backup, Act.Verify],
        [Role.SecurityAdministrator] = [Act.ManageAccounts, Act.ManageKeys],
        [Role.AuditAdministrator] = [Act.SeeAudit, Act.Verify],
    }.ToFrozenDictionary(row => row.Key, row => row.Value.ToFrozenSet());

    /// <summary>What would redraw the bounds of units, or concerns the whole partnership: nobody's who is bound to a unit.</summary>
    private static readonly FrozenSet<Act> OfTheWhole = new[] { Act.EnterRegistry, Act.SetRules, Act.ErasePerson }.ToFrozenSet();

    /// <summary>Whether the act is the actor's at all, somewhere.</summary>
    public static bool Allows(Actor actor, Act act) =>
        actor.IsOwner || Table[actor.Role].Contains(act) && actor.Scope?.Contains(act) != false && !(actor.Unit is not null && OfTheWhole.Contains(act));

    /// <summary>Whether the act is the actor's in this partnership.</summary>
    public static bool Allows(Actor actor, Act act, long partnership) => Allows(actor, act) && Reaches(actor, partnership);

    /// <summary>Whether the actor can know of this partnership's books. A unit has its number within a partnership, so who has a unit and no partnership reaches nothing.</summary>
    public static bool SeesBooks(Actor actor, long partnership) =>
        (actor.IsOwner || Table[actor.Role].Contains(Act.SeeFigures)) && Reaches(actor, partnership);

    private static bool Reaches(Actor actor, long partnership) => actor.Partnership is { } own ? own == partnership : actor.Unit is null;

    /// <summary>All acts of a role.</summary>
    public static IReadOnlySet<Act> ActsOf(Role role) => Table[role];
}
