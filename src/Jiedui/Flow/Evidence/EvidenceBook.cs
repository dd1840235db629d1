using System.Data.Common;
using Dapper;
using Jiedui.Declaring;
using Jiedui.Flow.Evidence.Pictures;
using Jiedui.Flow.Ledgers;
using Jiedui.Storage;

namespace Jiedui.Flow.Evidence;

/// <summary>佐证: files behind records. The same content is kept once, however often and under whatever name it comes; a link is withdrawn, never deleted.</summary>
public sealed class EvidenceBook(Database database, Catalogue catalogue)
{
    public const long LargestFile = 50L * 1024 * 1024;

    private const int LongestName = 200;

    private readonly EvidenceStore store = new(database);

    /// <summary>Puts files behind one record. Each is taken or refused on its own.</summary>
    /// <param name="grade">What they are; null for what their type usually is, or what was said of the same file here before.</param>
    /// <exception cref="EvidenceRefusedException">There is no such current record.</exception>
    public IReadOnlyList<FiledEvidence> Attach(
        LedgerType ledger, long partnership, long record, IEnumerable<EvidenceFile> files, EvidenceGrade? grade, string actor)
    {
        using var connection = database.Connect();
        if (!RecordReach.IsCurrent(connection, ledger, partnership, record))
            throw new EvidenceRefusedException($"“{ledger.Name}”没有第 {record} 条记录，或它已撤回。请核对后再传。");
        return Store(connection, partnership, [.. files.Select(file => Take(file, grade) with { Targets = [new RecordRef(ledger.Code, record)] })], actor);
    }

    /// <summary>Puts each file behind the records whose 佐证材料 names it, with or without its ending. One that no record names is not kept.</summary>
    /// <param name="within">How far the sender reaches: only records that name this unit or one below it; null for the whole partnership.</param>
    public IReadOnlyList<FiledEvidence> AttachMatching(long partnership, IEnumerable<EvidenceFile> files, EvidenceGrade? grade, string actor, long? within = null)
    {
        using var connection = database.Connect();
        var named = NamedEvidence.Read(connection, catalogue, partnership, within);
        return Store(connection, partnership, [.. files.Select(file => named.Of(NameOf(file)) is { All: > 0 } found
            ? found.Within.Count > 0
                ? Take(file, grade) with { Targets = found.Within, OutOfReach = found.All - found.Within.Count }
                : new TakenFile(NameOf(file)) { Refusal = $"有 {found.All} 条记录写着这个名称，但都不在您的单位范围内，没有保存。", OutOfReach = found.All }
            : new TakenFile(NameOf(file)) { Refusal = "没有记录的“佐证材料”写着这个名称，没有保存。请核对文件名，或到那条记录的页面上传。" })], actor);
    }

    /// <summary>Withdraws a file from a record; the file and the reason are kept.</summary>
    /// <returns>False where it does not stand behind it.</returns>
    public bool Remove(LedgerType ledger, long partnership, long record, long evidence, string reason, string actor)
    {
        using var connection = database.Connect();
        using var transaction = Database.BeginWriting(connection);
        var sha256 = connection.QuerySingleOrDefault<string?>("SELECT sha256 FROM evidence WHERE partnership = @partnership AND id = @evidence", new { partnership, evidence }, transaction);
        var batch = Batches.Begin(connection, transaction, DateTimeOffset.UtcNow, "evidence", actor, "", reason);
        if (sha256 is null || !new EvidenceLinks(connection, transaction, database.Vault, catalogue, partnership, batch, actor).Untie(evidence, sha256, new RecordRef(ledger.Code, record)))
            return false;
        transaction.Commit();
        return true;
    }

    /// <summary>
    /// Erases, within the caller's transaction, what stands behind a record whose person is erased: files of other records too are only untied. When it has been
    /// committed, <see cref="DestroyErased"/> destroys the contents.
    /// </summary>
    public void Erase(DbConnection connection, DbTransaction transaction, LedgerType ledger, long partnership, long record, long batch, string actor)
    {
        var links = new EvidenceLinks(connection, transaction, database.Vault, catalogue, partnership, batch, actor);
        var own = connection.Query<(long Id, string Sha256, long Others)>(
            """
            SELECT DISTINCT e.id, e.sha256,
                (SELECT count(*) FROM evidence_link o WHERE o.partnership = e.partnership AND o.evidence = e.id AND o.removed IS NULL AND NOT (o.ledger = @Code AND o.record = @record))
            FROM evidence_link l JOIN evidence e ON e.partnership = l.partnership AND e.id = l.evidence
            WHERE l.partnership = @partnership AND l.ledger = @Code AND l.record = @record
            """,
            new { ledger.Code, partnership, record }, transaction).ToList();
        foreach (var file in own)
        {
            if (file.Others > 0)
                links.Untie(file.Id, file.Sha256, new RecordRef(ledger.Code, record));
            else
                links.Erase(file.Id, file.Sha256, new RecordRef(ledger.Code, record));
        }
    }

