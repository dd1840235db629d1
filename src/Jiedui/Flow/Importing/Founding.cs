using System.Data.Common;
using Jiedui.Declaring;
using Jiedui.Measures;
using Jiedui.Storage;

namespace Jiedui.Flow.Importing;

/// <summary>Founds partnerships: a row of 帮扶关系 creates its two regions where they are new.</summary>
internal sealed class Founding(DbConnection connection, DbTransaction transaction)
{
    private const string RegionKind = "区县";

    /// <summary>The number of the partnership that a row names; null where it is not founded yet.</summary>
    public long? Known(PartnershipFounding columns, Row row)
    {
        var (giver, receiver) = (columns.Giver.Of(row)!.Value.Name, columns.Receiver.Of(row)!.Value.Name);
        return Partnerships.All(connection).FirstOrDefault(known => known.Giver == giver && known.Receiver == receiver)?.Id;
    }

    /// <summary>Founds the partnership that a row names, and turns its two names into the registered regions.</summary>
    public long Found(PartnershipFounding columns, Row row, Func<long, Books> booksOf)
    {
        var (giver, receiver) = (columns.Giver.Of(row)!.Value.Name, columns.Receiver.Of(row)!.Value.Name);
        var id = Known(columns, row) ?? Save(columns, row);
        var books = booksOf(id);
        row[columns.Giver] = Region(books, giver, Side.Giver);
        row[columns.Receiver] = Region(books, receiver, Side.Receiver);
        return id;
    }

    /// <summary>Stores what a row says of its partnership: since when, until when, and why.</summary>
    /// <returns>The partnership's number.</returns>
    public long Save(PartnershipFounding columns, Row row) => Found(
        columns.Giver.Of(row)!.Value.Name, columns.Receiver.Of(row)!.Value.Name, columns.From.Of(row)!.Value.First, columns.To.DayOf(row), columns.Basis.Of(row));

    public long Found(string giver, string receiver, DateOnly from, DateOnly? to, string? basis) =>
        Partnerships.Save(connection, transaction, giver, receiver, from, to == DateOnly.MaxValue ? null : to, basis);

    public static UnitRef Region(Books books, string name, Side side)
    {
        var known = books.Units.Named(name).FirstOrDefault(unit => unit.Parent is null);
        var region = known ?? books.Units.Announce(name, RegionKind, null, null, side);
        books.Register(region.Id);
        return region.Ref;
    }
}
