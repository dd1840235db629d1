using System.Data;
using System.Data.Common;
using System.Globalization;
using Dapper;
using Jiedui.Sealing;
using Jiedui.Storage;

namespace Jiedui.Access.Auditing;

/// <summary>
/// 审计日志: who did what, when, from where; append-only, each line tied to all before it by a hash that anybody can reckon again, and marked under the
/// installation's key, so that who can only write the database cannot forge a line.
/// </summary>
public sealed class AuditLog(Database database)
{
    private const string Columns = "id, at, actor, act, partnership, about, told, place, deed, suite";

    /// <summary>Writes a line. What it tells must hold no personal data.</summary>
    /// <returns>Its number.</returns>
    public long Note(Actor actor, AuditAct act, string about, string told = "", long? partnership = null)
    {
        using var access = database.ConnectAccess();
        using var transaction = Database.BeginWriting(access);
        var number = Note(access, transaction, actor, act, about, told, partnership);
        transaction.Commit();
        return number;
    }

    /// <summary>Writes a line in the transaction that does what it tells of: neither stays without the other.</summary>
    public long Note(DbConnection access, DbTransaction transaction, Actor actor, AuditAct act, string about, string told = "", long? partnership = null) =>
        Append(access, transaction, new AuditRow(0, Now(), actor.Name, act.ToString(), partnership, Clean(about), Clean(told), actor.Place, null, ""));

    /// <summary>Takes over what was done to the books and is not in the chain yet: after each change, and at each start, for a killed process may have left some.</summary>
    /// <returns>How many lines were added.</returns>
    public int TakeOver(string place = "")
    {
        using var access = database.ConnectAccess();
        using var books = database.Connect();
        if (LastDeed(books) == LastTaken(access, null))
            return 0;
        using var transaction = Database.BeginWriting(access);
        var added = 0;
        foreach (var deed in books.Query<(long Id, long? Partnership, string At, string Kind, string Actor, string Told)>(
            "SELECT id, partnership, at, kind, actor, told FROM deed WHERE id > @last ORDER BY id", new { last = LastTaken(access, transaction) }))
        {
            Append(access, transaction, new AuditRow(0, deed.At, deed.Actor, deed.Kind, deed.Partnership, "", deed.Told, place, deed.Id, ""));
            added++;
        }
        transaction.Commit();
        return added;
    }

    /// <summary>One page of lines, the newest first, and how many there are in all.</summary>
    public (IReadOnlyList<AuditEntry> Entries, long Total) Find(AuditQuery query)
    {
        using var access = database.ConnectAccess();
        var (where, parameters) = query.AsSql();
        var total = access.ExecuteScalar<long>($"SELECT count(*) FROM audit WHERE {where}", parameters);
        parameters.AddDynamicParams(new { query.Limit, query.Offset });
        return ([.. access.Rows($"SELECT {Columns}, hash FROM audit WHERE {where} ORDER BY id DESC LIMIT @Limit OFFSET @Offset", Entry, parameters)], total);
    }

    /// <summary>All lines that are wanted, the newest first, read while they are written elsewhere.</summary>
    public IEnumerable<AuditEntry> All(AuditQuery query)
    {
        using var access = database.ConnectAccess();
        var (where, parameters) = query.AsSql();
        foreach (var entry in access.Rows($"SELECT {Columns}, hash FROM audit WHERE {where} ORDER BY id DESC", Entry, parameters))
            yield return entry;
    }

    /// <summary>The line of this number; null where there is none.</summary>
    public AuditEntry? Line(long number)
    {
        using var access = database.ConnectAccess();
        return access.Rows($"SELECT {Columns}, hash FROM audit WHERE id = @number", Entry, new { number }).FirstOrDefault();
    }

    /// <summary>The last line; null in an empty log.</summary>
    public AuditEntry? Last() => Find(new AuditQuery { Limit = 1 }).Entries.FirstOrDefault();

    /// <summary>Reckons the whole chain again, and compares it with the deeds that it took over. Names each fault; changes nothing.</summary>
    /// <param name="anchors">Heads of the chain that were printed and kept elsewhere: the line's number, and its hash.</param>
    public (long Checked, IReadOnlyList<string> Faults) Check(params IReadOnlyList<(long Number, string Hash)> anchors)
    {
        using var access = database.ConnectAccess();
        using var snapshot = Database.BeginReading(access);
        // The log is read as it stands now, the deeds a moment later: so each that it took over is there.
        var last = LastTaken(access, snapshot);
        using var books = database.Connect();
        var deeds = books.Query<(long Id, long? Partnership, string At, string Kind, string Actor, string Told)>("SELECT id, partnership, at, kind, actor, told FROM deed")
            .ToDictionary(deed => deed.Id);
        var kept = anchors.ToLookup(anchor => anchor.Number, anchor => anchor.Hash);
        var faults = new List<string>();
        var before = AuditChain.Beginning;
        var expected = 0L;
        foreach (var (row, hash, mark) in Rows(access, snapshot))
        {
            expected++;
            var follows = row.Id == expected;
            if (row.Id > expected)
                faults.Add($"审计日志第 {expected} 条至第 {row.Id - 1} 条缺失。");
            else if (row.Id < expected)
                faults.Add($"审计日志中混入了编号为 {row.Id} 的一条。");
            expected = row.Id;
            // After a gap nobody can say what stood before, so that the line itself is judged by its mark alone.
            var again = Enum.TryParse<Suite>(row.Suite, out var suite) && Enum.IsDefined(suite) ? AuditChain.HashOf(suite, before, row) : [];
            if (follows && !again.AsSpan().SequenceEqual(hash))
                faults.Add($"审计日志第 {row.Id} 条被改动过（{row.At}）。");
            else if (!MarkOf(hash).AsSpan().SequenceEqual(mark))
                faults.Add($"审计日志第 {row.Id} 条不是本系统写入的（{row.At}）。");
            if (kept[row.Id].Any(anchor => !anchor.Equals(Convert.ToHexStringLower(hash), StringComparison.OrdinalIgnoreCase)))
                faults.Add($"审计日志第 {row.Id} 条与打印留存的校验值不符。");
            if (row.Deed is { } id && (!deeds.Remove(id, out var deed) || deed != (id, row.Partnership, row.At, row.Act, row.Actor, row.Told)))
                faults.Add($"审计日志第 {row.Id} 条所记的账务变动（第 {id} 号）与账中不符。");
            before = hash;
        }
        faults.AddRange(anchors.Where(anchor => anchor.Number > expected).Select(anchor => $"审计日志只有 {expected} 条，少于打印留存的第 {anchor.Number} 条：尾部被删。"));
        faults.AddRange(deeds.Keys.Where(id => id <= last).Order().Select(id => $"账务变动第 {id} 号不在审计日志中。"));
        return (expected, faults);
    }

