using System.CommandLine;
using Jiedui.Flow.Outputs.Workbooks;
using Spectre.Console;

namespace Jiedui.App.Cli;

internal static class TemplateCommand
{
    private static readonly Argument<string[]> Codes = new("CODE") { Description = "台账代码；不写则全部", Arity = ArgumentArity.ZeroOrMore };
    private static readonly Option<string> Out = new("--out") { Description = "放到哪个文件夹", HelpName = "DIR", Required = true };

    public static Command Create()
    {
        var command = new Command("template", "台账的 Excel 模板，带填写说明和下拉选项") { Codes, Out };
        command.Does((session, parsed) =>
        {
            var ledgers = parsed.GetValue(Codes) is { Length: > 0 } codes ? codes.Select(session.Ledger).ToList() : session.Catalogue.Ledgers;
            var folder = Directory.CreateDirectory(parsed.GetValue(Out)!).FullName;
            var files = new List<string>();
            foreach (var ledger in ledgers)
            {
                files.Add(Path.Combine(folder, $"{ledger.Name}.xlsx"));
                LedgerTemplate.Write([ledger], files[^1]);
            }
            session.Output.Write(files, console => files.ForEach(console.WriteLine));
            return 0;
        });
        return command;
    }
}
