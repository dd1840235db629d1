using Jiedui.Access;
using Jiedui.Access.Accounts;
using Jiedui.Access.Auditing;
using Jiedui.App.Gate.Limits;
using Jiedui.App.Web;
using Jiedui.App.Web.Accounts;
using Jiedui.Flow.Importing;
using Jiedui.Flow.Ledgers;
using Jiedui.Measures;
using Jiedui.Storage;
using Jiedui.Work;
using Microsoft.AspNetCore.Builder;

namespace Jiedui.Bench.Roles;

/// <summary>The case, imported into a folder of its own, served to one account of each role.</summary>
internal sealed class CaseSite : IAsyncDisposable
{
    private const string Password = "Correct-Horse-7";

    private readonly string folder;
    private readonly WebApplication app;

    private CaseSite(string folder, WebApplication app) => (this.folder, this.app) = (folder, app);

    public static IReadOnlyList<Role> Roles { get; } = Enum.GetValues<Role>();

    public static async Task<CaseSite> Open()
    {
        var folder = Directory.CreateTempSubdirectory("jiedui-bench-").FullName;
        var database = Database.Open(folder, Article.Catalogue.Ledgers);
        var files = Directory.EnumerateFiles(Path.GetDirectoryName(Repository.UnitList)!).Order(StringComparer.Ordinal);
        new Importer(database, Article.Catalogue).Import([.. files.Select(ImportFile.At)], new ImportOptions());
        var accounts = new AccountBook(database, new AuditLog(database));
        foreach (var role in Roles)
            accounts.Add(Actor.Owner("bench"), AccountOf(database, role));
        var often = new RateOptions { SignInsByAddress = int.MaxValue, SignInsByName = int.MaxValue };
        var app = WebHosting.Build(new WebOptions { DataFolder = folder, Urls = "http://127.0.0.1:0", Rates = often }, database, Article.Catalogue);
        await app.StartAsync();
        return new CaseSite(folder, app);
    }

    /// <summary>Somebody of a role, not signed in yet.</summary>
    public Browser Person(Role role) => new(new Uri(app.Urls.Single()), NameOf(role), Password);

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private static string NameOf(Role role) => RoleWords.Written(role);

    private static Account AccountOf(Database database, Role role)
    {
        using var connection = database.Connect();
        var partnership = Partnerships.All(connection)[0].Id;
        var binding = Binding.IsAdministrator(role) ? new Binding(role)
            : role == Role.Clerk ? new Binding(role, partnership, Side.Receiver, UnitRegistry.Load(connection, partnership).Named("棣花镇")[0].Id)
            : new Binding(role, partnership);
        var account = new Account { Name = NameOf(role), FullName = RoleWords.Chinese(role), Binding = binding };
        account.Password = Passwords.Hash(account, Password);
        return account;
    }
}