    /// <summary>Writes a line whose hash, printed and kept elsewhere, holds all lines before it in place.</summary>
    /// <returns>That line: its number and its hash are what is kept.</returns>
    public AuditEntry Anchor(Actor actor) => Line(Note(actor, AuditAct.Anchor, "", Last() is { } head ? $"此前共 {head.Number} 条" : "此前没有记录"))!;

    /// <summary>Anchors the chain once a day, where anything was written since the last time.</summary>
    /// <returns>Null where none was due.</returns>
    public AuditEntry? AnchorDaily(Actor actor, DateTimeOffset now)
    {
        var anchors = Find(new AuditQuery { Act = AuditAct.Anchor, Limit = 1 }).Entries;
        var isDue = anchors is not [var anchor] || AuditQuery.DayOf(anchor.At) < AuditQuery.DayOf(now);
        return isDue && Last() is { Act: not AuditAct.Anchor } ? Anchor(actor) : null;
    }

    private static IEnumerable<(AuditRow Row, byte[] Hash, byte[] Mark)> Rows(DbConnection access, DbTransaction snapshot)
    {
        using var command = access.CreateCommand();
        command.Transaction = snapshot;
        command.CommandText = $"SELECT {Columns}, hash, mark FROM audit ORDER BY id";
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            yield return (
                new AuditRow(
                    reader.GetInt64(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.IsDBNull(4) ? null : reader.GetInt64(4), reader.GetString(5),
                    reader.GetString(6), reader.GetString(7), reader.IsDBNull(8) ? null : reader.GetInt64(8), reader.GetString(9)),
                reader.GetFieldValue<byte[]>(10), reader.GetFieldValue<byte[]>(11));
        }
    }

    private long Append(DbConnection access, DbTransaction transaction, AuditRow row)
    {
        var suite = database.Vault.Suite;
        var (lastId, before) = access.QuerySingleOrDefault<(long, byte[]?)>("SELECT id, hash FROM audit ORDER BY id DESC LIMIT 1", transaction: transaction);
        row = row with { Id = lastId + 1, Suite = suite.ToString() };
        var hash = AuditChain.HashOf(suite, before ?? AuditChain.Beginning, row);
        access.Execute(
            $"INSERT INTO audit ({Columns}, hash, mark) VALUES (@Id, @At, @Actor, @Act, @Partnership, @About, @Told, @Place, @Deed, @Suite, @hash, @mark)",
            new { row.Id, row.At, row.Actor, row.Act, row.Partnership, row.About, row.Told, row.Place, row.Deed, row.Suite, hash, mark = MarkOf(hash) }, transaction);
        return row.Id;
    }

    private byte[] MarkOf(byte[] hash) => KeyedHash.Stored(database.Vault.Prints.Of([.. "audit"u8, .. hash]));

    private static long LastDeed(DbConnection books) => books.ExecuteScalar<long>("SELECT coalesce(max(id), 0) FROM deed");

    private static long LastTaken(DbConnection access, DbTransaction? transaction) =>
        access.ExecuteScalar<long>("SELECT coalesce(max(deed), 0) FROM audit WHERE deed <= 9223372036854775807", transaction: transaction);

    // A log that somebody tampered with must still be readable: what is no moment or no act is left open, and Check names the line.
    private static AuditEntry Entry(DbDataReader row) => new(
        row.GetInt64("id"), DateTimeOffset.TryParse(row["at"] as string, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var at) ? at : default, $"{row["actor"]}",
        Enum.TryParse(row["act"] as string, out AuditAct act) && Enum.IsDefined(act) ? act : null,
        row["partnership"] as long?, $"{row["about"]}", $"{row["told"]}", $"{row["place"]}", row["deed"] as long?, Convert.ToHexStringLower(row["hash"] as byte[] ?? []));

    private static string Now() => AuditQuery.Stored(DateTimeOffset.UtcNow);

    private static string Clean(string text) => text.Replace('\u001f', ' ');
}
