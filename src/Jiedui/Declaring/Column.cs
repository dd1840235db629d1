namespace Jiedui.Declaring;

/// <summary>One column of a ledger: what it is called in real workbooks, what its cells hold, and who may see it.</summary>
public abstract class Column(ColumnKind kind, string name)
{
    public ColumnKind Kind { get; } = kind;

    /// <summary>Its standard Chinese name, also the name of its database column and the one that <c>--where</c> takes.</summary>
    public string Name { get; } = name;

    /// <summary>Other headers seen for it.</summary>
    public IReadOnlyList<string> Aliases { get; private protected set; } = [];

    public bool IsRequired { get; private protected set; }

    /// <summary>Personal data: masked on screen, never logged.</summary>
    public bool IsPersonal { get; private protected set; }

    /// <summary>One sentence for the template and the help page, or empty.</summary>
    public string Hint { get; private protected set; } = "";

    /// <summary>Its place in a <see cref="Row"/>; set by the ledger that declares it.</summary>
    public int Index { get; internal set; } = -1;

    /// <summary>The unit word of a number, e.g. 元 or 元/亩; empty for everything else.</summary>
    public virtual string UnitText => "";

    /// <summary>How many smallest units make one of <see cref="UnitText"/>; 1 for everything that is no number.</summary>
    public virtual int Scale => 1;

    /// <summary>The options of a choice, else none.</summary>
    public virtual IReadOnlyList<string> Options => [];

    public override string ToString() => Name;
}

/// <summary>A column whose cells can be read with their type: <c>Date.Of(row)</c>.</summary>
public abstract class Column<TSelf>(ColumnKind kind, string name) : Column(kind, name)
    where TSelf : Column<TSelf>
{
    private TSelf Self => (TSelf)this;

    /// <summary>Adds headers seen in real workbooks.</summary>
    public TSelf Also(params string[] aliases)
    {
        Aliases = [.. Aliases, .. aliases];
        return Self;
    }

    public TSelf Required()
    {
        IsRequired = true;
        return Self;
    }

    public TSelf Personal()
    {
        IsPersonal = true;
        return Self;
    }

    public TSelf Hinted(string hint)
    {
        Hint = hint;
        return Self;
    }
}
