using System.CommandLine;
using System.Globalization;
using Jiedui.Access.Auditing;
using Jiedui.App.Answers;
using Jiedui.Flow.Ledgers;
using Jiedui.Flow.Outputs.Workbooks;
using Jiedui.Flow.Outputs.Workbooks.Exports;
using Spectre.Console;

namespace Jiedui.App.Cli;

internal static class ExportCommand
{
    private static readonly Argument<string[]> Codes = new("CODE") { Description = "台账代码；不写则有记录的全部", Arity = ArgumentArity.ZeroOrMore };
    private static readonly Option<string> Out = new("--out") { Description = "放到哪个文件夹", HelpName = "DIR", Required = true };
    private static readonly Option<string> Format = new("--format") { Description = "xlsx、csv 或 json", HelpName = "F", DefaultValueFactory = _ => "xlsx" };
    private static readonly Option<bool> Clear = new("--clear") { Description = "个人信息不遮盖（会留下记录）" };

    public static Command Create()
    {
        var command = new Command("export", "导出台账；个人信息默认遮盖") { Codes, Out, Format, Clear };
        command.Does((session, parsed) =>
        {
            if (!Enum.TryParse<ExportFormat>(parsed.GetValue(Format), ignoreCase: true, out var format) || !Enum.IsDefined(format))
                throw new UsageException($"不能导出成“{parsed.GetValue(Format)}”，可用 xlsx、csv、json。");
            var partnership = session.Partnership.Id;
            var whole = new Reach(partnership);
            var book = new LedgerBook(session.Connection, session.Database.Vault);
            var ledgers = parsed.GetValue(Codes) is { Length: > 0 } codes
                ? codes.Select(session.Ledger).ToList()
                : session.Catalogue.Ledgers.Where(ledger => book.Count(ledger, whole) > 0).ToList();
            var isClear = parsed.GetValue(Clear);
            session.Audit.Note(
                session.Actor, isClear ? AuditAct.ExportClear : AuditAct.Export, string.Join(' ', ledgers.Select(ledger => ledger.Code)), parsed.GetValue(Format)!, partnership);
            var folder = Directory.CreateDirectory(parsed.GetValue(Out)!).FullName;
            var exported = new List<ExportAnswer>();
            using var moment = book.AtOneMoment();
            foreach (var ledger in ledgers)
            {
                var file = Path.Combine(folder, $"{ledger.Name}.{format.ToString().ToLowerInvariant()}");
                exported.Add(new ExportAnswer(ledger.Code, file, LedgerExport.Of(book, ledger, whole, isClear).Write(format, file)));
            }
            session.Output.Write(exported, console => exported.ForEach(one => console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{one.File}：{one.Records} 条"))));
            return 0;
        });
        return command;
    }
}
