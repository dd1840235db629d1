using System.Data.Common;
using System.Text.Json;
using Dapper;
using Jiedui.Declaring;
using Jiedui.Flow.Ledgers;
using Jiedui.Measures;
using Jiedui.Storage;

namespace Jiedui.Flow.Confirming;

/// <summary>Recounts what the sides say from their words, and the words against the deeds that told of them. Names each difference; changes nothing.</summary>
public static class WordCheck
{
    public static IEnumerable<string> Run(DbConnection connection, DbTransaction transaction, IReadOnlyList<LedgerType> ledgers)
    {
        var names = Partnerships.All(connection).ToDictionary(partnership => partnership.Id, partnership => partnership.Name);
        var numbers = connection.Query<(string Code, long Id)>("SELECT code, id FROM code", transaction: transaction).ToDictionary(code => code.Code, code => code.Id);
        return [.. ledgers.Where(ledger => numbers.ContainsKey(ledger.Code)).SelectMany(ledger => OfLedger(ledger, numbers[ledger.Code])), .. OfDeeds()];

        IEnumerable<string> OfLedger(LedgerType ledger, long number)
        {
            var table = new LedgerTable(ledger).Name;
            var code = number.ToString(System.Globalization.CultureInfo.InvariantCulture);
            foreach (var (partnership, record, version) in connection.Query<(long, long, long)>(
                $"""
                SELECT t.partnership, t.record, t.version FROM {table} t
                WHERE t.giver_state <> {Voice.LastSql(Side.Giver, code)} OR t.receiver_state <> {Voice.LastSql(Side.Receiver, code)}
                """,
                transaction: transaction))
            {
                yield return $"{names.GetValueOrDefault(partnership)} {ledger.Name}第 {record} 条第 {version} 版：确认状态与双方逐次所说不符。";
            }
            foreach (var (partnership, record, version) in connection.Query<(long, long, long)>(
                $"""
                SELECT DISTINCT w.partnership, w.record, w.version FROM word w WHERE w.ledger = {code}
                    AND NOT EXISTS (SELECT 1 FROM {table} t WHERE t.partnership = w.partnership AND t.record = w.record AND t.version = w.version)
                """,
                transaction: transaction))
            {
                yield return $"{names.GetValueOrDefault(partnership)} {ledger.Name}第 {record} 条第 {version} 版：有确认而无记录。";
            }
        }

        IEnumerable<string> OfDeeds()
        {
            var told = connection.Query<(long Batch, long Partnership, string Told)>(
                "SELECT batch, partnership, told FROM deed WHERE kind IN ('Confirmation', 'Dispute', 'Review')", transaction: transaction)
                .ToDictionary(deed => (deed.Partnership, deed.Batch), deed => deed.Told);
            foreach (var (act, text) in told)
            {
                if (SealIn(text) != Spoken.Of(connection, transaction, act.Partnership, act.Batch).Seal())
                    yield return $"{names.GetValueOrDefault(act.Partnership)} 第 {act.Batch} 批确认或异议：内容与当时所记不符。";
            }
            foreach (var act in connection.Query<(long, long)>("SELECT DISTINCT partnership, batch FROM word", transaction: transaction).Where(act => !told.ContainsKey(act)))
                yield return $"{names.GetValueOrDefault(act.Item1)} 第 {act.Item2} 批确认或异议：账务变动中没有这一批。";
        }
    }

    private static string? SealIn(string told)
    {
        try
        {
            using var json = JsonDocument.Parse(told);
            return json.RootElement.TryGetProperty("seal", out var seal) ? seal.GetString() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
