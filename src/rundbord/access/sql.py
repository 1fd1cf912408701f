"""SQL of the signed context; kept as text of its own, so that an auditor can read it in one place."""

# HMAC-SHA256 from two built-in hashes (RFC 2104): the embedded PostgreSQL has no pgcrypto.
SIGNED_CONTEXT = """
CREATE SCHEMA ctx AUTHORIZATION rundbord_policy;
SET LOCAL ROLE rundbord_policy;
CREATE TABLE ctx.key (
    id integer PRIMARY KEY,
    inner_pad bytea NOT NULL,
    outer_pad bytea NOT NULL,
    not_after timestamptz NOT NULL
);
CREATE FUNCTION ctx.claims() RETURNS text[]
    LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = '' AS $$
DECLARE
    context text := current_setting('app.ctx', true);
    claim text[];
    used ctx.key;
    expected bytea;
BEGIN
    IF coalesce(context, '') = '' THEN
        RETURN NULL;
    END IF;
    claim := string_to_array(context, '|');
    SELECT * INTO used FROM ctx.key WHERE id = claim[1]::integer AND not_after > now();
    expected := sha256(used.outer_pad || sha256(
        used.inner_pad || convert_to(array_to_string(claim[1:7], '|'), 'UTF8')));
    IF array_length(claim, 1) IS DISTINCT FROM 8
        OR expected IS NULL
        OR encode(expected, 'hex') IS DISTINCT FROM claim[8]
        OR claim[7]::bigint < extract(epoch FROM clock_timestamp())
    THEN
        RAISE EXCEPTION 'ugyldig sikkerhedskontekst' USING errcode = '28000';
    END IF;
    RETURN claim;
END $$;
CREATE FUNCTION ctx.user_id() RETURNS uuid
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = ''
    AS $$ SELECT ((SELECT ctx.claims())[2])::uuid $$;
CREATE FUNCTION ctx.authority() RETURNS uuid
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = ''
    AS $$ SELECT ((SELECT ctx.claims())[3])::uuid $$;
CREATE FUNCTION ctx.unit() RETURNS uuid
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = ''
    AS $$ SELECT nullif((SELECT ctx.claims())[4], '')::uuid $$;
CREATE FUNCTION ctx.claimed_partnership() RETURNS uuid
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = ''
    AS $$ SELECT nullif((SELECT ctx.claims())[5], '')::uuid $$;
CREATE FUNCTION ctx.purpose() RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = ''
    AS $$ SELECT (SELECT ctx.claims())[6] $$;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA ctx FROM PUBLIC;
GRANT USAGE ON SCHEMA ctx TO
    rundbord_owner, rundbord_app, rundbord_job, rundbord_place, rundbord_auth, rundbord_audit;
GRANT EXECUTE ON FUNCTION ctx.user_id(), ctx.authority(), ctx.unit(), ctx.claimed_partnership(), ctx.purpose()
    TO rundbord_owner, rundbord_app, rundbord_job, rundbord_place, rundbord_audit;
SET LOCAL ROLE rundbord_owner;
"""

WITHOUT_SIGNED_CONTEXT = "DROP SCHEMA ctx CASCADE"

# One claim more: whether the session reaches rows about young people (ADR 0024).
REACH_IN_CONTEXT = """
SET LOCAL ROLE rundbord_policy;
CREATE OR REPLACE FUNCTION ctx.claims() RETURNS text[]
    LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = '' AS $$
DECLARE
    context text := current_setting('app.ctx', true);
    claim text[];
    used ctx.key;
    expected bytea;
BEGIN
    IF coalesce(context, '') = '' THEN
        RETURN NULL;
    END IF;
    claim := string_to_array(context, '|');
    SELECT * INTO used FROM ctx.key WHERE id = claim[1]::integer AND not_after > now();
    expected := sha256(used.outer_pad || sha256(
        used.inner_pad || convert_to(array_to_string(claim[1:8], '|'), 'UTF8')));
    IF array_length(claim, 1) IS DISTINCT FROM 9
        OR expected IS NULL
        OR encode(expected, 'hex') IS DISTINCT FROM claim[9]
        OR claim[8]::bigint < extract(epoch FROM clock_timestamp())
    THEN
        RAISE EXCEPTION 'ugyldig sikkerhedskontekst' USING errcode = '28000';
    END IF;
    RETURN claim;
END $$;
CREATE FUNCTION ctx.reaches_persons() RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = ''
    AS $$ SELECT coalesce((SELECT ctx.claims())[7] = 'persons', false) $$;
REVOKE ALL ON FUNCTION ctx.reaches_persons() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ctx.reaches_persons() TO rundbord_owner, rundbord_app, rundbord_job;
SET LOCAL ROLE rundbord_owner;
"""

# Reach became words: what policies ask for is one of them.
REACH_IN_WORDS = """
SET LOCAL ROLE rundbord_policy;
CREATE OR REPLACE FUNCTION ctx.reaches(what text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = ''
    AS $$ SELECT coalesce(reaches.what = ANY (string_to_array((SELECT ctx.claims())[7], ' ')), false) $$;
CREATE OR REPLACE FUNCTION ctx.reaches_persons() RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = ''
    AS $$ SELECT ctx.reaches('persons') $$;
REVOKE ALL ON FUNCTION ctx.reaches(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ctx.reaches(text) TO rundbord_owner, rundbord_app, rundbord_job, rundbord_audit;
SET LOCAL ROLE rundbord_owner;
"""
