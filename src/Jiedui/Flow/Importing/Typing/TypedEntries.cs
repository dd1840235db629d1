using System.Data.Common;
using Jiedui.Declaring;
using Jiedui.Flow.Confirming;
using Jiedui.Flow.Ledgers;
using Jiedui.Measures;
using Jiedui.Storage;

namespace Jiedui.Flow.Importing.Typing;

/// <summary>Enters and corrects single records by hand. Who saw an older version than the current one is refused: of two people at once one wins, and the other is told.</summary>
public sealed class TypedEntries(Database database, Catalogue catalogue)
{
    public const int LongestReason = 200;

    /// <summary>What is typed stands in no cell.</summary>
    private static readonly Dictionary<string, string> Letters = [];

    /// <summary>Whether a ledger's records can be typed: a partnership is founded with its regions, not written by hand.</summary>
    public static bool Takes(LedgerType ledger) => ledger.Founds is null;

    /// <exception cref="ImportRefusedException">The ledger takes no typed records.</exception>
    public TypedOutcome Enter(TypedEntry entry)
    {
        if (!Takes(entry.Ledger))
            throw new ImportRefusedException($"“{entry.Ledger.Name}”不能逐条填写。请导入《{entry.Ledger.Name}》表，或运行 jiedui partnership add。");
        using var connection = database.Connect();
        // The write lock is held from here to the end: between the look at the current version and the next one nobody comes.
        using var transaction = Database.BeginWriting(connection);
        var outcome = Enter(entry, connection, transaction);
        if (outcome is TypedOutcome.Stored)
            transaction.Commit();
        return outcome;
    }

    private TypedOutcome Enter(TypedEntry entry, DbConnection connection, DbTransaction transaction)
    {
        var batch = Batches.Begin(connection, transaction, DateTimeOffset.UtcNow, entry.Record is null ? "entry" : "correction", entry.Actor, "", Mask.Within(entry.Reason.Trim()));
        if (entry.Side is { } side)
            Voice.Lend(connection, transaction, entry.Partnership, batch, side, Rules.Of(connection, entry.Partnership, transaction).StepsOf(side).Reached(entry.Level));
        var seals = new SheetSeals(database.Vault.Prints);
        using var books = new Books(connection, transaction, catalogue, entry.Partnership, batch, database.Vault, seals);
        var previous = entry.Record is { } record ? books.Current(entry.Ledger, record) : null;
        if (entry.Record is { } asked && previous?.Version != entry.Version)
            return Overtaking.Of(connection, database.Vault, entry, asked, books.Units);
        if (previous is not null && !entry.Reaches(previous.Row, books.Units))
            return new TypedOutcome.Missing();

        var typing = new TypedReading(entry, previous?.Row, books.Units);
        if (!typing.IsGood)
            return new TypedOutcome.Wrong(typing.Findings);
        var print = RowPrint.Of(typing.Row, books.Prints);
        if (Refusals(entry, typing, print, previous, books) is { Count: > 0 } refusals)
            return new TypedOutcome.Wrong([.. typing.Findings, .. refusals]);
        var changed = typing.ChangedFrom(previous?.Row);
        if (previous is not null && changed.Count == 0)
            return new TypedOutcome.Unchanged(previous.Record, previous.Version);

        var informing = Register(typing, books);
        var source = new SourceFile(connection, transaction, batch, "网页", "", 0);
        var sheet = source.Begin(previous is null ? "网页录入" : "网页更正", entry.Ledger, Letters);
        var stored = previous is null ? New(typing.Row, print, sheet, books) : books.Correct(previous, typing.Row, print, sheet);
        source.End(sheet, accepted: previous is null ? 1 : 0, unchanged: 0, corrected: previous is null ? 0 : 1, rejected: 0, seals);
        source.Tell(previous is null ? "Import" : "Correction", entry.Actor, entry.Partnership, Mask.Within(entry.Reason.Trim()));
        books.Finish();
        return new TypedOutcome.Stored(stored.Record, stored.Version, [.. typing.Findings, .. informing]);
    }

    private static StoredRecord New(Row row, RowPrint print, long sheet, Books books)
    {
        books.Enter(new PreparedRow(row, print, null, null, null), new Told(row.Ledger.Columns, []), sheet, rowNumber: 1);
        return books.Holder(row, print)!;
    }

    /// <summary>What is wrong with the record beside the others that are stored, and with who enters it.</summary>
    private static List<Finding> Refusals(TypedEntry entry, TypedReading typing, RowPrint print, StoredRecord? previous, Books books)
    {
        var refusals = new List<Finding>();
        var row = typing.Row;
        if (!entry.Reaches(row, books.Units))
            refusals.Add(Blocks("", "row.not-yours", $"这条记录不涉及“{books.Units.RefOf(entry.Within!.Value).Name}”及其下级单位，不在您的录入范围内。", "请核对单位一栏；确是别的单位的事，请由该单位或帮扶办录入。"));
        if (books.Holder(row, print) is { } holder && holder.Record != previous?.Record)
        {
            var keys = row.Ledger.Keys.First(key => key.All(row.Has));
            refusals.Add(Blocks(keys[0].Name, "row.exists", $"{string.Join('、', keys.Select(key => key.Name))}与另一条记录（第 {holder.Record} 条）相同，是同一件事。", "请去更正那一条；如确是两件事，请改正其中一条的这些内容。"));
        }
        else if (books.TakenBy(row) is { } taken && taken.Record != previous?.Record)
        {
            refusals.Add(Blocks(taken.Column.Name, "cell.taken", $"“{taken.Column.Name}”已用在另一条记录（第 {taken.Record} 条）上，不能重复。", "请核对是哪一条写错了。"));
        }
        if (row.Ledger.Registers is { } registration && previous is not null && typing.ChangedFrom(previous.Row).Any(column => column == registration.Name || column == registration.Parent))
            refusals.Add(Blocks(registration.Name.Name, "unit.identity", "单位的名称和上级不能改：已入账的记录都记在它名下。", "请登记一个新的单位，再更正该归它的记录。"));
        return refusals;
    }

    private static Finding Blocks(string column, string code, string message, string remedy) => new("", column, code, Severity.Blocks, message, remedy, "");

    /// <summary>Stores the units that the record names.</summary>
    /// <returns>What there is to tell of new ones.</returns>
    private static List<Finding> Register(TypedReading typing, Books books)
    {
        if (typing.Row.Ledger.Registers is { } registration)
            books.Register(SheetEntry.Announce(registration, books.Units, typing.Row).Id);
        return
        [
            .. typing.Row.Ledger.Columns
                .Where(column => typing.Row[column] is UnitRef unit && books.Register(unit.Id) && column.Kind == ColumnKind.Organisation)
                .Select(column => new Finding("", column.Name, "org.added", Severity.Informs, $"“{typing.Row[column]}”是第一次出现的单位，已登记。", "如它就是已登记的某个单位，请改用登记的名称。", "")),
        ];
    }
}
