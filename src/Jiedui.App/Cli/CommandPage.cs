using System.CommandLine;
using System.CommandLine.Help;
using Jiedui.Flow.Outputs.Reference;

namespace Jiedui.App.Cli;

/// <summary>Every verb with its options, as a page of the reference, written from the commands themselves.</summary>
internal static class CommandPage
{
    public static string Of(Command root)
    {
        var page = new Markdown("命令");
        page.Paragraph("写法：`./jiedui 命令 [参数] [选项]`。结果写到标准输出，说明写到标准错误；`-h` 显示帮助。");
        page.Paragraph("退出码：0 完成；1 用法不对或失败，什么都没有写入；2 完成，但有内容退回或不符。");
        page.Heading("每个命令都有的选项");
        Options(page, root.Options);
        foreach (var command in Verbs(root, ""))
        {
            page.Heading(command.Name);
            page.Paragraph($"{command.Verb.Description}。");
            page.Paragraph($"`./jiedui {command.Name}{Usage(command.Verb)}`");
            Arguments(page, command.Verb.Arguments);
            Options(page, command.Verb.Options);
        }
        return page.ToString();
    }

    private static IEnumerable<(string Name, Command Verb)> Verbs(Command parent, string above) =>
        parent.Subcommands.Where(verb => !verb.Hidden).SelectMany(verb =>
            verb.Action is null ? Verbs(verb, $"{above}{verb.Name} ") : [($"{above}{verb.Name}", verb), .. Verbs(verb, $"{above}{verb.Name} ")]);

    private static string Usage(Command verb) =>
        string.Concat(verb.Arguments.Select(one => " " + Bracketed(one.Name + (one.Arity.MaximumNumberOfValues > 1 ? "…" : ""), one.Arity.MinimumNumberOfValues > 0 && !one.HasDefaultValue)))
        + string.Concat(verb.Options.Where(one => one.Required).Select(one => " " + Written(one)))
        + (verb.Options.Any(one => !one.Required) ? " [选项]" : "");

    private static string Bracketed(string name, bool isRequired) => isRequired ? name : $"[{name}]";

    private static void Arguments(Markdown page, IEnumerable<Argument> arguments)
    {
        var rows = arguments.Where(one => !one.Hidden).Select(one => (string[])[$"`{one.Name}`", one.Description ?? "", one.HasDefaultValue ? $"{one.GetDefaultValue()}" : ""]).ToList();
        if (rows.Count > 0)
            page.Table(["参数", "说明", "默认"], rows);
    }

    private static void Options(Markdown page, IEnumerable<Option> options)
    {
        var rows = options.Where(one => !one.Hidden && one is not (HelpOption or VersionOption)).Select(one => (string[])
            [$"`{Written(one)}`", (one.Required ? "必写。" : "") + one.Description, Default(one)]).ToList();
        if (rows.Count > 0)
            page.Table(["选项", "说明", "默认"], rows);
    }

    private static string Written(Option option) => option.ValueType == typeof(bool) ? option.Name : $"{option.Name} {option.HelpName}";

    private static string Default(Option option) => option.HasDefaultValue && option.ValueType != typeof(bool) ? $"{option.GetDefaultValue()}" : "";
}
