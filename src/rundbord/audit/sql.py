"""SQL of the log: tables that the application cannot touch, functions that add and read."""

# leaf.position stays empty until a sequencer numbers the leaves (security §3.2): writers never wait for each other.
APPEND_ONLY_LOG = """
CREATE SCHEMA audit AUTHORIZATION rundbord_audit;
SET LOCAL ROLE rundbord_audit;
CREATE TABLE audit.event (
    id uuid PRIMARY KEY,
    at timestamptz NOT NULL,
    authority uuid,
    actor uuid,
    event text NOT NULL,
    subject_kind text,
    subject text,
    purpose text,
    canonical bytea NOT NULL,
    salt bytea NOT NULL CHECK (octet_length(salt) = 16)
);
CREATE INDEX event_by_authority ON audit.event (authority, at DESC, id);
CREATE TABLE audit.leaf (
    event_id uuid PRIMARY KEY,
    leaf_hash bytea NOT NULL CHECK (octet_length(leaf_hash) = 32),
    position bigint UNIQUE
);
CREATE FUNCTION audit.append(canonical bytea, salt bytea) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE
    entry jsonb := convert_from(canonical, 'UTF8')::jsonb;
BEGIN
    INSERT INTO audit.event (id, at, authority, actor, event, subject_kind, subject, purpose, canonical, salt)
    VALUES (
        (entry->>'id')::uuid, (entry->>'at')::timestamptz, (entry->>'authority')::uuid, (entry->>'user')::uuid,
        entry->>'event', entry->>'subject_kind', entry->>'subject', entry->>'purpose', canonical, salt);
    INSERT INTO audit.leaf (event_id, leaf_hash)
    VALUES ((entry->>'id')::uuid, sha256('\\x00'::bytea || canonical || salt));
END $$;
CREATE FUNCTION audit.record(canonical bytea, salt bytea) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE
    entry jsonb := convert_from(canonical, 'UTF8')::jsonb;
BEGIN
    IF (entry->>'authority')::uuid IS DISTINCT FROM ctx.authority()
        OR (entry->>'user')::uuid IS DISTINCT FROM ctx.user_id()
        OR ctx.authority() IS NULL
    THEN
        RAISE EXCEPTION 'loglinjen svarer ikke til sikkerhedskonteksten' USING errcode = '28000';
    END IF;
    PERFORM audit.append(canonical, salt);
END $$;
CREATE FUNCTION audit.record_at_the_door(canonical bytea, salt bytea) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
    IF convert_from(canonical, 'UTF8')::jsonb->>'event'
        NOT IN ('signed_in', 'sign_in_failed', 'signed_out', 'password_set', 'switched_authority')
    THEN
        RAISE EXCEPTION 'kun logind logges ved doeren' USING errcode = '28000';
    END IF;
    PERFORM audit.append(canonical, salt);
END $$;
CREATE FUNCTION audit.own_entries(before timestamptz, wanted text, at_most integer)
    RETURNS TABLE (id uuid, at timestamptz, event text, actor uuid, subject_kind text, subject text, purpose text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
    SELECT e.id, e.at, e.event, e.actor, e.subject_kind, e.subject, e.purpose
    FROM audit.event e
    WHERE e.authority = ctx.authority()
        AND (before IS NULL OR e.at < before)
        AND (wanted IS NULL OR e.event = wanted)
    ORDER BY e.at DESC, e.id
    LIMIT least(at_most, 500) $$;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA audit FROM PUBLIC;
GRANT USAGE ON SCHEMA audit TO rundbord_app, rundbord_job, rundbord_place, rundbord_auth;
GRANT EXECUTE ON FUNCTION audit.record(bytea, bytea) TO rundbord_app, rundbord_job, rundbord_place;
GRANT EXECUTE ON FUNCTION audit.record_at_the_door(bytea, bytea) TO rundbord_auth;
GRANT EXECUTE ON FUNCTION audit.own_entries(timestamptz, text, integer) TO rundbord_app, rundbord_job;
SET LOCAL ROLE rundbord_owner;
"""

