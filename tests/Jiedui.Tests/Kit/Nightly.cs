namespace Jiedui.Tests.Kit;

/// <summary>Whether the long form of a test is asked for: <c>./test --nightly</c>, or JIEDUI_NIGHTLY=1. Then it goes on for minutes, from a seed that nobody chose.</summary>
internal static class Nightly
{
    public static bool IsOn { get; } = Environment.GetEnvironmentVariable("JIEDUI_NIGHTLY") is "1";

    /// <summary>The same each time in the short form; JIEDUI_SEED replays what a nightly run printed.</summary>
    public static ulong Seed { get; } = ulong.TryParse(Environment.GetEnvironmentVariable("JIEDUI_SEED"), out var seed) ? seed : IsOn ? (ulong)Random.Shared.NextInt64() : 20261123;

    public static int Of(int usual, int nightly) => IsOn ? nightly : usual;

    /// <summary>Says how to do the same again.</summary>
    public static string Replay => $"Again: JIEDUI_NIGHTLY={(IsOn ? 1 : 0)} JIEDUI_SEED={Seed} ./test";
}
