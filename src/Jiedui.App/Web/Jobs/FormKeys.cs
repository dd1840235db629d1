using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Dapper;
using Jiedui.Storage;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Jiedui.App.Web.Jobs;

/// <summary>The keys of forms and cookies, sealed in the database: what one process gave out, any other takes back.</summary>
internal sealed class FormKeys(Database database) : IXmlRepository
{
    private static readonly TimeSpan Beginning = TimeSpan.FromMinutes(1);

    private static readonly byte[] About = "form key"u8.ToArray();

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var connection = database.ConnectJobs();
        return [.. connection.Query<byte[]>("SELECT box FROM form_key ORDER BY id").Select(box => XElement.Parse(Encoding.UTF8.GetString(database.Vault.Open(box, About))))];
    }

    /// <summary>
    /// Keeps a key. Of several processes that begin together each would make one of its own, and for a day not know the others': so a key that comes within a minute
    /// of another is not kept, and its maker takes that other one, for it asks for all keys after it has made one.
    /// </summary>
    public void StoreElement(XElement element, string friendlyName)
    {
        using var connection = database.ConnectJobs();
        using var transaction = Database.BeginWriting(connection);
        var now = DateTime.UtcNow;
        if (connection.ExecuteScalar<long>("SELECT count(*) FROM form_key WHERE at > @since", new { since = Text(now - Beginning) }, transaction) > 0)
            return;
        var box = database.Vault.Seal(Encoding.UTF8.GetBytes(element.ToString(SaveOptions.DisableFormatting)), About);
        connection.Execute("INSERT INTO form_key (at, box) VALUES (@at, @box)", new { at = Text(now), box }, transaction);
        transaction.Commit();
    }

    private static string Text(DateTime at) => at.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