# An entry claims nothing that the signed context does not say; json counts a key as often as it stands, jsonb once.
# `at` is the application's clock; `taken_at` is the database's own, so that an entry dated back shows as one.
ENTRIES_AS_THEIR_CONTEXT = """
SET LOCAL ROLE rundbord_audit;
ALTER TABLE audit.event ADD COLUMN taken_at timestamptz NOT NULL DEFAULT clock_timestamp();
CREATE FUNCTION audit.is_well_formed(canonical bytea) RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE SET search_path = '' AS $$
    SELECT octet_length(canonical) <= 8192
        AND (SELECT count(*) = count(DISTINCT k) FROM json_object_keys(entry.told) k)
        AND (SELECT count(*) = count(DISTINCT k) FROM json_object_keys(entry.told->'details') k)
    FROM (SELECT convert_from(canonical, 'UTF8')::json AS told) entry $$;
CREATE OR REPLACE FUNCTION audit.record(canonical bytea, salt bytea) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE
    entry jsonb := convert_from(canonical, 'UTF8')::jsonb;
BEGIN
    IF ctx.authority() IS NULL
        OR (entry->>'authority')::uuid IS DISTINCT FROM ctx.authority()
        OR (entry->>'user')::uuid IS DISTINCT FROM ctx.user_id()
        OR (entry->>'unit')::uuid IS DISTINCT FROM ctx.unit()
        OR (entry->>'partnership')::uuid IS DISTINCT FROM ctx.claimed_partnership()
        OR entry->>'purpose' IS DISTINCT FROM ctx.purpose()
        OR entry->>'event' IN ('signed_in', 'sign_in_failed', 'signed_out', 'password_set', 'switched_authority')
        OR NOT audit.is_well_formed(canonical)
    THEN
        RAISE EXCEPTION 'loglinjen svarer ikke til sikkerhedskonteksten' USING errcode = '28000';
    END IF;
    PERFORM audit.append(canonical, salt);
END $$;
REVOKE ALL ON FUNCTION audit.is_well_formed(bytea) FROM PUBLIC;
SET LOCAL ROLE rundbord_owner;
"""

# An answer to an invitation is told in the log of the authority that invited, too; its bearer acts for another one.
ANSWERS_AT_THE_DOOR = """
SET LOCAL ROLE rundbord_audit;
CREATE OR REPLACE FUNCTION audit.record_at_the_door(canonical bytea, salt bytea) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
    IF convert_from(canonical, 'UTF8')::jsonb->>'event' NOT IN (
            'signed_in', 'sign_in_failed', 'signed_out', 'password_set', 'switched_authority',
            'invitation_accepted', 'invitation_declined')
        OR NOT audit.is_well_formed(canonical)
    THEN
        RAISE EXCEPTION 'kun logind og svar paa invitationer logges ved doeren' USING errcode = '28000';
    END IF;
    PERFORM audit.append(canonical, salt);
END $$;
SET LOCAL ROLE rundbord_owner;
"""

# What is proved, added and taken away at the door is told there alone: no statement of the application can claim it.
OF_SIGNING_IN = (
    "'signed_in', 'sign_in_failed', 'signed_out', 'password_set', 'switched_authority', 'proved', 'proof_failed',"
    " 'passkey_added', 'passkey_removed', 'code_app_added', 'code_app_removed', 'recovery_codes_made',"
    " 'second_factor_reset', 'session_ended'"
)
SECOND_FACTOR_AT_THE_DOOR = f"""
SET LOCAL ROLE rundbord_audit;
CREATE OR REPLACE FUNCTION audit.record(canonical bytea, salt bytea) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE
    entry jsonb := convert_from(canonical, 'UTF8')::jsonb;
BEGIN
    IF ctx.authority() IS NULL
        OR (entry->>'authority')::uuid IS DISTINCT FROM ctx.authority()
        OR (entry->>'user')::uuid IS DISTINCT FROM ctx.user_id()
        OR (entry->>'unit')::uuid IS DISTINCT FROM ctx.unit()
        OR (entry->>'partnership')::uuid IS DISTINCT FROM ctx.claimed_partnership()
        OR entry->>'purpose' IS DISTINCT FROM ctx.purpose()
        OR entry->>'event' IN ({OF_SIGNING_IN})
        OR NOT audit.is_well_formed(canonical)
    THEN
        RAISE EXCEPTION 'loglinjen svarer ikke til sikkerhedskonteksten' USING errcode = '28000';
    END IF;
    PERFORM audit.append(canonical, salt);
END $$;
CREATE OR REPLACE FUNCTION audit.record_at_the_door(canonical bytea, salt bytea) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
    IF convert_from(canonical, 'UTF8')::jsonb->>'event' NOT IN (
            {OF_SIGNING_IN}, 'invitation_accepted', 'invitation_declined')
        OR NOT audit.is_well_formed(canonical)
    THEN
        RAISE EXCEPTION 'kun logind og svar paa invitationer logges ved doeren' USING errcode = '28000';
    END IF;
    PERFORM audit.append(canonical, salt);
END $$;
SET LOCAL ROLE rundbord_owner;
"""

WITHOUT_LOG = "DROP SCHEMA audit CASCADE"

# Whoever reads no log sees what they did themselves, and nothing of what others did or read.
OWN_ENTRIES_BY_REACH = """
SET LOCAL ROLE rundbord_audit;
CREATE OR REPLACE FUNCTION audit.own_entries(before timestamptz, wanted text, at_most integer)
    RETURNS TABLE (id uuid, at timestamptz, event text, actor uuid, subject_kind text, subject text, purpose text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
    SELECT e.id, e.at, e.event, e.actor, e.subject_kind, e.subject, e.purpose
    FROM audit.event e
    WHERE e.authority = ctx.authority()
        AND ((SELECT ctx.reaches('log')) OR e.actor = (SELECT ctx.user_id()))
        AND (before IS NULL OR e.at < before)
        AND (wanted IS NULL OR e.event = wanted)
    ORDER BY e.at DESC, e.id
    LIMIT least(at_most, 500) $$;
SET LOCAL ROLE rundbord_owner;
"""
