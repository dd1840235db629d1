using MiniExcelLibs;

namespace Jiedui.Bench.Steps;

/// <summary>Reads every cell with MiniExcel, a common streaming reader.</summary>
internal static class MiniExcelStep
{
    // The three rows above the people, the total and the signature.
    private const int Others = 5;

    public static Action Prepared(Bench bench) => () =>
    {
        var rows = MiniExcel.Query(bench.Workbook).Cast<IDictionary<string, object?>>().Count(row => row.Count > 0);
        if (rows != bench.Rows + Others)
            throw new InvalidOperationException($"MiniExcel read {rows} rows.");
    };
}
