using System.Reflection;
using System.Runtime.CompilerServices;

namespace Jiedui.Tests.House;

public class BannedWordsTests
{
    private static readonly string[] Banned = ["Manager", "Helper", "Helpers", "Util", "Utils", "Utility"];

    private static readonly IReadOnlyList<Type> Types =
        [.. new[] { "Jiedui", "Jiedui.App" }.SelectMany(name => Assembly.Load(name).GetTypes())
            .Where(type => type.Namespace?.StartsWith("Jiedui", StringComparison.Ordinal) == true && !type.IsDefined(typeof(CompilerGeneratedAttribute)))];

    [Fact]
    public void No_type_is_called_a_manager_or_a_helper() =>
        Assert.DoesNotContain(Types, type => Banned.Any(word => type.Name.EndsWith(word, StringComparison.Ordinal)));

    [Fact]
    public void No_interface_has_only_one_implementation() =>
        Assert.DoesNotContain(Types, type => type.IsInterface && Types.Count(other => other is { IsInterface: false, IsAbstract: false } && Implements(other, type)) < 2);

    private static bool Implements(Type type, Type contract) =>
        type.GetInterfaces().Any(one => one == contract || (one.IsGenericType && one.GetGenericTypeDefinition() == contract));
}
