using Dapper;
using Npgsql;

namespace Jiedui.Tests.Kit;

/// <summary>A database on the server that knows what it held when it was kept, and can be made to hold just that again, for another test.</summary>
internal static class KeptDatabase
{
    /// <summary>Makes what keeping and restoring need, in a database that others are copied from.</summary>
    public static void Prepare(string connection) => Run(connection, database => database.Execute(
        """
        CREATE SCHEMA kept;
        CREATE TABLE kept.shape (shape TEXT NOT NULL);
        CREATE TABLE kept.numbers (schema TEXT NOT NULL, name TEXT NOT NULL, last BIGINT);
        CREATE FUNCTION kept.tables() RETURNS TABLE (place TEXT, copy TEXT) LANGUAGE sql AS $$
            SELECT format('%I.%I', schemaname, tablename), format('kept.%I', schemaname || '.' || tablename) FROM pg_tables WHERE schemaname IN ('books', 'access', 'jobs') $$;

        -- Tests may break what holds the tables together. What that changes is counted here, so that such a database is not used again.
        CREATE FUNCTION kept.shape_now() RETURNS TEXT LANGUAGE sql AS $$
            SELECT concat_ws(' ', count(*), count(*) FILTER (WHERE a.attisdropped), (SELECT count(*) FROM pg_trigger), (SELECT count(*) FROM pg_proc))
            FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid WHERE c.relnamespace::regnamespace::text IN ('books', 'access', 'jobs') $$;

        CREATE PROCEDURE kept.keep() LANGUAGE plpgsql AS $$
        DECLARE t record; has_rows boolean;
        BEGIN
            FOR t IN SELECT * FROM kept.tables() LOOP
                EXECUTE format('DROP TABLE IF EXISTS %s', t.copy);
                EXECUTE format('SELECT EXISTS (SELECT 1 FROM %s)', t.place) INTO has_rows;
                IF has_rows THEN EXECUTE format('CREATE TABLE %s AS TABLE %s', t.copy, t.place); END IF;
            END LOOP;
            DELETE FROM kept.numbers;
            INSERT INTO kept.numbers SELECT schemaname, sequencename, last_value FROM pg_sequences;
            DELETE FROM kept.shape;
            INSERT INTO kept.shape SELECT kept.shape_now();
        END $$;

        CREATE FUNCTION kept.restore() RETURNS boolean LANGUAGE plpgsql AS $$
        DECLARE t record; filled text;
        BEGIN
            IF (SELECT shape FROM kept.shape) <> kept.shape_now() THEN RETURN false; END IF;
            SET LOCAL session_replication_role = replica;
            -- Not DELETE: the server would remember of an emptied table that it is empty, and choose its ways by that when it is full again.
            SELECT string_agg(place, ', ') INTO filled FROM kept.tables() WHERE pg_relation_size(place::regclass) > 0;
            IF filled IS NOT NULL THEN EXECUTE format('TRUNCATE %s CASCADE', filled); END IF;
            FOR t IN SELECT * FROM kept.tables() WHERE to_regclass(copy) IS NOT NULL LOOP
                EXECUTE format('INSERT INTO %s OVERRIDING SYSTEM VALUE SELECT * FROM %s', t.place, t.copy);
            END LOOP;
            PERFORM setval(format('%I.%I', schema, name), coalesce(last, 1), last IS NOT NULL) FROM kept.numbers;
            RETURN true;
        END $$;
        """));

    /// <summary>What it holds now is what it will hold again, and so will all that are copied from it.</summary>
    public static void Keep(string connection) => Run(connection, database => database.Execute("CALL kept.keep()"));

    /// <summary>Ends whoever is still connected, and makes it hold what was kept.</summary>
    /// <returns>False where its tables are not what they were.</returns>
    public static bool TryRestore(string connection)
    {
        // Whoever did not release what he opened would leave ended connections in the program's own pools.
        NpgsqlConnection.ClearAllPools();
        return Run(connection, database =>
        {
            while (database.ExecuteScalar<bool>("SELECT coalesce(bool_or(pg_terminate_backend(pid)), false) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'"))
                Thread.Sleep(5);
            return database.ExecuteScalar<bool>("SELECT to_regprocedure('kept.restore()') IS NOT NULL") && database.ExecuteScalar<bool>("SELECT kept.restore()");
        });
    }

    private static T Run<T>(string connection, Func<NpgsqlConnection, T> use)
    {
        using var database = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connection) { Pooling = false }.ConnectionString);
        database.Open();
        return use(database);
    }
}
