using System.Runtime.CompilerServices;

namespace Jiedui.Tests.Kit;

/// <summary>The tests keep their master key to themselves: they never touch the one of the person who runs them.</summary>
internal static class TestKey
{
    [ModuleInitializer]
    internal static void Use()
    {
        var file = Path.Combine(Path.GetTempPath(), $"jiedui-tests-{Environment.UserName}", "master.key");
        Environment.SetEnvironmentVariable("JIEDUI_KEY_FILE", file);
    }
}
