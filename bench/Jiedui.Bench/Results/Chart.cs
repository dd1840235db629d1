using System.Diagnostics;
using System.Globalization;

namespace Jiedui.Bench.Results;

/// <summary>bench/results.svg: what a row costs against how many there are, both in powers of ten; a level line is linear cost. What it shows is kept beside it as text.</summary>
internal static class Chart
{
    private static string Numbers => Path.Combine(Repository.Root, "bench", "results.tsv");

    public static void Put(Section section)
    {
        var lines = File.Exists(Numbers) ? File.ReadAllLines(Numbers).Where(line => !line.StartsWith(section.Topic + "\t", StringComparison.Ordinal)) : [];
        var own = section.Curves.SelectMany(curve => curve.Points, (curve, point) => string.Create(CultureInfo.InvariantCulture, $"{section.Topic}\t{curve.Name}\t{point.Size:R}\t{point.Microseconds:0.####}"));
        File.WriteAllLines(Numbers, lines.Concat(own).Order(StringComparer.Ordinal));
        Draw();
    }

    /// <summary>With the chart library of the pages, which the program's build has fetched.</summary>
    private static void Draw()
    {
        using var node = Process.Start(new ProcessStartInfo("node", [Path.Combine(Repository.Root, "bench", "chart.mjs")]))!;
        node.WaitForExit();
        if (node.ExitCode != 0)
            throw new InvalidOperationException("The chart was not drawn; see above.");
    }
}
