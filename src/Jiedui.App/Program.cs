using Jiedui.App.Standins;
using Jiedui.App.Web;
using Jiedui.Flow.Indicators;
using Jiedui.Flow.Ledgers;
using Jiedui.Storage;

var data = Path.GetFullPath(Environment.GetEnvironmentVariable("JIEDUI_DATA") ?? "data");
WebHosting.Build(new WebOptions { DataFolder = data }, services =>
{
    services.AddSingleton(StandinCatalogue.Make());
    services.AddSingleton<LedgerBook>();
    services.AddSingleton<Figures>();
    services.AddSingleton<Partnerships>();
}).Run();
return 0;
