using System.Text.Json;
using Jiedui.Tests.Kit;

namespace Jiedui.Tests.Access.Accounts;

/// <summary><c>jiedui user …</c>, as the real program.</summary>
public sealed class UserCommandTests : IDisposable
{
    private readonly Installation installation = Installation.WithCaseUnits();

    [Fact]
    public async Task Accounts_are_added_listed_locked_and_reset()
    {
        var added = await Run("", "add", "zhang", "--role", "unit-clerk", "--unit", "棣花镇", "--full-name", "测试经办人");
        Assert.Equal(("zhang", "clerk", "receiver", "棣花镇"), (Text(added, "name"), Text(added, "role"), Text(added, "side"), Text(added, "unit")));
        Assert.Matches("^\\w{4}-\\w{4}-\\w{4}$", Text(added, "password"));
        Assert.Null(Text(await Run("Correct-Horse-7\n", "add", "admin1", "--role", "admin", "--password-stdin"), "password"));

        Assert.True((await Run("", "lock", "zhang")).GetProperty("locked").GetBoolean());
        Assert.False((await Run("", "unlock", "ZHANG")).GetProperty("locked").GetBoolean());
        Assert.NotEqual(Text(added, "password"), Text(await Run("", "reset", "zhang"), "password"));
        var all = (await Run("", "list")).EnumerateArray().ToList();
        Assert.Equal(["admin1", "zhang"], all.Select(one => Text(one, "name")));
        Assert.Equal([JsonValueKind.Null, JsonValueKind.Null], all.Select(one => one.GetProperty("password").ValueKind));
    }

    [Theory]
    [InlineData("没有角色", "add", "li", "--role", "king")]
    [InlineData("必须有所属单位", "add", "li", "--role", "clerk")]
    [InlineData("没有单位", "add", "li", "--role", "clerk", "--unit", "月球镇")]
    [InlineData("没有账号", "lock", "nobody")]
    [InlineData("至少要 10 个字符", "add", "li", "--password-stdin")]
    public async Task What_cannot_be_is_told_in_chinese_and_stores_nothing(string why, params string[] arguments)
    {
        var (code, _, errors) = await Start("short\n", arguments);
        Assert.Equal(1, code);
        Assert.Contains(why, errors, StringComparison.Ordinal);
        Assert.Empty((await Run("", "list")).EnumerateArray());
    }

    public void Dispose() => installation.Dispose();

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();

    private async Task<JsonElement> Run(string input, params string[] arguments)
    {
        var run = await Start(input, arguments);
        Assert.True(run.Code == 0, run.Errors);
        return run.Json;
    }

    private Task<CommandRun> Start(string input, string[] arguments) => CommandRun.Of(installation, input, ["user", .. arguments, "--json"]);
}
