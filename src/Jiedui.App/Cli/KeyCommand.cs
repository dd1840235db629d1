using System.CommandLine;
using System.Globalization;
using Jiedui.Access;
using Jiedui.Access.Accounts;
using Jiedui.Access.Auditing;
using Jiedui.App.Answers;
using Jiedui.Flow.Evidence;
using Jiedui.Sealing;
using Jiedui.Storage;
using Spectre.Console;

namespace Jiedui.App.Cli;

internal static class KeyCommand
{
    private static readonly Option<string?> NewSuite = new("--suite") { Description = "aes（AES-256-GCM）或 sm（SM4-GCM）；不写则沿用", HelpName = "S" };
    private static readonly Option<string> To = new("--to") { Description = "新主密钥的文件；没有则新建", HelpName = "FILE", Required = true };

    public static Command Create() => new("key", "密钥：查看、轮换、更换主密钥") { Status(), Rotate(), Rewrap() };

    private static Command Status()
    {
        var command = new Command("status", "各密钥的算法、启用时间和加密的记录数");
        command.Does((session, _) =>
        {
            using var access = session.Database.ConnectAccess();
            var sealing = new Resealing(session.Database, session.Catalogue.Ledgers).ByKey();
            var keys = SealingKeys.Made(access)
                .Select(key => new KeyAnswer(key.Number, key.Suite.ToString().ToLowerInvariant(), key.At, sealing.GetValueOrDefault(key.Number), key.Number == session.Database.Vault.NewestKey)).ToList();
            session.Output.Write(keys, console =>
            {
                var table = Output.Table("密钥", "算法", "启用", "加密的记录版本", "");
                foreach (var key in keys)
                    Output.Row(table, key.Number.ToString(CultureInfo.InvariantCulture), key.Suite, key.At, key.Sealing.ToString("N0", CultureInfo.InvariantCulture), key.IsNewest ? "现用" : "");
                console.Write(table);
            });
            return 0;
        });
        return command;
    }

    private static Command Rotate()
    {
        var command = new Command("rotate", "换一把新的数据密钥，并把已加密的内容全部重新加密；系统可以继续使用") { NewSuite };
        command.Does((session, parsed) =>
        {
            using var access = session.Database.ConnectAccess();
            var suite = parsed.GetValue(NewSuite) switch
            {
                null => SealingKeys.Made(access)[^1].Suite,
                "aes" => Suite.Aes,
                "sm" => Suite.Sm,
                var other => throw new UsageException($"--suite 只能是 aes 或 sm，不能是“{other}”。"),
            };
            var number = SealingKeys.Renew(access, session.Database.Vault, MasterKey.Find(mayCreate: false), suite);
            var log = new AuditLog(session.Database);
            var owner = Actor.Owner(Environment.UserName);
            log.Note(owner, AuditAct.Key, $"数据密钥第 {number} 号", "启用，开始重新加密");
            var resealed = Output.WithProgress("正在重新加密……", _ => new Resealing(session.Database, session.Catalogue.Ledgers).Run() + EvidenceResealing.Run(session.Database) + AuthenticatorSecrets.Reseal(session.Database));
            log.Note(owner, AuditAct.Key, $"数据密钥第 {number} 号", $"重新加密 {resealed} 个记录版本、佐证文件和验证器密钥");
            session.Output.Write(new { key = number, resealed }, console => console.WriteLine($"已启用第 {number} 号密钥，重新加密 {resealed:N0} 个记录版本、佐证文件和验证器密钥。"));
            return 0;
        });
        return command;
    }

    private static Command Rewrap()
    {
        var command = new Command("rewrap", "更换主密钥：数据密钥改由新的主密钥保护") { To };
        command.Does((session, parsed) =>
        {
            using var access = session.Database.ConnectAccess();
            var file = Path.GetFullPath(parsed.GetValue(To)!);
            SealingKeys.Rewrap(access, MasterKey.Find(mayCreate: false), MasterKey.InFile(file, mayCreate: true));
            new AuditLog(session.Database).Note(Actor.Owner(Environment.UserName), AuditAct.Key, "主密钥", "已更换");
            session.Output.Write(new { file }, console => console.WriteLine($"数据密钥已改由 {file} 中的主密钥保护。请让各处的 JIEDUI_KEY_FILE 指向它，并重新启动服务；另存一份，与备份分开保管。"));
            return 0;
        });
        return command;
    }
}