    /// <summary>
    /// Destroys the contents that were erased and that no partnership holds any more, also those whose erasure was broken off before it came to that. Asked under the
    /// write lock: nobody ties one of them to a record meanwhile.
    /// </summary>
    /// <returns>How many files were destroyed.</returns>
    public int DestroyErased(DbConnection connection)
    {
        // Writers are kept waiting only where there is something to destroy.
        if (Erased(connection, null).Count == 0)
            return 0;
        using var alone = Database.BeginWriting(connection);
        var erased = Erased(connection, alone);
        erased.ForEach(store.Destroy);
        return erased.Count;
    }

    private List<string> Erased(DbConnection connection, DbTransaction? transaction) =>
    [
        .. connection.Query<string>("SELECT DISTINCT sha256 FROM evidence WHERE erased IS NOT NULL", transaction: transaction).Where(store.Holds)
            .Where(content => connection.ExecuteScalar<long>("SELECT count(*) FROM evidence WHERE sha256 = @content AND erased IS NULL", new { content }, transaction) == 0),
    ];

    /// <summary>What stands behind a record, the best first.</summary>
    /// <param name="asOf">As known at this batch; null for now.</param>
    public IReadOnlyList<AttachedEvidence> Of(DbConnection connection, LedgerType ledger, long partnership, long record, long? asOf = null) => Links(
        connection, $"l.partnership = @partnership AND l.ledger = @Code AND l.record = @record AND {RecordGrades.Standing(asOf is not null)} ORDER BY l.grade, l.batch, l.evidence",
        new { partnership, ledger.Code, record, asOf });

    /// <summary>The records of a ledger that a file stands behind, or stood once: most have none, and need not be asked about one by one.</summary>
    public static IReadOnlySet<long> Evidenced(DbConnection connection, LedgerType ledger, long partnership) => connection
        .Query<long>("SELECT DISTINCT record FROM evidence_link WHERE partnership = @partnership AND ledger = @Code", new { partnership, ledger.Code }).ToHashSet();

    /// <summary>Of the pieces that a record names, those that no file behind it is.</summary>
    public static IReadOnlyList<string> Unattached(IEnumerable<string> named, IReadOnlyList<AttachedEvidence> files) =>
        [.. named.Where(piece => !files.Any(file => NamedEvidence.Fits(file.Name, piece)))];

    /// <summary>A file by its number, where it stands behind a record that the asker may see; null otherwise.</summary>
    /// <param name="within">How far the asker's eyes reach; null for the whole partnership.</param>
    public AttachedEvidence? Find(DbConnection connection, long partnership, long evidence, long? within)
    {
        var linked = connection.Query<(string Ledger, long Record)>(
            "SELECT ledger, record FROM evidence_link WHERE partnership = @partnership AND evidence = @evidence AND removed IS NULL", new { partnership, evidence });
        return linked.Where(link => catalogue.Ledger(link.Ledger) is { } ledger && RecordReach.Holds(connection, ledger, partnership, link.Record, within))
            .Select(link => Links(
                connection, "l.partnership = @partnership AND l.ledger = @Ledger AND l.record = @Record AND l.evidence = @evidence AND l.removed IS NULL",
                new { partnership, link.Ledger, link.Record, evidence }).Single())
            .FirstOrDefault();
    }

    /// <summary>The file as it came, bit for bit.</summary>
    /// <exception cref="EvidenceRefusedException">It is missing or was changed.</exception>
    public byte[] Original(AttachedEvidence evidence) => store.Get(evidence.Sha256);

