using System.Diagnostics;

namespace Jiedui.Tests.Kit;

/// <summary>Waits for a program's end.</summary>
internal static class Ending
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    extension(Process process)
    {
        /// <summary>Waits for the process alone, not for the end of its output, and not for ever.</summary>
        public void DemandExit() => Assert.True(process.WaitForExit(Longest), $"The program did not end within {Longest}.");
    }
}
