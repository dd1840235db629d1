using System.CommandLine;
using Jiedui.Flow.Outputs.Reference;
using Spectre.Console;

namespace Jiedui.App.Cli;

/// <summary>Writes docs/reference. For those who work on the program: hidden from those who work with it.</summary>
internal static class ReferenceCommand
{
    private static readonly Option<string> Out = new("--out") { Description = "放到哪个文件夹", HelpName = "DIR", Required = true };

    public static Command Create()
    {
        var command = new Command("reference", "由声明生成参考文档") { Out };
        command.Hidden = true;
        command.Does((session, parsed) =>
        {
            var pages = ReferencePages.Of(session.Catalogue).Append(new ReferencePage("cli.md", CommandPage.Of(parsed.RootCommandResult.Command)));
            var written = new List<string>();
            foreach (var page in pages)
            {
                var file = Path.Combine(parsed.GetValue(Out)!, page.Path);
                Directory.CreateDirectory(Path.GetDirectoryName(file)!);
                File.WriteAllText(file, page.Text);
                written.Add(file);
            }
            session.Output.Write(written, console => written.ForEach(console.WriteLine));
            return 0;
        });
        return command;
    }
}
