using System.Diagnostics;
using System.Globalization;
using Jiedui.Bench.Results;
using Jiedui.Bench.Steps;

namespace Jiedui.Bench;

/// <summary>Runs one step in a process of its own.</summary>
internal static class StepProcess
{
    public static Measurement Measure(Step step, Bench bench)
    {
        string[] arguments = ["step", step.Name, bench.Workbook, bench.Folder, bench.Rows.ToString(CultureInfo.InvariantCulture)];
        using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, arguments) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? Measurement.Parse(output) : throw new InvalidOperationException($"Step {step.Name} ended with {process.ExitCode}.");
    }
}
