using Jiedui.Declaring;

namespace Jiedui.Flow.Intake.Sheets.Headers;

/// <summary>Every header that the catalogue knows, so that a sheet's header is looked up once and not compared with each ledger.</summary>
internal sealed class HeaderIndex
{
    private readonly Dictionary<string, List<KnownHeader>> byKey = [];

    public HeaderIndex(Catalogue catalogue)
    {
        Ledgers = catalogue.Ledgers;
        foreach (var ledger in catalogue.Ledgers)
        {
            foreach (var column in ledger.Columns)
            {
                Add(column.Name, new KnownHeader(ledger, column, IsExact: true));
                foreach (var alias in column.Aliases)
                    Add(alias, new KnownHeader(ledger, column, IsExact: false));
            }
        }
    }

    public IReadOnlyList<LedgerType> Ledgers { get; }

    public IReadOnlyList<KnownHeader> Find(string key) => byKey.TryGetValue(key, out var known) ? known : [];

    public bool Knows(string key) => byKey.ContainsKey(key);

    private void Add(string header, KnownHeader known)
    {
        // As written first: an alias such as 单价（元） is also found by 单价, and 资金/总投资 is a header under a group.
        foreach (var key in (string[])[HeaderText.Folded(header), HeaderText.Of(header).Key, string.Concat(header.Split('/').Select(part => HeaderText.Of(part).Key))])
        {
            if (!byKey.TryGetValue(key, out var all))
                byKey.Add(key, all = []);
            if (!all.Exists(one => one.Ledger == known.Ledger))
                all.Add(known);
        }
    }
}

/// <param name="IsExact">The standard name, not an alias.</param>
internal sealed record KnownHeader(LedgerType Ledger, Column Column, bool IsExact);
