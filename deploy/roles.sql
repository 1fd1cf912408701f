-- The database roles of Rundbord (docs/architecture.md, "Roles"). Needs PostgreSQL 16 or newer.
--
-- Run once as a superuser in the application's own, still empty database, and again whenever this file changes:
--
--     createdb rundbord && psql --dbname rundbord --set ON_ERROR_STOP=1 --file deploy/roles.sql
--
-- Then give each login a password (psql: \password rundbord_app). Running it twice changes nothing.

DO $$
DECLARE
    wanted text;
BEGIN
    FOREACH wanted IN ARRAY ARRAY[
        'rundbord_owner', 'rundbord_policy', 'rundbord_audit', 'rundbord_dump',
        'rundbord_deploy', 'rundbord_app', 'rundbord_job', 'rundbord_auth', 'rundbord_place', 'rundbord_backup'
    ] LOOP
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = wanted) THEN
            EXECUTE format('CREATE ROLE %I NOLOGIN', wanted);
        END IF;
        EXECUTE format('ALTER ROLE %I RESET ALL', wanted);
    END LOOP;
END $$;

-- Owns the tables. Bypasses policies, because a data migration that saw no rows would answer "UPDATE 0" without a word.
ALTER ROLE rundbord_owner  NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION BYPASSRLS;

-- Owns the functions that policies call. No bypass: an editor of such a function must not hold a door past the policies.
ALTER ROLE rundbord_policy NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS;

-- Owns the log. The application may only call its functions.
ALTER ROLE rundbord_audit  NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS;

-- Reads everything for a logical dump; assumed by the backup login for as long as the dump takes.
ALTER ROLE rundbord_dump   NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION BYPASSRLS;

-- Logs in to migrate and for nothing else; the web server and the worker never hold its password. A login of its own, so
-- that the owner has no password at all, and migrations still create every table as the owner.
ALTER ROLE rundbord_deploy LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS;

-- Web, worker, the sign-in step, and the workspace of housing and civil society: grants come with the migrations.
ALTER ROLE rundbord_app    LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS;
ALTER ROLE rundbord_job    LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS;
ALTER ROLE rundbord_auth   LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS;
ALTER ROLE rundbord_place  LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS;

-- Base backups.
ALTER ROLE rundbord_backup LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE REPLICATION NOBYPASSRLS;

-- Who may become whom. INHERIT FALSE: nothing is lent silently, the role must be taken.
GRANT rundbord_owner TO rundbord_deploy WITH INHERIT FALSE, SET TRUE;
GRANT rundbord_policy, rundbord_audit TO rundbord_owner WITH INHERIT FALSE, SET TRUE;
GRANT rundbord_dump TO rundbord_backup WITH INHERIT FALSE, SET TRUE;
GRANT pg_read_all_data TO rundbord_dump;
ALTER ROLE rundbord_deploy SET role = 'rundbord_owner';

-- A backup must not be filtered: being filtered is an error. (Not for rundbord_deploy: the owner sees every row, and the
-- functions of rundbord_policy, which a migration may call, are meant to be filtered.)
ALTER ROLE rundbord_backup SET row_security = off;

-- A request that hangs must not hold rows for others.
ALTER ROLE rundbord_app   SET idle_in_transaction_session_timeout = '60s';
ALTER ROLE rundbord_auth  SET idle_in_transaction_session_timeout = '60s';
ALTER ROLE rundbord_place SET idle_in_transaction_session_timeout = '60s';

-- This database: the owner may create in it, the logins may connect, nobody else may do anything.
DO $$
BEGIN
    EXECUTE format('ALTER DATABASE %I OWNER TO rundbord_owner', current_database());
    EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
    EXECUTE format(
        'GRANT CONNECT ON DATABASE %I TO rundbord_deploy, rundbord_app, rundbord_job, rundbord_auth, rundbord_place,'
        ' rundbord_backup',
        current_database());
END $$;
ALTER SCHEMA public OWNER TO rundbord_owner;
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO rundbord_policy, rundbord_audit, rundbord_app, rundbord_job, rundbord_auth, rundbord_place;
