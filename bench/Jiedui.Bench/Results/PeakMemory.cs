using System.Diagnostics;
using System.Globalization;

namespace Jiedui.Bench.Results;

/// <summary>The most memory that was resident in this process so far.</summary>
internal static class PeakMemory
{
    private const string Status = "/proc/self/status";

    public static long Bytes()
    {
        // VmHWM is the kernel's own high-water mark; .NET's PeakWorkingSet64 is the same elsewhere, but 0 on some Linux kernels.
        var line = File.Exists(Status) ? File.ReadLines(Status).FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal)) : null;
        return line is null
            ? Process.GetCurrentProcess().PeakWorkingSet64
            : long.Parse(line.Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024;
    }
}
