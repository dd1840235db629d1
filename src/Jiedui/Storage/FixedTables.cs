using System.Data.Common;
using Dapper;
using Jiedui.Storage.Engines;
using Jiedui.Storage.Leasing;

namespace Jiedui.Storage;

/// <summary>The tables that do not come from a ledger's declaration, as numbered migrations; each runs once, in a transaction. Never edit one that has shipped.</summary>
internal static class FixedTables
{
    private static readonly Migration[] Books =
    [
        new(
            """
            CREATE TABLE partnership (
                id INTEGER PRIMARY KEY, giver TEXT NOT NULL, receiver TEXT NOT NULL, starts TEXT NOT NULL, ends TEXT, basis TEXT, UNIQUE (giver, receiver));

            CREATE TABLE unit (
                partnership INTEGER NOT NULL, id INTEGER NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL, code TEXT, parent INTEGER, side TEXT NOT NULL,
                batch INTEGER NOT NULL, PRIMARY KEY (partnership, id)) WITHOUT ROWID;
            CREATE UNIQUE INDEX unit_name ON unit (partnership, name, (coalesce(parent, 0)));

            CREATE TABLE batch (
                id INTEGER PRIMARY KEY, partnership INTEGER, at TEXT NOT NULL, kind TEXT NOT NULL, actor TEXT NOT NULL, sender TEXT NOT NULL, note TEXT);
            CREATE INDEX batch_at ON batch (at);

            CREATE TABLE source_file (
                id INTEGER PRIMARY KEY, batch INTEGER NOT NULL, name TEXT NOT NULL, sha256 TEXT NOT NULL, bytes INTEGER NOT NULL);

            CREATE TABLE source_sheet (
                id INTEGER PRIMARY KEY, file INTEGER NOT NULL, partnership INTEGER, name TEXT NOT NULL, ledger TEXT, letters TEXT NOT NULL,
                accepted INTEGER NOT NULL DEFAULT 0, unchanged INTEGER NOT NULL DEFAULT 0, corrected INTEGER NOT NULL DEFAULT 0, rejected INTEGER NOT NULL DEFAULT 0,
                seal BLOB);

            CREATE TABLE import_done (run TEXT NOT NULL, file INTEGER NOT NULL, batch INTEGER NOT NULL, box BLOB NOT NULL, PRIMARY KEY (run, file)) WITHOUT ROWID;

            CREATE TABLE mapping (
                sender TEXT NOT NULL, ledger TEXT NOT NULL, headers TEXT NOT NULL, columns TEXT NOT NULL, PRIMARY KEY (sender, headers)) WITHOUT ROWID;

            CREATE TABLE declared (fingerprint TEXT NOT NULL);

            CREATE TABLE code (id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE);

            CREATE TABLE subject (
                partnership INTEGER NOT NULL, id INTEGER NOT NULL, hash BLOB NOT NULL, label TEXT, part_of INTEGER,
                PRIMARY KEY (partnership, id)) WITHOUT ROWID;

            CREATE TABLE parties (
                partnership INTEGER NOT NULL, id INTEGER NOT NULL, units TEXT NOT NULL, PRIMARY KEY (partnership, id)) WITHOUT ROWID;
            CREATE UNIQUE INDEX parties_units ON parties (partnership, units);
            CREATE TABLE parties_unit (
                partnership INTEGER NOT NULL, unit INTEGER NOT NULL, parties INTEGER NOT NULL, PRIMARY KEY (partnership, unit, parties)) WITHOUT ROWID;

            CREATE TABLE posting (
                partnership INTEGER NOT NULL, measure INTEGER NOT NULL, day INTEGER NOT NULL, ledger INTEGER NOT NULL, record INTEGER NOT NULL, version INTEGER NOT NULL,
                sign INTEGER NOT NULL, line INTEGER NOT NULL, low INTEGER, high INTEGER, subject INTEGER NOT NULL, parties INTEGER NOT NULL, batch INTEGER NOT NULL,
                apart INTEGER NOT NULL, PRIMARY KEY (partnership, measure, day, ledger, record, version, sign, line)) WITHOUT ROWID;
            CREATE INDEX posting_apart ON posting (partnership, ledger, record, version) WHERE apart = 1;
            CREATE TABLE posted (
                partnership INTEGER NOT NULL, ledger INTEGER NOT NULL, measure INTEGER NOT NULL, PRIMARY KEY (partnership, ledger, measure)) WITHOUT ROWID;

            CREATE TABLE total (
                partnership INTEGER NOT NULL, measure INTEGER NOT NULL, month INTEGER NOT NULL, parties INTEGER NOT NULL,
                low INTEGER NOT NULL, high INTEGER NOT NULL, open_low INTEGER NOT NULL, open_high INTEGER NOT NULL, postings INTEGER NOT NULL,
                standing INTEGER NOT NULL, PRIMARY KEY (partnership, measure, month, parties)) WITHOUT ROWID;

            CREATE TABLE tally (
                partnership INTEGER NOT NULL, measure INTEGER NOT NULL, member INTEGER NOT NULL, month INTEGER NOT NULL, parties INTEGER NOT NULL,
                low INTEGER NOT NULL, postings INTEGER NOT NULL, PRIMARY KEY (partnership, measure, member, month, parties)) WITHOUT ROWID;

            CREATE TABLE parties_scope (
                partnership INTEGER NOT NULL, parties INTEGER NOT NULL, unit INTEGER NOT NULL, PRIMARY KEY (partnership, parties, unit)) WITHOUT ROWID;
            CREATE INDEX parties_scope_unit ON parties_scope (partnership, unit, parties);
            CREATE TABLE unit_total (
                partnership INTEGER NOT NULL, unit INTEGER NOT NULL, measure INTEGER NOT NULL, month INTEGER NOT NULL,
                low INTEGER NOT NULL, high INTEGER NOT NULL, open_low INTEGER NOT NULL, open_high INTEGER NOT NULL, postings INTEGER NOT NULL,
                standing INTEGER NOT NULL, lowest INTEGER, PRIMARY KEY (partnership, unit, measure, month)) WITHOUT ROWID;
            CREATE TABLE presence (
                partnership INTEGER NOT NULL, unit INTEGER NOT NULL, measure INTEGER NOT NULL, month INTEGER NOT NULL, previous INTEGER NOT NULL,
                members INTEGER NOT NULL, PRIMARY KEY (partnership, unit, measure, month, previous)) WITHOUT ROWID;

            CREATE TABLE deed (
                id INTEGER PRIMARY KEY, batch INTEGER NOT NULL, partnership INTEGER, at TEXT NOT NULL, kind TEXT NOT NULL, actor TEXT NOT NULL, told TEXT NOT NULL);
            CREATE INDEX deed_batch ON deed (batch);

            CREATE TABLE evidence (
                partnership INTEGER NOT NULL, id INTEGER NOT NULL, sha256 TEXT NOT NULL, type TEXT NOT NULL, bytes INTEGER NOT NULL, batch INTEGER NOT NULL, erased INTEGER,
                PRIMARY KEY (partnership, id)) WITHOUT ROWID;
            CREATE UNIQUE INDEX evidence_content ON evidence (partnership, sha256);
            CREATE INDEX evidence_sha256 ON evidence (sha256);
            CREATE TABLE evidence_link (
                partnership INTEGER NOT NULL, ledger TEXT NOT NULL, record INTEGER NOT NULL, evidence INTEGER NOT NULL, batch INTEGER NOT NULL, name BLOB NOT NULL,
                grade INTEGER NOT NULL, piece TEXT, removed INTEGER, PRIMARY KEY (partnership, ledger, record, evidence, batch)) WITHOUT ROWID;
            CREATE UNIQUE INDEX evidence_link_current ON evidence_link (partnership, evidence, ledger, record) WHERE removed IS NULL;
            CREATE TABLE voice (
                partnership INTEGER NOT NULL, batch INTEGER NOT NULL, side TEXT NOT NULL, state INTEGER NOT NULL, PRIMARY KEY (partnership, batch)) WITHOUT ROWID;

            CREATE TABLE word (
                partnership INTEGER NOT NULL, ledger INTEGER NOT NULL, record INTEGER NOT NULL, version INTEGER NOT NULL, side TEXT NOT NULL, batch INTEGER NOT NULL,
                state INTEGER NOT NULL, level INTEGER NOT NULL, PRIMARY KEY (partnership, ledger, record, version, side, batch)) WITHOUT ROWID;
            CREATE INDEX word_batch ON word (partnership, batch);
            CREATE INDEX word_dispute ON word (partnership, ledger) WHERE state = -1;

            CREATE TABLE rule (partnership INTEGER NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (partnership, name)) WITHOUT ROWID;
            """,
            [
                .. Guard.AppendOnly("posting", "postings are append-only"), .. Guard.AppendOnly("deed", "deeds are append-only"),
                Guard.Kept("evidence", "evidence is kept"), Guard.Kept("evidence_link", "links to evidence are kept"),
                new("evidence_link_no_update", "UPDATE OF partnership, ledger, record, evidence, batch, grade", "evidence_link", "links to evidence are kept"),
                new("evidence_link_removed_once", "UPDATE OF removed", "evidence_link", "links to evidence are kept", "OLD.removed IS NOT NULL"),
                .. Guard.AppendOnly("voice", "whose word an entry was is append-only"), .. Guard.AppendOnly("word", "words are append-only"),
            ]),
    ];

