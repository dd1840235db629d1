using System.CommandLine;
using Jiedui.Access;
using Jiedui.Access.Accounts;
using Jiedui.Access.Auditing;
using Jiedui.App.Answers;
using Jiedui.App.Web.Accounts;
using Jiedui.Measures;
using Spectre.Console;

namespace Jiedui.App.Cli;

/// <summary>Accounts, for the owner of the data folder: the way in for who has lost every other.</summary>
internal static class UserCommand
{
    private static readonly Argument<string> Name = new("NAME") { Description = "账号" };
    private static readonly Option<string> RoleOption = new("--role") { Description = "角色：" + string.Join('、', RoleWords.AllWritten), HelpName = "R", DefaultValueFactory = _ => "office" };
    private static readonly Option<string?> Unit = new("--unit") { Description = "所属单位（经办人必填），如 棣花镇", HelpName = "U" };
    private static readonly Option<string?> SideOption = new("--side") { Description = "代表哪一方：giver（帮扶方）或 receiver（受帮扶方）；不写则从单位得出", HelpName = "S" };
    private static readonly Option<string?> FullName = new("--full-name") { Description = "姓名（不写则同账号）", HelpName = "F" };
    private static readonly Option<bool> FromInput = new("--password-stdin") { Description = "密码从标准输入读一行，不生成临时密码" };

    public static Command Create() => new("user", "账号")
    {
        Add(),
        List(),
        Change("lock", "锁定账号，结束其登录", (book, actor, account) => book.Lock(actor, account.Id), "已锁定"),
        Change("unlock", "解锁账号", (book, actor, account) => book.Unlock(actor, account.Id), "已解锁"),
        Reset(),
    };

    private static Command Add()
    {
        var command = new Command("add", "新建账号，并给出只显示一次的临时密码") { Name, RoleOption, Unit, SideOption, FullName, FromInput };
        command.Does((session, parsed) =>
        {
            var name = parsed.GetValue(Name)!;
            var role = RoleWords.Read(parsed.GetValue(RoleOption)!) ?? throw new UsageException($"没有角色“{parsed.GetValue(RoleOption)}”。可写：{string.Join('、', RoleWords.AllWritten)}。");
            var binding = new BindingWords(session.Connection).Read(role, parsed.GetValue(SharedOptions.Partnership), SideOf(parsed.GetValue(SideOption)), parsed.GetValue(Unit));
            var typed = parsed.GetValue(FromInput) ? Typed(name) : null;
            var password = typed ?? TemporaryPassword.New();
            var account = new Account { Name = name, FullName = parsed.GetValue(FullName) ?? name, Binding = binding, MustChange = typed is null };
            account.Password = Passwords.Hash(account, password);
            BookOf(session).Add(Owner(), account);
            Tell(session, account, typed is null ? password : null, "已建账号");
            return 0;
        });
        return command;
    }

    private static Command Reset()
    {
        var command = new Command("reset", "重置密码，并给出只显示一次的临时密码") { Name, FromInput };
        command.Does((session, parsed) =>
        {
            var account = Known(session, parsed);
            var typed = parsed.GetValue(FromInput) ? Typed(account.Name) : null;
            var password = typed ?? TemporaryPassword.New();
            BookOf(session).ResetPassword(Owner(), account.Id, Passwords.Hash(account, password), mustChange: typed is null);
            Tell(session, BookOf(session).Find(account.Id)!, typed is null ? password : null, "已重置密码");
            return 0;
        });
        return command;
    }

    private static Command List()
    {
        var command = new Command("list", "列出账号");
        command.Does((session, _) =>
        {
            var all = BookOf(session).All().Select(account => AnswerOf(session, account)).ToList();
            session.Output.Write(all, console =>
            {
                var table = Output.Table("账号", "姓名", "角色", "帮扶关系", "方", "单位", "状态");
                foreach (var one in all)
                {
                    Output.Row(
                        table, one.Name, one.FullName, RoleWords.Chinese(RoleWords.Read(one.Role)!.Value), one.Partnership,
                        one.Side is { } side ? RoleWords.Chinese(SideOf(side)!.Value) : "", one.Unit, one.Locked ? "已锁定" : one.MustChange ? "待改密码" : "");
                }
                console.Write(table);
            });
            return 0;
        });
        return command;
    }

    private static Command Change(string verb, string description, Action<AccountBook, Actor, Account> change, string done)
    {
        var command = new Command(verb, description) { Name };
        command.Does((session, parsed) =>
        {
            var account = Known(session, parsed);
            change(BookOf(session), Owner(), account);
            Tell(session, BookOf(session).Find(account.Id)!, null, done);
            return 0;
        });
        return command;
    }

    private static void Tell(Session session, Account account, string? password, string done) =>
        session.Output.Write(AnswerOf(session, account, password), console =>
            console.WriteLine($"{done}：{account.Name}（{RoleWords.Chinese(account.Role)}）" + (password is null ? "" : $"，临时密码 {password}（只显示这一次，首次登录须改）")));

    private static AccountAnswer AnswerOf(Session session, Account account, string? password = null)
    {
        var words = new BindingWords(session.Connection);
        return AccountAnswer.Of(account, words.PartnershipName(account.Binding), words.UnitName(account.Binding), password);
    }

    private static Account Known(Session session, ParseResult parsed) =>
        BookOf(session).Named(parsed.GetValue(Name)!) ?? throw new UsageException($"没有账号“{parsed.GetValue(Name)}”。运行 jiedui user list 可列出全部账号。");

    private static AccountBook BookOf(Session session) => new(session.Database, new AuditLog(session.Database));

    private static Actor Owner() => Actor.Owner(Environment.UserName);

    private static string Typed(string name)
    {
        var password = Console.In.ReadLine() ?? "";
        return PasswordRules.Faults(password, name.Trim()) is [_, ..] faults ? throw new UsageException(string.Concat(faults)) : password;
    }

    private static Side? SideOf(string? written) => written switch
    {
        null => null,
        "giver" or "帮扶方" => Side.Giver,
        "receiver" or "受帮扶方" => Side.Receiver,
        _ => throw new UsageException($"没有“{written}”这一方。请写 giver（帮扶方）或 receiver（受帮扶方）。"),
    };
}
