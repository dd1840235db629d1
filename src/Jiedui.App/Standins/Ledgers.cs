using System.Globalization;
using Jiedui.Declaring;
using Jiedui.Measures;

namespace Jiedui.Flow.Ledgers;

public sealed record RecordQuery(long Partnership)
{
    public IReadOnlyList<(string Column, string Value)> Where { get; init; } = [];
    public string? Search { get; init; }
    public string? SortBy { get; init; }
    public bool Descending { get; init; }
    public int Offset { get; init; }
    public int Limit { get; init; } = 50;
}

public sealed record RecordPage(IReadOnlyList<Record> Records, long Total);

public sealed record Record(long Id, int Version, Row Row, Source Source, bool IsCurrent);

public sealed record Source(string File, string Sheet, int RowNumber, string Cell, long Batch, DateTimeOffset At);

public sealed class LedgerBook
{
    private static readonly string[] Givers = ["南院门街道", "柏树林街道", "长乐坊街道", "东关南街街道", "太乙路街道", "文艺路街道", "长安路街道", "张家村街道"];
    private static readonly string[] Receivers = ["龙驹寨街道", "棣花镇", "商镇", "庾岭镇", "蔡川镇", "峦庄镇", "铁峪铺镇", "武关镇", "竹林关镇", "土门镇", "寺坪镇", "花瓶子镇"];

    public RecordPage Find(LedgerType ledger, RecordQuery query) => new(
        [.. Enumerable.Range(query.Offset + 1, Math.Max(0, Math.Min(query.Limit, 312 - query.Offset))).Select(id => Fake(ledger, id, 1))], 312);

    public IReadOnlyList<Record> Versions(LedgerType ledger, long partnership, long record) => [Fake(ledger, record, 2), Fake(ledger, record, 1)];

    private static Record Fake(LedgerType ledger, long id, int version)
    {
        var random = new Random((int)id * 31 + ledger.Code.Length);
        var row = new Row(ledger);
        foreach (var column in ledger.Columns.Where(column => column.IsRequired || random.Next(3) > 0))
            row[column] = Cell(column, random, id);
        return new Record(id, version, row, new Source("03 劳务协作台账.xlsx", ledger.Name, (int)id + 3, "A" + (id + 3).ToString(CultureInfo.InvariantCulture), 7, new DateTimeOffset(2021, 3, 9, 8, 30, 0, TimeSpan.FromHours(8))), version == 2 || id % 2 == 0);
    }

    private static object? Cell(Column column, Random random, long id) => column.Kind switch
    {
        ColumnKind.Text => column.Name + "示例之" + id.ToString(CultureInfo.InvariantCulture),
        ColumnKind.List => new[] { "签到表", "现场照片" },
        ColumnKind.Date => PartialDate.Of(new DateOnly(2019, 6, 1).AddDays(random.Next(800))),
        ColumnKind.Month => new PartialDate(2020, random.Next(1, 12)),
        ColumnKind.Year => new PartialDate(2020),
        ColumnKind.Count => Amount.Exactly(random.Next(1, 400)),
        ColumnKind.Decimal or ColumnKind.Money or ColumnKind.Percent => Amount.Exactly(random.Next(100, 9000000)),
        ColumnKind.Choice => column.Options[random.Next(column.Options.Count)],
        ColumnKind.Unit => column.Name is "参扶方" ? new UnitRef(id % 8, Givers[id % 8]) : new UnitRef(10 + id % 12, Receivers[id % 12]),
        ColumnKind.Organisation => new UnitRef(99, "陕西某某人力资源有限公司"),
        ColumnKind.IdNumber => "11010519491231002X",
        ColumnKind.Phone => "13800138000",
        ColumnKind.Uscc => "91350100M000100Y43",
        ColumnKind.Flag => random.Next(2) == 0,
    };
}
