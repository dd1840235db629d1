using System.CommandLine;
using System.Globalization;
using Jiedui.Access;
using Jiedui.App.Answers;
using Jiedui.Keeping;
using Jiedui.Sealing;
using Spectre.Console;

namespace Jiedui.App.Cli;

internal static class RestoreCommand
{
    private static readonly Argument<string> FileName = new("FILE") { Description = "备份文件" };

    public static Command Create()
    {
        var command = new Command("restore", "把备份恢复到空的数据文件夹（和 --db 的空数据库），核对无误才放到位") { FileName, PassphraseOptions.PassphraseFile };
        command.Does((session, parsed) =>
        {
            var file = parsed.GetValue(FileName)!;
            var passphrase = PassphraseOptions.Of(parsed) ?? (IsSealed(file) ? PassphraseOptions.Asked(twice: false) : null);
            var result = Output.WithProgress("正在恢复并核对……", _ => Restore.Run(file, SharedOptions.DataFolder(parsed), passphrase, session.Catalogue, Actor.Owner(Environment.UserName), SharedOptions.Server(parsed)));
            session.Output.Write(new RestoreAnswer(result.Folder, true, result.Checked, result.Manifest.At, result.KeyFile), console =>
            {
                console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"已恢复到 {result.Folder}：备份于 {result.Manifest.At.LocalDateTime:yyyy-MM-dd HH:mm}，核对 {result.Checked:N0} 项，账目相符。"));
                if (result.KeyFile is { } key)
                    console.WriteLine($"密钥已放到 {key}，请妥善保管。");
            });
            return 0;
        });
        return command;
    }

    private static bool IsSealed(string file)
    {
        if (!File.Exists(file))
            return false;
        using var stream = File.OpenRead(file);
        return SealedReading.IsSealed(stream);
    }
}