    private static readonly Migration[] Access =
    [
        new(
            """
            CREATE TABLE sealing_key (id INTEGER PRIMARY KEY, purpose TEXT NOT NULL, suite TEXT NOT NULL, wrapped BLOB NOT NULL, at TEXT NOT NULL);

            CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

            CREATE TABLE audit (
                id INTEGER PRIMARY KEY, at TEXT NOT NULL, actor TEXT NOT NULL, act TEXT NOT NULL, partnership INTEGER, about TEXT NOT NULL, told TEXT NOT NULL,
                place TEXT NOT NULL, deed INTEGER UNIQUE, suite TEXT NOT NULL, hash BLOB NOT NULL, mark BLOB NOT NULL);
            CREATE INDEX audit_at ON audit (at);
            CREATE INDEX audit_actor ON audit (actor, id);
            CREATE INDEX audit_act ON audit (act, id);

            CREATE TABLE account (
                id TEXT PRIMARY KEY, name TEXT NOT NULL, normal_name TEXT NOT NULL UNIQUE, full_name TEXT NOT NULL, role TEXT NOT NULL, partnership INTEGER, side TEXT,
                unit INTEGER, password TEXT, former_password TEXT, stamp TEXT NOT NULL, must_change INTEGER NOT NULL DEFAULT 0, failures INTEGER NOT NULL DEFAULT 0,
                locked_until TEXT, is_locked INTEGER NOT NULL DEFAULT 0, two_factor INTEGER NOT NULL DEFAULT 0, authenticator BLOB, recovery BLOB, used_code BLOB,
                may_come_from_outside INTEGER NOT NULL DEFAULT 0, version INTEGER NOT NULL DEFAULT 0, created TEXT NOT NULL) WITHOUT ROWID;
            CREATE TABLE account_passkey (
                id BLOB PRIMARY KEY, account TEXT NOT NULL, name TEXT NOT NULL, data TEXT NOT NULL, created TEXT NOT NULL) WITHOUT ROWID;
            CREATE INDEX account_passkey_account ON account_passkey (account);
            CREATE TABLE account_login (provider TEXT NOT NULL, subject TEXT NOT NULL, account TEXT NOT NULL, PRIMARY KEY (provider, subject)) WITHOUT ROWID;
            CREATE INDEX account_login_account ON account_login (account);
            CREATE TABLE session (
                id BLOB PRIMARY KEY, account TEXT NOT NULL, began TEXT NOT NULL, seen TEXT NOT NULL, place TEXT NOT NULL, browser TEXT NOT NULL, ended TEXT) WITHOUT ROWID;
            CREATE INDEX session_account ON session (account);
            CREATE TABLE token (
                id TEXT PRIMARY KEY, account TEXT NOT NULL, name TEXT NOT NULL, print BLOB NOT NULL UNIQUE, scope TEXT NOT NULL, created TEXT NOT NULL, expires TEXT NOT NULL,
                used TEXT, ended TEXT) WITHOUT ROWID;
            CREATE INDEX token_account ON token (account);

            CREATE TABLE backup (
                id INTEGER PRIMARY KEY, at TEXT NOT NULL, file TEXT NOT NULL, is_planned INTEGER NOT NULL, is_sealed INTEGER NOT NULL, bytes INTEGER, sha256 TEXT,
                finished TEXT, fault TEXT, removed TEXT);
            """,
            [.. Guard.AppendOnly("audit", "the audit log is append-only")]),
    ];

