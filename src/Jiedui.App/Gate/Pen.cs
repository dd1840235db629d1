using Jiedui.Access;
using Jiedui.Declaring;

namespace Jiedui.App.Gate;

/// <summary>Who writes a single record by hand, and whether they may.</summary>
public sealed class Pen(Visitor visitor, Catalogue catalogue)
{
    public Actor Holder => visitor.Known;

    public bool Writes(LedgerType ledger, long partnership) =>
        Policy.Allows(Holder, catalogue.IsRegistry(ledger) ? Act.EnterRegistry : Act.Enter, partnership);
}
