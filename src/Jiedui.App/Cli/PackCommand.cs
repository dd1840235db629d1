using System.CommandLine;
using System.Globalization;
using Jiedui.Access;
using Jiedui.App.Answers;
using Jiedui.App.Reporting;
using Spectre.Console;

namespace Jiedui.App.Cli;

internal static class PackCommand
{
    private static readonly Option<string> Out = new("--out") { Description = "写到哪个文件（.zip）", HelpName = "FILE", Required = true };

    public static Command Create()
    {
        var command = new Command("pack", "做证据包：报告、数字、记录和佐证装在一个 .zip 里，离线可核验") { Out };
        foreach (var option in (Option[])[FilterOptions.From, FilterOptions.To, FilterOptions.Unit, FilterOptions.AsOf, FilterOptions.Confirmed])
            command.Options.Add(option);
        command.Does((session, parsed) =>
        {
            var file = Path.GetFullPath(parsed.GetValue(Out)!);
            if (!Path.GetExtension(file).Equals(".zip", StringComparison.OrdinalIgnoreCase))
                throw new UsageException("证据包只能写成 .zip。");
            var (partnership, query) = (session.Partnership, session.Query());
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            var unfinished = file + ".part";
            try
            {
                using (var stream = File.Create(unfinished))
                {
                    var result = Output.WithProgress("正在做证据包……", _ =>
                        Packer.Write(session.Database, session.Connection, session.Catalogue, partnership, query, Actor.Owner(Environment.UserName), stream));
                    session.Output.Write(new PackAnswer(file, result.Hash, result.Figures, result.Records, result.Postings, result.Evidence), console => console.WriteLine(string.Create(
                        CultureInfo.InvariantCulture,
                        $"已写成 {file}：{result.Figures:N0} 个数字、{result.Records:N0} 条记录、{result.Postings:N0} 笔入账、{result.Evidence:N0} 件佐证。清单校验值 {result.Hash}。")));
                }
                File.Move(unfinished, file, overwrite: true);
            }
            finally
            {
                File.Delete(unfinished);
            }
            return 0;
        });
        return command;
    }
}
