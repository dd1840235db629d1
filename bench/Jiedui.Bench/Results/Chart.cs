using System.Globalization;
using ScottPlot;

namespace Jiedui.Bench.Results;

/// <summary>bench/results.svg: what a row costs against how many there are, both in powers of ten; a level line is linear cost. What it shows is kept beside it as text.</summary>
internal static class Chart
{
    private const int Width = 900;
    private const int Height = 520;

    private static string Picture => Path.Combine(Repository.Root, "bench", "results.svg");

    private static string Numbers => Path.Combine(Repository.Root, "bench", "results.tsv");

    public static void Put(Section section)
    {
        var lines = File.Exists(Numbers) ? File.ReadAllLines(Numbers).Where(line => !line.StartsWith(section.Topic + "\t", StringComparison.Ordinal)) : [];
        var own = section.Curves.SelectMany(curve => curve.Points, (curve, point) => string.Create(CultureInfo.InvariantCulture, $"{section.Topic}\t{curve.Name}\t{point.Size:R}\t{point.Microseconds:0.####}"));
        string[] all = [.. lines.Concat(own).Order(StringComparer.Ordinal)];
        File.WriteAllLines(Numbers, all);
        Draw(all.Select(line => line.Split('\t')));
    }

    private static void Draw(IEnumerable<string[]> numbers)
    {
        using var plot = new Plot();
        foreach (var curve in numbers.GroupBy(number => $"{number[0]}: {number[1]}"))
        {
            var points = curve.Select(number => (Size: Number(number[2]), Cost: Number(number[3]))).OrderBy(point => point.Size).ToList();
            plot.Add.Scatter(points.ConvertAll(point => Math.Log10(point.Size)).ToArray(), points.ConvertAll(point => Math.Log10(point.Cost)).ToArray()).LegendText = curve.Key;
        }
        plot.Title("Cost of one, against how many there are");
        plot.XLabel("how many");
        plot.YLabel("microseconds for one");
        plot.Axes.Bottom.TickGenerator = Powers();
        plot.Axes.Left.TickGenerator = Powers();
        plot.ShowLegend(Alignment.UpperRight);
        plot.SaveSvg(Picture, Width, Height);
    }

    private static ScottPlot.TickGenerators.NumericAutomatic Powers() => new()
    {
        LabelFormatter = power => Math.Pow(10, power).ToString("#,##0.##", CultureInfo.InvariantCulture),
        IntegerTicksOnly = true,
    };

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