    private static readonly Migration[] Jobs =
    [
        new(
            """
            CREATE TABLE form_key (id INTEGER PRIMARY KEY, at TEXT NOT NULL, box BLOB NOT NULL);

            CREATE TABLE import_job (
                id TEXT PRIMARY KEY, owner TEXT NOT NULL, at TEXT NOT NULL, state TEXT NOT NULL, turn INTEGER NOT NULL, changed TEXT NOT NULL, runner TEXT,
                told BLOB NOT NULL, progress BLOB) WITHOUT ROWID;
            CREATE TABLE waiting_file (
                job TEXT NOT NULL, kind TEXT NOT NULL, file INTEGER NOT NULL, chunk INTEGER NOT NULL, box BLOB NOT NULL, PRIMARY KEY (job, kind, file, chunk));

            CREATE TABLE filed_form (id TEXT PRIMARY KEY, sender TEXT NOT NULL, at TEXT NOT NULL, box BLOB NOT NULL) WITHOUT ROWID;
            """,
            []),
    ];

    public static int BooksVersion => Books.Length;

    public static int AccessVersion => Access.Length;

    /// <summary>The books: what is known of the work.</summary>
    public static void MigrateBooks(DbConnection connection) => Migrate(connection, Books);

    /// <summary>Who may do what, the wrapped keys, and the audit log: a database of its own, so that a long import keeps nobody from signing in.</summary>
    public static void MigrateAccess(DbConnection connection) => Migrate(connection, Access);

    /// <summary>What is only passing through, and the tables of the job library.</summary>
    public static void MigrateJobs(DbConnection connection) => Migrate(connection, Jobs, LeaseTables.Create);

    /// <param name="others">Makes what else a new part needs.</param>
    private static void Migrate(DbConnection connection, Migration[] migrations, Action<DbConnection, DbTransaction>? others = null)
    {
        var dialect = Dialect.Of(connection);
        // Read without a lock first: every start but the first finds nothing to do.
        if (dialect.VersionOf(connection) == migrations.Length)
            return;
        using var transaction = Database.BeginWriting(connection);
        if (dialect.VersionOf(connection) == 0)
            others?.Invoke(connection, transaction);
        for (var next = dialect.VersionOf(connection); next < migrations.Length; next++)
        {
            connection.Execute(migrations[next].Sql(dialect), transaction: transaction);
            dialect.SetVersion(connection, transaction, next + 1);
        }
        transaction.Commit();
    }
}
