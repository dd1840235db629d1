using System.Data.Common;
using System.Globalization;
using Jiedui.Access;
using Jiedui.Flow.Confirming;
using Jiedui.Flow.Indicators;
using Jiedui.Flow.Ledgers;
using Jiedui.Measures;
using Jiedui.Storage;

namespace Jiedui.App.Answers;

/// <summary>How figures are asked for, as text from the command line or a web address. What is not said has the contract's default.</summary>
public sealed record Question
{
    /// <summary>Who asks: what lies outside his reach is unknown to him.</summary>
    public required Actor Actor { get; init; }

    public string? Partnership { get; init; }

    public string? From { get; init; }

    public string? To { get; init; }

    public string? Unit { get; init; }

    public IReadOnlyList<string> Where { get; init; } = [];

    public string? AsOf { get; init; }

    /// <summary>Only what both sides confirmed; null for what the partnership agreed to count as official.</summary>
    public bool? Confirmed { get; init; }

    /// <summary>The partnership that is named, or the only one.</summary>
    public Partnership PartnershipIn(DbConnection connection)
    {
        var all = Partnerships.All(connection).Where(known => Policy.SeesBooks(Actor, known.Id)).ToList();
        if (Partnership is { } name)
            return all.Find(known => known.Id == Partnerships.Find(connection, name)?.Id) ?? throw new UsageException($"没有名为“{name}”的帮扶关系。已有：{string.Join('、', all.Select(known => known.Name))}。");
        return all switch
        {
            [var only] => only,
            [] => throw new UsageException("还没有帮扶关系。请先导入《帮扶关系》表，或运行 jiedui partnership add。"),
            _ => throw new UsageException($"有多个帮扶关系，请指明 partnership：{string.Join('、', all.Select(known => known.Name))}。"),
        };
    }

    /// <exception cref="UsageException">Something in it names nothing that is known.</exception>
    public FigureQuery In(DbConnection connection, Partnership partnership)
    {
        var today = DateOnly.FromDateTime(DateTime.Today);
        var life = partnership.Life(today);
        // One end that lies outside the partnership's life takes the other with it.
        var first = From is { } begin ? Date(begin).First : (DateOnly?)null;
        var last = To is { } end ? Date(end).Last : (DateOnly?)null;
        var from = first ?? (last < life.From ? last.Value : life.From);
        var to = last ?? (first > life.To ? (first > today ? first.Value : today) : life.To);
        if (from > to)
            throw new UsageException($"期间从 {from:yyyy-MM-dd} 到 {to:yyyy-MM-dd}，先后颠倒了。");
        return new FigureQuery(partnership.Id, new Period(from, to))
        {
            Within = Actor.Unit,
            FindsPersonal = Policy.Allows(Actor, Act.SeePersonal),
            Unit = Unit is { } unit ? UnitNamed(unit, connection, new Reach(partnership.Id, Actor.Unit)) : null,
            Where = [.. Where.Select(Condition)],
            AsOf = AsOf is { } moment ? Moment(moment) : null,
            ConfirmedOnly = Confirmed ?? Rules.Of(connection, partnership.Id).OnlyConfirmed,
        };
    }

    /// <summary>A day, month or year: 2020-05-01, 2020-05, 2020.</summary>
    public static PartialDate Date(string text)
    {
        try
        {
            return PartialDate.Parse(text);
        }
        catch (Exception fault) when (fault is FormatException or ArgumentException or OverflowException)
        {
            throw new UsageException($"“{text}”不是年月，请写成 2020-05。");
        }
    }

    private static UnitRef UnitNamed(string name, DbConnection connection, Reach reach) =>
        NamedUnit.In(UnitFinder.Within(reach, UnitRegistry.Load(connection, reach.Partnership), connection), name);

    /// <summary>A condition as it is written: 列名=值.</summary>
    public static (string Column, string Value) Condition(string text)
    {
        var cut = text.IndexOf('=', StringComparison.Ordinal);
        return cut > 0 ? (text[..cut].Trim(), text[(cut + 1)..].Trim()) : throw new UsageException($"条件“{text}”应写成 列名=值。");
    }

    private static DateTimeOffset Moment(string text)
    {
        if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeLocal, out var moment))
            throw new UsageException($"“{text}”不是时间，请写成 2021-01-31 或 2021-01-31T18:00。");
        // A day means its whole.
        return text.Contains(':', StringComparison.Ordinal) ? moment : moment.AddDays(1).AddTicks(-1);
    }
}
