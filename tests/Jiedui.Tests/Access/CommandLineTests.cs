using Jiedui.Access.Auditing;
using Jiedui.Tests.Kit;

namespace Jiedui.Tests.Access;

/// <summary>The command line is the owner's, without bounds; what leaves the books by it is in the audit log.</summary>
public sealed class CommandLineTests : IDisposable
{
    private readonly Installation office = Installation.WithCaseUnits();

    [Fact]
    public async Task What_leaves_the_books_is_noted()
    {
        await Run("export", "registry.units", "--out", Path.Combine(office.Folder, "out"));
        await Run("export", "registry.units", "--clear", "--out", Path.Combine(office.Folder, "out"));
        await Run("report", "--out", Path.Combine(office.Folder, "纪实.md"));

        var log = new AuditLog(office.Database);
        foreach (var act in (AuditAct[])[AuditAct.Export, AuditAct.ExportClear, AuditAct.Report])
            Assert.Equal(Environment.UserName, Assert.Single(log.Find(new AuditQuery { Act = act }).Entries).Actor);
        Assert.Equal("registry.units", log.Find(new AuditQuery { Act = AuditAct.ExportClear }).Entries[0].About);
        Assert.Empty(log.Check().Faults);
    }

    [Fact]
    public async Task What_a_command_did_to_the_books_is_taken_over_when_it_ends()
    {
        office.Execute("INSERT INTO deed (batch, partnership, at, kind, actor, told) VALUES (1, 1, '2026-01-01T00:00:00.0000000Z', 'Import', '被杀的进程', '{}')");
        await Run("verify");
        Assert.Equal("被杀的进程", Assert.Single(new AuditLog(office.Database).Find(new AuditQuery { Act = AuditAct.Import, Actor = "被杀的进程" }).Entries).Actor);
    }

    public void Dispose() => office.Dispose();

    private async Task Run(params string[] arguments)
    {
        var run = await CommandRun.Of(office, [.. arguments, "--json"]);
        Assert.True(run.Code is 0 or 2, $"{run.Code} {run.Output} {run.Errors}");
    }
}