    private List<AttachedEvidence> Links(DbConnection connection, string where, object parameters) =>
    [
        .. connection.Query<LinkRow>(
            $"""
            SELECT l.partnership, l.ledger, l.record, e.id, e.sha256, l.name, l.piece, e.type, e.bytes, l.grade, b.actor, b.at, e.erased
            FROM evidence_link l JOIN evidence e ON e.partnership = l.partnership AND e.id = l.evidence JOIN batch b ON b.id = l.batch WHERE {where}
            """,
            parameters).Select(row => new AttachedEvidence(
                new RecordRef(row.Ledger, row.Record), row.Id, row.Sha256, SealedName.Open(database.Vault, row.Partnership, row.Sha256, new RecordRef(row.Ledger, row.Record), row.Piece, row.Name),
                Enum.Parse<EvidenceType>(row.Type), row.Bytes, (EvidenceGrade)row.Grade, row.Actor, Batches.Moment(row.At)) { Piece = row.Piece, IsDestroyed = row.Erased is not null }),
    ];

    /// <summary>Reads a file, and stores it where it is fit; the books know nothing of it yet.</summary>
    private TakenFile Take(EvidenceFile file, EvidenceGrade? grade)
    {
        var taken = new TakenFile(NameOf(file)) { Source = file };
        try
        {
            if (file.Bytes > LargestFile)
                throw new EvidenceRefusedException($"文件超过 {LargestFile / 1024 / 1024} MB。请压缩图片、降低扫描精度，或拆成几个文件后再传。");
            var content = file.Read();
            var type = ContentType.Of(content);
            if (type.IsPicture())
                Picture.Demand(content);
            return taken with { Sha256 = store.Put(content), Type = type, Bytes = content.Length, Grade = grade };
        }
        catch (Exception fault) when (fault is EvidenceRefusedException or PictureRefusedException)
        {
            return taken with { Refusal = fault.Message };
        }
    }

    private List<FiledEvidence> Store(DbConnection connection, long partnership, List<TakenFile> files, string actor)
    {
        if (files.TrueForAll(file => file.Refusal is not null))
            return files.ConvertAll(file => new FiledEvidence(file.Name, file.Refusal) { OutOfReach = file.OutOfReach });
        using var transaction = Database.BeginWriting(connection);
        var batch = Batches.Begin(connection, transaction, DateTimeOffset.UtcNow, "evidence", actor, "");
        var links = new EvidenceLinks(connection, transaction, database.Vault, catalogue, partnership, batch, actor);
        var filed = files.ConvertAll(StillThere).ConvertAll(file => file.Refusal is null ? Tie(links, file) : new FiledEvidence(file.Name, file.Refusal) { OutOfReach = file.OutOfReach });
        if (filed.Exists(file => file.Linked.Count > 0))
            transaction.Commit();
        return filed;
    }

    /// <summary>While it waited for its turn the same content may have been erased and destroyed: then it is stored again.</summary>
    private TakenFile StillThere(TakenFile file) =>
        file.Refusal is not null || store.Holds(file.Sha256!) || store.Put(file.Source!.Read()) == file.Sha256
            ? file
            : file with { Refusal = "文件在读取途中变了，没有保存。请再传一次。" };

    private static FiledEvidence Tie(EvidenceLinks links, TakenFile file)
    {
        var id = links.Keep(file.Sha256!, file.Type, file.Bytes);
        var tied = file.Targets.ToLookup(target => links.Tie(id, file.Sha256!, target, file.Name, file.Grade, file.Type.UsualGrade()));
        return new FiledEvidence(file.Name, null) { Sha256 = file.Sha256, Type = file.Type, Linked = [.. tied[true]], AlreadyThere = [.. tied[false]], OutOfReach = file.OutOfReach };
    }

    private static string NameOf(EvidenceFile file)
    {
        var name = string.Concat(file.Name.Replace('\\', '/').Split('/')[^1].Where(letter => !char.IsControl(letter))).Trim();
        return name.Length > LongestName ? name[..LongestName] : name;
    }

    private sealed record LinkRow(
        long Partnership, string Ledger, long Record, long Id, string Sha256, byte[] Name, string? Piece, string Type, long Bytes, long Grade, string Actor, string At, long? Erased);

    /// <summary>A file in the store, or why it is not, on its way into the books.</summary>
    private sealed record TakenFile(string Name)
    {
        public string? Refusal { get; init; }

        /// <summary>Where it came from; null where it was refused unread.</summary>
        public EvidenceFile? Source { get; init; }

        public string? Sha256 { get; init; }

        public EvidenceType Type { get; init; }

        public long Bytes { get; init; }

        /// <summary>As it was said; null where nobody did.</summary>
        public EvidenceGrade? Grade { get; init; }

        public IReadOnlyList<RecordRef> Targets { get; init; } = [];

        public int OutOfReach { get; init; }
    }
}
