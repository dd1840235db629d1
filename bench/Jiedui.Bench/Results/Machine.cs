using System.Globalization;
using System.Runtime.InteropServices;

namespace Jiedui.Bench.Results;

/// <summary>On what it was measured.</summary>
internal static class Machine
{
    public static string Line()
    {
        var load = File.Exists("/proc/loadavg") ? $", load {File.ReadAllText("/proc/loadavg").Split(' ')[1]} over the last five minutes (other work shared the machine: read the ratios)" : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Environment.ProcessorCount} cores {RuntimeInformation.ProcessArchitecture}, {RuntimeInformation.FrameworkDescription}, {DateTime.UtcNow:yyyy-MM-dd}{load}.");
    }
}
