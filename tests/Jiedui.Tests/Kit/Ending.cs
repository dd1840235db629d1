using System.Diagnostics;

namespace Jiedui.Tests.Kit;

/// <summary>Waits for a program's end.</summary>
internal static class Ending
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    extension(Process process)
    {
        /// <summary>Waits for the process alone, and not for ever: WaitForExitAsync waits for the end of its output too, and of a killed program that end may never be told.</summary>
        public void DemandExit() => Assert.True(process.WaitForExit(Longest), $"The program did not end within {Longest}.");
    }
}
