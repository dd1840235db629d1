using System.Data;
using System.Data.Common;
using System.Globalization;
using Dapper;
using Jiedui.Measures;

namespace Jiedui.Storage;

/// <summary>帮扶关系: who helps whom, since when.</summary>
public sealed record Partnership(long Id, string Giver, string Receiver, DateOnly From, DateOnly? To, string? Basis)
{
    /// <summary>碑林区—丹凤县.</summary>
    public string Name => $"{Giver}—{Receiver}";

    /// <summary>Its life: to its end, or to today while it lasts.</summary>
    public Period Life(DateOnly today) => new(From, To ?? (today < From ? From : today));
}

/// <summary>The partnerships that a database holds.</summary>
public static class Partnerships
{
    public static IReadOnlyList<Partnership> All(DbConnection connection) =>
        [.. connection.Rows("SELECT id, giver, receiver, starts, ends, basis FROM partnership ORDER BY id", Read)];

    /// <summary>The one of this name (碑林区—丹凤县; the dash may be any), or null.</summary>
    public static Partnership? Find(DbConnection connection, string name) =>
        All(connection).FirstOrDefault(partnership => Plain(partnership.Name) == Plain(name));

    /// <summary>Stores a partnership, or the changed dates of one that is known.</summary>
    public static long Save(DbConnection connection, DbTransaction transaction, string giver, string receiver, DateOnly from, DateOnly? to, string? basis)
    {
        var told = new { giver, receiver, from = Text(from), to = to is { } day ? Text(day) : null, basis };
        return connection.QuerySingleOrDefault<long?>(
            "UPDATE partnership SET starts = @from, ends = @to, basis = @basis WHERE giver = @giver AND receiver = @receiver RETURNING id", told, transaction)
            ?? connection.QuerySingle<long>(
                "INSERT INTO partnership (giver, receiver, starts, ends, basis) VALUES (@giver, @receiver, @from, @to, @basis) RETURNING id", told, transaction);
    }

    private static Partnership Read(DbDataReader row) => new(
        row.GetInt64("id"), row.GetString("giver"), row.GetString("receiver"), Day(row.GetString("starts")), row.TextOrNull("ends") is { } ends ? Day(ends) : null, row.TextOrNull("basis"));

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Plain(string name) => name.Replace("—", "-", StringComparison.Ordinal).Replace("－", "-", StringComparison.Ordinal).Replace("–", "-", StringComparison.Ordinal).Replace("--", "-", StringComparison.Ordinal);
}
