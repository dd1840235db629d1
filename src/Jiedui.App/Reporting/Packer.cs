using System.Data.Common;
using System.Globalization;
using Jiedui.Access;
using Jiedui.Access.Auditing;
using Jiedui.Declaring;
using Jiedui.Flow.Evidence;
using Jiedui.Flow.Indicators;
using Jiedui.Flow.Ledgers;
using Jiedui.Flow.Outputs.Packs;
using Jiedui.Storage;

namespace Jiedui.App.Reporting;

/// <summary>Makes evidence packs: gives the pack room its report, the audit log's head and the evidence, and notes what was handed out.</summary>
public static class Packer
{
    public static PackResult Write(Database database, DbConnection connection, Catalogue catalogue, Partnership partnership, FigureQuery query, Actor actor, Stream to)
    {
        var log = new AuditLog(database);
        // What was done to the books before is in the chain whose head the pack carries.
        log.TakeOver(actor.Place);
        var head = log.Last();
        var evidence = new EvidenceBook(database, catalogue);
        var evidenced = new Dictionary<LedgerType, IReadOnlySet<long>>();
        var mayHave = Policy.Allows(actor, Act.SeeEvidence, partnership.Id);
        long? asOf = query.AsOf is { } moment ? Batches.LastAt(connection, moment) : null;
        var request = new PackRequest(partnership, query)
        {
            Report = () => Reporter.Compose(catalogue, new Figures(connection, catalogue, database.Vault), partnership, query),
            AuditHead = head is null ? null : new PackHead(head.Number, head.Hash, head.At),
            MadeBy = actor.Name,
            EvidenceOf = (ledger, record) => Evidenced(ledger).Contains(record) ? EvidenceOf(ledger, record) : [],
        };
        var result = PackWriter.Write(database, connection, catalogue, request, to);
        log.Note(actor, AuditAct.Pack, partnership.Name, string.Create(CultureInfo.InvariantCulture, $"清单校验值 {result.Hash}，数字 {result.Figures} 个，记录 {result.Records} 条"), partnership.Id);
        return result;

        IReadOnlySet<long> Evidenced(LedgerType ledger)
        {
            if (!evidenced.TryGetValue(ledger, out var records))
                evidenced[ledger] = records = EvidenceBook.Evidenced(connection, ledger, partnership.Id);
            return records;
        }

        IReadOnlyList<PackedEvidence> EvidenceOf(LedgerType ledger, long record) =>
        [
            .. evidence.Of(connection, ledger, partnership.Id, record, asOf).Select(file => new PackedEvidence(
                file.Sha256, file.Type.Extension(), file.Grade, file.Piece, mayHave && !file.IsDestroyed ? () => evidence.Original(file) : null)),
        ];
    }
}
