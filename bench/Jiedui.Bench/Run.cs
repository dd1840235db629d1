using Jiedui.Bench.Results;
using Jiedui.Bench.Roster;
using Jiedui.Bench.Steps;

namespace Jiedui.Bench;

/// <summary>All steps at all sizes, some rounds of each. The steps of one round follow one another, so that what else the machine does falls on all of them.</summary>
internal sealed class Run(IReadOnlyList<int> sizes)
{
    public Section Go()
    {
        var folder = Directory.CreateTempSubdirectory("jiedui-bench-").FullName;
        try
        {
            var results = sizes.SelectMany(rows => At(rows, folder)).ToList();
            var reading = new Reading(results);
            const string how = "A roster of 16 columns as the case has it. Each step in a process of its own, without its start but with what the JIT compiles on the way.";
            return Bench.Server is null
                ? new Section("roster", "The labour roster, imported", how, reading.Lines) { Says = reading.Says, Curves = reading.Curves }
                : new Section("server", "The same on PostgreSQL", $"{how} The server shares the machine, and its time and memory are not in those of the steps; separated values go to the built-in database as above.", reading.Lines)
                {
                    Command = "JIEDUI_BENCH_DB=\"Host=…;Database=…;Username=…\" dotnet run -c Release --project bench/Jiedui.Bench -- roster 1000000",
                };
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static List<Result> At(int rows, string folder)
    {
        var workbook = Path.Combine(folder, $"{rows}.xlsx");
        RosterWorkbook.Write(workbook, rows);
        var measured = Step.All.ToDictionary(step => step, _ => new List<Measurement>());
        for (var round = 0; round < RoundsOf(rows); round++)
        {
            var data = Path.Combine(folder, "data");
            foreach (var step in Step.All)
            {
                measured[step].Add(StepProcess.Measure(step, new Bench(workbook, data, rows)));
                Console.Error.WriteLine($"{rows} {round + 1} {step.Name}: {measured[step][^1].Seconds:0.00} s, CPU {measured[step][^1].Cpu:0.00} s");
            }
            Directory.Delete(data, recursive: true);
        }
        File.Delete(workbook);
        return [.. Step.All.Select(step => new Result(step, rows, measured[step]))];
    }

    private static int RoundsOf(int rows) => Bench.Server is not null ? 1 : rows <= 10_000 ? 5 : rows <= 100_000 ? 3 : 1;
}
