using System.Globalization;
using Jiedui.Bench;
using Jiedui.Bench.Steps;

// Called by itself for one step in a process of its own, so that the peak memory is that step's: Jiedui.Bench step NAME WORKBOOK FOLDER ROWS.
if (args is ["step", var name, var workbook, var folder, var rows])
{
    Console.WriteLine(Step.Named(name).Measure(new Bench(workbook, folder, int.Parse(rows, CultureInfo.InvariantCulture))).ToLine());
    return 0;
}
return new Run(args.Length == 0 ? [10_000, 100_000] : [.. args.Select(size => int.Parse(size, CultureInfo.InvariantCulture))]).Go();
