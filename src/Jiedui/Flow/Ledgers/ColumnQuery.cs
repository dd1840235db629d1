using System.Data.Common;
using Jiedui.Declaring;
using Jiedui.Measures;
using Jiedui.Storage;

namespace Jiedui.Flow.Ledgers;

/// <summary>Which records are meant where the values of one column are asked for; those without a date are meant in every period.</summary>
public sealed record ColumnQuery(Reach Reach, Period Period)
{
    /// <summary>Only records that name this unit or one below it, as figures count them.</summary>
    public long? Unit { get; init; }

    /// <summary>As it was known at this moment; null for now.</summary>
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>Only what both sides confirmed.</summary>
    public bool ConfirmedOnly { get; init; }

    /// <summary>More than there are records: days and numbers are sorted by as one number.</summary>
    private const long Day = 10_000_000_000;

    /// <summary>
    /// The distinct values of a column, in the order of the records' days and numbers. The database groups them: of a million records none is read beyond that column.
    /// </summary>
    internal IEnumerable<object?> ValuesOf(LedgerType ledger, Column column, DbConnection connection, UnitRegistry units)
    {
        var table = new LedgerTable(ledger);
        var fields = LedgerTable.ValueFieldsOf(column);
        return connection.Stream(
            $"""
            SELECT {fields}, min(t.day * {Day} + t.record) AS place FROM {table.Name} t
            WHERE t.partnership = @Partnership AND {Standing} AND {Reach.Condition("t.parties", units)} AND (t.day BETWEEN @from AND @to OR t.day = 0)
                AND {(Reach with { Unit = Unit }).Condition("t.parties", units)}
            GROUP BY {fields} ORDER BY place
            """,
            new { Reach.Partnership, from = DayNumber.Of(Period.From), to = DayNumber.Of(Period.To), last = AsOf is { } moment ? Batches.LastAt(connection, moment) : 0, ledger.Code },
            reader => LedgerTable.ReadValue(column, reader, 0, units.RefOf));
    }

    private string Standing
    {
        get
        {
            var stands = AsOf is null ? "t.superseded IS NULL" : "t.batch <= @last AND (t.superseded IS NULL OR t.superseded > @last)";
            return !ConfirmedOnly ? stands
                : AsOf is null ? $"{stands} AND {Voice.BothConfirmedSql}"
                : $"{stands} AND {Voice.LastSql(Side.Giver, Number, "@last")} = 3 AND {Voice.LastSql(Side.Receiver, Number, "@last")} = 3";
        }
    }

    /// <summary>The ledger's number.</summary>
    private const string Number = "(SELECT id FROM code WHERE code = @Code)";
}
