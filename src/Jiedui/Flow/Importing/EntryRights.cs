using Jiedui.Declaring;
using Jiedui.Flow.Ledgers;

namespace Jiedui.Flow.Importing;

/// <summary>What of a sheet is the importer's to enter. A row that is not comes back with the reason, as any other wrong row does.</summary>
internal sealed class EntryRights(ImportOptions options, Catalogue catalogue)
{
    /// <summary>Whether he may enter this ledger at all: what everything else hangs on is the office's.</summary>
    public bool Allows(LedgerType ledger) => options.MayRegister || !catalogue.IsRegistry(ledger);

    /// <summary>Whether a partnership is his to change, or to found.</summary>
    /// <param name="known">Its number; null for one that is not founded yet.</param>
    public bool AllowsPartnership(long? known) => options.OnlyPartnership is not { } own || own == known;

    /// <summary>Why a row is not his; null where it is.</summary>
    /// <param name="print">Under which something may be stored already.</param>
    public (string Message, string Remedy)? Against(Row row, RowPrint print, Books books, int number)
    {
        if (options.Within is not { } unit)
            return null;
        var units = books.Units;
        var reach = new Reach(0, unit);
        var own = units.RefOf(unit).Name;
        if (!reach.Covers(row, units))
        {
            var named = string.Join('、', row.Units().Select(other => other.Name).Distinct());
            return ($"第 {number} 行{(named.Length > 0 ? $"写的是“{named}”，" : "没有写单位，")}不涉及“{own}”及其下级单位，不在您的录入范围内。",
                $"请核对单位一栏；确是别的单位的事，请由该单位或帮扶办录入。");
        }
        return books.Known(row, print) is { } known && !reach.Covers(known, units)
            ? ($"第 {number} 行要更正的记录已由别的单位入账，不涉及“{own}”及其下级单位。", "请核对关键列；确需更正，请与帮扶办联系。")
            : null;
    }
}
