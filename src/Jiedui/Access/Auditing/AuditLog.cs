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
        var conditions = new List<string> { "1 = 1" };
        var parameters = new DynamicParameters(new { query.Limit, query.Offset });
        Where(query.Actor, "actor = @actor", "actor");
        Where(query.Act?.ToString(), "act = @act", "act");
        Where(query.Partnership, "partnership = @partnership", "partnership");
        if (query.Period is { } period)
        {
            // Days are those of the reader's clock, moments are stored in UTC.
            Where(Moment(period.From), "at >= @from", "from");
            Where(Moment(period.To == DateOnly.MaxValue ? period.To : period.To.AddDays(1)), "at < @to", "to");
        }
        if (query.Search is { Length: > 0 } search)
            Where($"%{search.Replace("\\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal)}%", @"(about LIKE @search ESCAPE '\' OR told LIKE @search ESCAPE '\')", "search");
        var where = string.Join(" AND ", conditions);
        var total = access.ExecuteScalar<long>($"SELECT count(*) FROM audit WHERE {where}", parameters);
        return ([.. access.Query($"SELECT {Columns}, hash FROM audit WHERE {where} ORDER BY id DESC LIMIT @Limit OFFSET @Offset", parameters).Select(row => Entry(row))], total);

        void Where(object? value, string condition, string name)
        {
            if (value is null or "")
                return;
            conditions.Add(condition);
            parameters.Add(name, value);
        }
    }

    /// <summary>The last line; null in an empty log.</summary>
    public AuditEntry? Last() => Find(new AuditQuery { Limit = 1 }).Entries.FirstOrDefault();

    /// <summary>Reckons the whole chain again, and compares it with the deeds that it took over. Names each fault; changes nothing.</summary>
    /// <param name="anchors">Heads of the chain that were printed and kept elsewhere: the line's number, and its hash.</param>
    public (long Checked, IReadOnlyList<string> Faults) Check(params IReadOnlyList<(long Number, string Hash)> anchors)
    {
        using var books = database.Connect();
        using var access = database.ConnectAccess();
        using var snapshot = access.BeginTransaction();
        var deeds = books.Query<(long Id, long? Partnership, string At, string Kind, string Actor, string Told)>("SELECT id, partnership, at, kind, actor, told FROM deed")
            .ToDictionary(deed => deed.Id);
        var faults = new List<string>();
        var before = AuditChain.Beginning;
        var expected = 0L;
        foreach (var (row, hash, mark) in Rows(access, snapshot))
        {
            expected++;
            if (row.Id != expected)
            {
                faults.Add($"审计日志第 {expected} 条至第 {row.Id - 1} 条缺失。");
                expected = row.Id;
            }
            var again = Enum.TryParse<Suite>(row.Suite, out var suite) ? AuditChain.HashOf(suite, before, row) : [];
            if (!again.AsSpan().SequenceEqual(hash))
                faults.Add($"审计日志第 {row.Id} 条被改动过（{row.At}）。");
            else if (!MarkOf(hash).AsSpan().SequenceEqual(mark))
                faults.Add($"审计日志第 {row.Id} 条不是本系统写入的（{row.At}）。");
            if (anchors.FirstOrDefault(anchor => anchor.Number == row.Id) is { Number: > 0 } anchor && !anchor.Hash.Equals(Convert.ToHexStringLower(hash), StringComparison.OrdinalIgnoreCase))
                faults.Add($"审计日志第 {row.Id} 条与打印留存的校验值不符。");
            if (row.Deed is { } id && (!deeds.Remove(id, out var deed) || deed != (id, row.Partnership, row.At, row.Act, row.Actor, row.Told)))
                faults.Add($"审计日志第 {row.Id} 条所记的账务变动（第 {id} 号）与账中不符。");
            before = hash;
        }
        faults.AddRange(anchors.Where(anchor => anchor.Number > expected).Select(anchor => $"审计日志只有 {expected} 条，少于打印留存的第 {anchor.Number} 条：尾部被删。"));
        var last = LastTaken(access, snapshot);
        faults.AddRange(deeds.Keys.Where(id => id <= last).Order().Select(id => $"账务变动第 {id} 号不在审计日志中。"));
        return (expected, faults);
    }

    /// <summary>Writes the chain's head down as a line of its own, to be printed and kept elsewhere.</summary>
    public AuditEntry Anchor(Actor actor)
    {
        var head = Last();
        Note(actor, AuditAct.Anchor, head is null ? "" : $"第 {head.Number} 条", head?.Hash ?? "");
        return Last()!;
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
                (byte[])reader.GetValue(10), (byte[])reader.GetValue(11));
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
        access.ExecuteScalar<long>("SELECT coalesce(max(deed), 0) FROM audit", transaction: transaction);

    private static AuditEntry Entry(dynamic row) => new(
        (long)row.id, DateTimeOffset.Parse((string)row.at, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind), (string)row.actor, Enum.Parse<AuditAct>((string)row.act),
        (long?)row.partnership, (string)row.about, (string)row.told, (string)row.place, (long?)row.deed, Convert.ToHexStringLower((byte[])row.hash));

    private static string Moment(DateOnly day) => Text(new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Local)));

    private static string Now() => Text(DateTimeOffset.UtcNow);

    private static string Text(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture);

    private static string Clean(string text) => text.Replace('\u001f', ' ');
}
