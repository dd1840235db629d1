using System.Data.Common;
using Dapper;
using Jiedui.Declaring;

namespace Jiedui.Flow.Postings;

/// <summary>The short numbers that stand for measure and ledger codes in postings, so that a posting stays narrow.</summary>
public sealed class Codes
{
    private readonly Dictionary<string, long> numbers;
    private readonly Dictionary<long, string> codes;

    private Codes(Dictionary<string, long> numbers)
    {
        this.numbers = numbers;
        codes = numbers.ToDictionary(pair => pair.Value, pair => pair.Key);
    }

    /// <summary>Reads the numbers.</summary>
    public static Codes Load(DbConnection connection, DbTransaction? transaction = null) =>
        new(connection.Query<(long Id, string Code)>("SELECT id, code FROM code", transaction: transaction).ToDictionary(pair => pair.Code, pair => pair.Id));

    /// <summary>Gives every code a number that has none yet.</summary>
    public static Codes Ensure(DbConnection connection, DbTransaction transaction, IEnumerable<string> codes)
    {
        foreach (var code in codes.Except(Load(connection, transaction).numbers.Keys))
            connection.Execute("INSERT INTO code (code) VALUES (@code)", new { code }, transaction);
        return Load(connection, transaction);
    }

    /// <summary>The number of a code; 0, which nothing has, where it was never posted to.</summary>
    public long this[string code] => numbers.GetValueOrDefault(code);

    /// <summary>Under which number it is kept what both sides confirmed of a measure, beside all that was entered.</summary>
    public static long Confirmed(long number) => -number;

    /// <summary>The numbers under which the measures of one nature are kept.</summary>
    public IReadOnlySet<long> Of(IEnumerable<Measure> measures, Nature nature) =>
        measures.Where(measure => measure.Nature == nature).Select(measure => this[measure.Code]).SelectMany(number => new[] { number, Confirmed(number) }).ToHashSet();

    public string CodeOf(long number) => codes[Math.Abs(number)];
}
