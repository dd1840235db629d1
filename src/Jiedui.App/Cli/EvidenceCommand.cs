using System.CommandLine;
using System.Globalization;
using Jiedui.App.Answers;
using Jiedui.Flow.Evidence;
using Spectre.Console;

namespace Jiedui.App.Cli;

internal static class EvidenceCommand
{
    private static readonly Argument<string> Ledger = new("CODE") { Description = "台账代码" };
    private static readonly Argument<long> Record = new("RECORD") { Description = "记录号" };
    private static readonly Argument<string[]> Files = new("FILE") { Description = "佐证文件", Arity = ArgumentArity.OneOrMore };
    private static readonly Argument<string[]> Places = new("FOLDER|FILE") { Description = "佐证文件，或装着它们的文件夹", Arity = ArgumentArity.OneOrMore };
    private static readonly Argument<string[]> Indicators = new("CODE") { Description = "指标代码；不写则全部", Arity = ArgumentArity.ZeroOrMore };
    private static readonly Option<int?> Grade = new("--grade") { Description = "等级：1 原始凭证、2 照片、3 情况说明（默认图片为 2，其余为 3）", HelpName = "N" };

    public static Command Create() => new("evidence", "佐证文件") { Add(), AddMatching(), List(), Missing() };

    private static Command Add()
    {
        var command = new Command("add", "给一条记录添加佐证文件") { Ledger, Record, Files, Grade };
        command.Does((session, parsed) => Told(session, new EvidenceBook(session.Database, session.Catalogue).Attach(
            session.Ledger(parsed.GetValue(Ledger)!), session.Partnership.Id, parsed.GetValue(Record), parsed.GetValue(Files)!.Select(At), GradeIn(parsed), Environment.UserName)));
        return command;
    }

    private static Command AddMatching()
    {
        var command = new Command("add-matching", "按文件名，给“佐证材料”写着它的记录添加佐证文件") { Places, Grade };
        command.Does((session, parsed) => Told(session, Output.WithProgress("正在保存……", _ => new EvidenceBook(session.Database, session.Catalogue).AttachMatching(
            session.Partnership.Id, parsed.GetValue(Places)!.SelectMany(FilesIn).Select(At), GradeIn(parsed), Environment.UserName))));
        return command;
    }

    private static Command List()
    {
        var command = new Command("list", "一条记录的佐证文件") { Ledger, Record };
        command.Does((session, parsed) =>
        {
            var evidence = new EvidenceBook(session.Database, session.Catalogue).Of(
                session.Connection, session.Ledger(parsed.GetValue(Ledger)!), session.Partnership.Id, parsed.GetValue(Record));
            session.Output.Write(evidence.Select(EvidenceAnswer.Of), console =>
            {
                var table = Output.Table("编号", "等级", "文件", "大小", "添加人", "时间");
                foreach (var one in evidence)
                {
                    Output.Row(
                        table, Number(one.Id), EvidenceGrades.NameOf(one.Grade), one.Name, Number(one.Bytes), one.By,
                        one.At.ToLocalTime().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture));
                }
                console.Write(table);
            });
            return 0;
        });
        return command;
    }

    private static Command Missing()
    {
        var command = new Command("missing", "缺佐证的数字") { Indicators };
        FilterOptions.AddTo(command);
        command.Does((session, parsed) =>
        {
            var asked = parsed.GetValue(Indicators) is { Length: > 0 } codes ? codes.Select(session.Indicator) : session.Catalogue.Indicators;
            var missing = GradesAnswer.Missing(session.Figures, session.Query(), asked);
            session.Output.Write(missing, console =>
            {
                var table = Output.Table(["代码", "指标", "记录", .. EvidenceGrades.All.Select(EvidenceGrades.NameOf)]);
                foreach (var one in missing)
                    Output.Row(table, one.Code, one.Name, Number(one.Records), Number(one.Vouchers), Number(one.Photos), Number(one.Statements), Number(one.Without));
                console.Write(table);
            });
            return 0;
        });
        return command;
    }

    private static int Told(Session session, IReadOnlyList<FiledEvidence> filed)
    {
        session.Output.Write(filed.Select(FiledAnswer.Of), console =>
        {
            foreach (var file in filed)
                console.WriteLine($"{file.Name}：{file.Refusal ?? Linked(file)}");
        });
        return filed.All(file => file.Refusal is not null) ? 1 : filed.Any(file => file.Refusal is not null) ? 2 : 0;
    }

    private static string Linked(FiledEvidence file) => string.Create(
        CultureInfo.InvariantCulture, $"关联 {file.Linked.Count} 条记录{(file.AlreadyThere.Count > 0 ? $"，另有 {file.AlreadyThere.Count} 条早已关联" : "")}。");

    private static EvidenceGrade? GradeIn(ParseResult parsed) => parsed.GetValue(Grade) switch
    {
        null => null,
        { } number when EvidenceGrades.OfFiles.Contains((EvidenceGrade)number) => (EvidenceGrade)number,
        _ => throw new UsageException("--grade 只能是 1（原始凭证）、2（照片）或 3（情况说明）。"),
    };

    private static EvidenceFile At(string path) => File.Exists(path) ? EvidenceFile.At(path) : throw new UsageException($"找不到文件“{path}”。请核对路径。");

    private static IEnumerable<string> FilesIn(string place) => Directory.Exists(place)
        ? Directory.EnumerateFiles(place, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        : [place];

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
