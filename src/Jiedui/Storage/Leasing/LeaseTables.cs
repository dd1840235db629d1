using System.Data.Common;
using System.Resources;
using Dapper;
using Jiedui.Storage.Engines;
using Quartz;

namespace Jiedui.Storage.Leasing;

/// <summary>The tables of the job library, as it brings them itself for each engine: so they always fit its version.</summary>
internal static class LeaseTables
{
    public const string Prefix = "qrtz_";

    public static void Create(DbConnection connection, DbTransaction transaction)
    {
        var name = $"Quartz.Impl.AdoJobStore.Schema.create_{Dialect.Of(connection).LeaseName}.sql";
        using var script = typeof(IScheduler).Assembly.GetManifestResourceStream(name) ?? throw new MissingManifestResourceException(name);
        using var reader = new StreamReader(script);
        // A line of its own parts the statements; what stands before the first one is for people.
        foreach (var statement in reader.ReadToEnd().ReplaceLineEndings("\n").Split("\n--;;\n").Skip(1))
            connection.Execute(statement.Replace("{0}", Prefix, StringComparison.Ordinal).Replace("{1}", Prefix, StringComparison.Ordinal), transaction: transaction);
    }
}
