using Jiedui.App.Web;
using Jiedui.Storage;
using Jiedui.Work;

var data = Path.GetFullPath(Environment.GetEnvironmentVariable("JIEDUI_DATA") ?? "data");
if (args is ["import", .. var files])
{
    var report = new Jiedui.Flow.Importing.Importer(Database.Open(data), Article.Catalogue).Import([.. files.Select(Jiedui.Flow.Importing.ImportFile.At)], new());
    foreach (var sheet in report.Files.SelectMany(file => file.Sheets))
        Console.Error.WriteLine($"{sheet.Sheet}: {sheet.Ledger?.Code} {sheet.Accepted}+{sheet.Unchanged}+{sheet.Corrected}-{sheet.Rejected}");
    return report.ExitCode;
}
WebHosting.Build(new WebOptions { DataFolder = data }, Database.Open(data), Article.Catalogue).Run();
return 0;
