using System.CommandLine;
using System.Data.Common;
using Jiedui.Access.Accounts;
using Jiedui.App.Answers;
using Jiedui.Flow.Evidence;
using Jiedui.Flow.Importing;
using Jiedui.Flow.Indicators;
using Jiedui.Flow.Intake.Workbooks;
using Jiedui.Flow.Matching;
using Jiedui.Flow.Outputs.Packs;
using Jiedui.Keeping;
using Jiedui.Sealing;
using Jiedui.Storage;

namespace Jiedui.App.Cli;

/// <summary>All verbs. Exit code: 0 done, 1 usage or failure and nothing stored, 2 done but something came back (contract).</summary>
internal static class CommandLine
{
    public static int Run(string[] args)
    {
        var root = new RootCommand("结对 Jiedui：对口帮扶的台账、指标与报告")
        {
            DemoCommand.Create(), ServeCommand.Create(), PartnershipCommand.Create(), LedgersCommand.Create(), TemplateCommand.Create(),
            ImportCommand.Create(), FiguresCommand.Create(), TraceCommand.Create(), ReportCommand.Create(), ExportCommand.Create(),
            VerifyCommand.Create(), UserCommand.Create(), KeyCommand.Create(), PersonCommand.Create(), AuditCommand.Create(),
            EvidenceCommand.Create(), ConfirmCommand.Create(), DisputesCommand.Create(), RulesCommand.Create(), PackCommand.Create(), MatchCommand.Create(),
            BackupCommand.Create(), RestoreCommand.Create(), CopyCommand.Create(), DistributeCommand.Create(), ReferenceCommand.Create(),
        };
        foreach (var option in (Option[])[SharedOptions.Data, SharedOptions.Db, SharedOptions.Json, SharedOptions.Partnership, SharedOptions.Verbose])
            root.Options.Add(option);
        return root.Parse(args).Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
    }

    /// <summary>A verb's action: opens a session, and turns what went wrong into one clear sentence.</summary>
    public static void Does(this Command command, Func<Session, ParseResult, int> action) => command.SetAction(parsed =>
    {
        try
        {
            using var session = new Session(parsed);
            return action(session, parsed);
        }
        catch (Exception fault) when (fault is UsageException or AccountRefusedException or ImportRefusedException or UnanswerableException or KeyMissingException or SealBrokenException or EvidenceRefusedException or PackFaultException or BackupFaultException or DatabaseUnavailableException or MatchRefusedException or CopyRefusedException)
        {
            Output.Say(fault.Message);
            return 1;
        }
        catch (ImportBrokenException fault)
        {
            // Something is stored, so that this is no plain failure; of the fault itself there is no other log than this.
            Output.Say(fault.Message);
            Output.Say(fault.InnerException!.ToString());
            return 2;
        }
        catch (UnreadableFileException fault)
        {
            Output.Say(fault.Message + fault.Remedy);
            return 1;
        }
        catch (DbException fault)
        {
            Output.Say(DatabaseFault.Told(fault));
            // A fault of the program itself shows in the trace only.
            if (parsed.GetValue(SharedOptions.Verbose))
                Output.Say(fault.ToString());
            return 1;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // The system's own words are English and often name a part file that nobody asked for.
            Output.Say(fault is UnauthorizedAccessException
                ? "读写文件时出错：没有权限。请核对文件夹和文件的权限，再试一次。"
                : "读写文件时出错：文件夹不存在、不能写入或磁盘已满。请核对路径，再试一次。");
            return 1;
        }
    });
}
