using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using Dapper;
using Jiedui.Sealing;

namespace Jiedui.Storage;

/// <summary>
/// The installation's own keys, each wrapped with the master key: one for prints, made with the database and never changed, and one or more for sealing, of
/// which the newest seals.
/// </summary>
public static class SealingKeys
{
    private const string ForPrints = "prints";
    private const string ForSealing = "sealing";

    /// <summary>Unwraps the keys, making them where the database is new.</summary>
    /// <exception cref="KeyMissingException">The master key is missing, or is not the one that they were wrapped with.</exception>
    internal static Vault Open(DbConnection connection, MasterKey? master, Suite suite)
    {
        if (connection.ExecuteScalar<long>("SELECT count(*) FROM sealing_key") == 0)
            Found(connection, master ?? MasterKey.Find(mayCreate: true), suite);
        master ??= MasterKey.Find(mayCreate: false);
        var stored = Stored(connection);
        var prints = stored.First(key => key.Purpose == ForPrints);
        var vault = new Vault(prints.Suite, Unwrap(master, prints));
        foreach (var key in stored.Where(key => key.Purpose == ForSealing))
            vault.Learn((int)key.Id, key.Suite, Unwrap(master, key));
        return vault;
    }

    /// <summary>The suite of the key that seals now, and when each key was made.</summary>
    public static IReadOnlyList<(int Number, Suite Suite, string At)> Made(DbConnection connection) =>
    [
        .. connection.Query<(long Id, string Suite, string At)>("SELECT id, suite, at FROM sealing_key WHERE purpose = @ForSealing ORDER BY id", new { ForSealing })
            .Select(key => ((int)key.Id, Enum.Parse<Suite>(key.Suite), key.At)),
    ];

    /// <summary>Makes a new key that seals from now on, in one transaction. What older keys sealed still opens.</summary>
    /// <exception cref="KeyMissingException">The master key is not the one that the others are wrapped with: it may have been changed meanwhile. Nothing was made then.</exception>
    public static int Renew(DbConnection connection, Vault vault, MasterKey master, Suite suite)
    {
        using var transaction = Database.BeginWriting(connection);
        foreach (var known in Stored(connection, transaction))
            Unwrap(master, known);
        var key = RandomNumberGenerator.GetBytes(AuthenticatedCipher.KeyBytes(suite));
        var number = Insert(connection, transaction, ForSealing, suite, master.Wrap(suite, key));
        transaction.Commit();
        vault.Learn(number, suite, key);
        return number;
    }

    /// <summary>Learns the keys that another process has made since.</summary>
    internal static void Refresh(DbConnection connection, Vault vault, MasterKey? master)
    {
        foreach (var key in Stored(connection).Where(key => key.Purpose == ForSealing && !vault.Knows((int)key.Id)))
            vault.Learn((int)key.Id, key.Suite, Unwrap(master ??= MasterKey.Find(mayCreate: false), key));
    }

    /// <summary>Wraps all keys anew with another master key, in one transaction; afterwards only that one opens the database.</summary>
    public static void Rewrap(DbConnection connection, MasterKey from, MasterKey to)
    {
        using var transaction = Database.BeginWriting(connection);
        foreach (var key in Stored(connection, transaction))
            connection.Execute("UPDATE sealing_key SET wrapped = @wrapped WHERE id = @Id", new { wrapped = to.Wrap(key.Suite, Unwrap(from, key)), key.Id }, transaction);
        transaction.Commit();
    }

    private static void Found(DbConnection connection, MasterKey master, Suite suite)
    {
        using var transaction = Database.BeginWriting(connection);
        if (Stored(connection, transaction).Count > 0)
            return;
        Insert(connection, transaction, ForPrints, suite, master.Wrap(suite, RandomNumberGenerator.GetBytes(32)));
        Insert(connection, transaction, ForSealing, suite, master.Wrap(suite, RandomNumberGenerator.GetBytes(AuthenticatedCipher.KeyBytes(suite))));
        transaction.Commit();
    }

    private static int Insert(DbConnection connection, DbTransaction transaction, string purpose, Suite suite, byte[] wrapped) =>
        connection.QuerySingle<int>(
            "INSERT INTO sealing_key (purpose, suite, wrapped, at) VALUES (@purpose, @suite, @wrapped, @at) RETURNING id",
            new { purpose, suite = suite.ToString(), wrapped, at = DateTime.UtcNow.ToString("O", CultureInfo.InvariantCulture) }, transaction);

    private static List<(long Id, string Purpose, Suite Suite, byte[] Wrapped)> Stored(DbConnection connection, DbTransaction? transaction = null) =>
    [
        .. connection.Query<(long Id, string Purpose, string Suite, byte[] Wrapped)>("SELECT id, purpose, suite, wrapped FROM sealing_key ORDER BY id", transaction: transaction)
            .Select(key => (key.Id, key.Purpose, Enum.Parse<Suite>(key.Suite), key.Wrapped)),
    ];

    private static byte[] Unwrap(MasterKey master, (long Id, string Purpose, Suite Suite, byte[] Wrapped) key)
    {
        try
        {
            return master.Unwrap(key.Suite, key.Wrapped);
        }
        catch (SealBrokenException)
        {
            throw new KeyMissingException($"密钥（{master.Place}）不是这个数据文件夹的密钥。请用 JIEDUI_KEY_FILE 指明原来的密钥文件。");
        }
    }
}
