using Jiedui.Access;
using Jiedui.Declaring;

namespace Jiedui.App.Gate;

/// <summary>Who writes a single record by hand, and whether they may.</summary>
public sealed class Pen(Visitor visitor, Catalogue catalogue)
{
    /// <summary>Who is signed in; where nobody signs in, the owner of the machine, as at the command line.</summary>
    public Actor Holder => visitor.Actor ?? Actor.Owner(Environment.UserName);

    public bool Writes(LedgerType ledger, long partnership) =>
        Policy.Allows(Holder, catalogue.IsRegistry(ledger) ? Act.EnterRegistry : Act.Enter, partnership);
}
