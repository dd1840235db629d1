using System.Data.Common;
using Dapper;

namespace Jiedui.Storage;

/// <summary>The tables that do not come from a ledger's declaration, as numbered migrations; each runs once, in a transaction. Never edit one that has shipped.</summary>
internal static class FixedTables
{
    private static readonly string[] Migrations =
    [
        """
        CREATE TABLE partnership (
            id INTEGER PRIMARY KEY, giver TEXT NOT NULL, receiver TEXT NOT NULL, starts TEXT NOT NULL, ends TEXT, basis TEXT, UNIQUE (giver, receiver));

        CREATE TABLE unit (
            partnership INTEGER NOT NULL, id INTEGER NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL, code TEXT, parent INTEGER, side TEXT NOT NULL,
            batch INTEGER NOT NULL, PRIMARY KEY (partnership, id)) WITHOUT ROWID;
        CREATE UNIQUE INDEX unit_name ON unit (partnership, name, coalesce(parent, 0));

        CREATE TABLE batch (
            id INTEGER PRIMARY KEY, partnership INTEGER, at TEXT NOT NULL, kind TEXT NOT NULL, actor TEXT NOT NULL, sender TEXT NOT NULL, note TEXT);
        CREATE INDEX batch_at ON batch (at);

        CREATE TABLE source_file (
            id INTEGER PRIMARY KEY, batch INTEGER NOT NULL, name TEXT NOT NULL, sha256 TEXT NOT NULL, bytes INTEGER NOT NULL);

        CREATE TABLE source_sheet (
            id INTEGER PRIMARY KEY, file INTEGER NOT NULL, partnership INTEGER, name TEXT NOT NULL, ledger TEXT, letters TEXT NOT NULL,
            accepted INTEGER NOT NULL DEFAULT 0, unchanged INTEGER NOT NULL DEFAULT 0, corrected INTEGER NOT NULL DEFAULT 0, rejected INTEGER NOT NULL DEFAULT 0);

        CREATE TABLE mapping (
            sender TEXT NOT NULL, ledger TEXT NOT NULL, headers TEXT NOT NULL, columns TEXT NOT NULL, PRIMARY KEY (sender, headers)) WITHOUT ROWID;

        CREATE TABLE declared (fingerprint TEXT NOT NULL);

        CREATE TABLE code (id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE);

        CREATE TABLE subject (
            partnership INTEGER NOT NULL, id INTEGER NOT NULL, hash BLOB NOT NULL, label TEXT, part_of INTEGER,
            PRIMARY KEY (partnership, id)) WITHOUT ROWID;
        CREATE UNIQUE INDEX subject_hash ON subject (partnership, hash);

        CREATE TABLE parties (
            partnership INTEGER NOT NULL, id INTEGER NOT NULL, units TEXT NOT NULL, PRIMARY KEY (partnership, id)) WITHOUT ROWID;
        CREATE UNIQUE INDEX parties_units ON parties (partnership, units);
        CREATE TABLE parties_unit (
            partnership INTEGER NOT NULL, unit INTEGER NOT NULL, parties INTEGER NOT NULL, PRIMARY KEY (partnership, unit, parties)) WITHOUT ROWID;

        CREATE TABLE posting (
            partnership INTEGER NOT NULL, measure INTEGER NOT NULL, day INTEGER NOT NULL, ledger INTEGER NOT NULL, record INTEGER NOT NULL,
            version INTEGER NOT NULL, sign INTEGER NOT NULL, low INTEGER, high INTEGER, subject INTEGER NOT NULL, parties INTEGER NOT NULL, batch INTEGER NOT NULL);
        CREATE INDEX posting_measure ON posting (partnership, measure, day);
        CREATE INDEX posting_record ON posting (partnership, ledger, record);
        CREATE TRIGGER posting_no_update BEFORE UPDATE ON posting BEGIN SELECT raise(ABORT, 'postings are append-only'); END;
        CREATE TRIGGER posting_no_delete BEFORE DELETE ON posting BEGIN SELECT raise(ABORT, 'postings are append-only'); END;

        CREATE TABLE total (
            partnership INTEGER NOT NULL, measure INTEGER NOT NULL, month INTEGER NOT NULL, parties INTEGER NOT NULL,
            low INTEGER NOT NULL, high INTEGER NOT NULL, open_low INTEGER NOT NULL, open_high INTEGER NOT NULL, postings INTEGER NOT NULL,
            PRIMARY KEY (partnership, measure, month, parties)) WITHOUT ROWID;

        CREATE TABLE tally (
            partnership INTEGER NOT NULL, measure INTEGER NOT NULL, month INTEGER NOT NULL, parties INTEGER NOT NULL, member INTEGER NOT NULL,
            postings INTEGER NOT NULL, PRIMARY KEY (partnership, measure, month, parties, member)) WITHOUT ROWID;
        """,
    ];

    public static void Migrate(DbConnection connection)
    {
        // Read without a lock first: every start but the first finds nothing to do.
        if (VersionOf(connection) == Migrations.Length)
            return;
        using var transaction = Database.BeginWriting(connection);
        for (var next = VersionOf(connection); next < Migrations.Length; next++)
            connection.Execute($"{Migrations[next]}; PRAGMA user_version = {next + 1}", transaction: transaction);
        transaction.Commit();
    }

    private static int VersionOf(DbConnection connection) => connection.ExecuteScalar<int>("PRAGMA user_version");
}
