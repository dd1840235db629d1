using System.CommandLine;
using System.Globalization;
using Jiedui.App.Answers;
using Jiedui.Flow.Persons;
using Spectre.Console;

namespace Jiedui.App.Cli;

/// <summary>A person is named on standard input, so that no ID number stays in a shell's history.</summary>
internal static class PersonCommand
{
    private static readonly Option<string> Reason = new("--reason") { Description = "为什么删除（本人要求、保存期满……）", HelpName = "TEXT", Required = true };
    private static readonly Option<bool> Yes = new("--yes") { Description = "不再询问" };

    public static Command Create() => new("person", "个人信息：查找一个人，按要求删除") { Find(), Erase() };

    private static Command Find()
    {
        var command = new Command("find", "哪些记录里有这个人（身份证号、电话或姓名从标准输入读取）");
        command.Does((session, _) =>
        {
            Tell(session, Found(session));
            return 0;
        });
        return command;
    }

    private static Command Erase()
    {
        var command = new Command("erase", "删除一个人的个人信息（身份证号从标准输入读取）；计数和审计保留，不能恢复") { Reason, Yes };
        command.Does((session, parsed) =>
        {
            var found = Found(session);
            if (found.Count == 0)
                throw new UsageException("没有找到这个人，什么都没有改动。");
            if (!parsed.GetValue(Yes) && !Console.IsInputRedirected)
            {
                Tell(session, found);
                Output.Say($"以上 {found.Count} 条记录的个人信息将被删除，不能恢复。输入“删除”继续：");
                if (Console.In.ReadLine()?.Trim() != "删除")
                    throw new UsageException("没有删除。");
            }
            var erased = new Persons(session.Database, session.Catalogue).Erase(session.Partnership.Id, found.Select(record => (record.Ledger, record.Record)), parsed.GetValue(Reason)!, Environment.UserName);
            session.Output.Write(new { records = found.Count, versions = erased }, console => console.WriteLine($"已删除 {found.Count} 条记录（{erased} 个版本）的个人信息；计数不变。旧备份中仍有，请按备份的保存期限清理。"));
            return 0;
        });
        return command;
    }

    /// <summary>Noted before it is shown.</summary>
    private static IReadOnlyList<PersonRecord> Found(Session session)
    {
        var found = new Persons(session.Database, session.Catalogue).Find(session.Partnership.Id, Asked());
        FoundPersons.Note(session.Audit, session.Actor, session.Partnership.Id, found.Select(record => (record.Ledger, record.Record)));
        return found;
    }

    private static void Tell(Session session, IReadOnlyList<PersonRecord> found) =>
        session.Output.Write(found.Select(record => new PersonAnswer(record.Ledger.Code, record.Record, record.Masked)), console =>
        {
            var table = Output.Table("台账", "记录", "个人信息（遮盖）");
            foreach (var record in found)
                Output.Row(table, record.Ledger.Name, record.Record.ToString(CultureInfo.InvariantCulture), record.Masked);
            console.Write(table);
        });

    private static string Asked()
    {
        if (!Console.IsInputRedirected)
            Output.Say("身份证号、电话或姓名：");
        return Console.In.ReadLine()?.Trim() is { Length: > 0 } text ? text : throw new UsageException("没有输入身份证号、电话或姓名。");
    }
}
