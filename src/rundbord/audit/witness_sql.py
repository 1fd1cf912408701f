"""SQL of witnesses: whose cosignatures count, and the cosignatures themselves; both are only added to (ADR 0033)."""

# A witness's id is its secret: whoever knows it may fetch checkpoints and deliver cosignatures, which count by their
# signatures alone. Others' ids are shown to nobody.
WITNESSES = """
SET LOCAL ROLE rundbord_audit;
CREATE TABLE audit.witness (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    authority uuid NOT NULL,
    name text NOT NULL CHECK (length(name) <= 255),
    keys text NOT NULL CHECK (length(keys) <= 8192),
    added_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    ended_at timestamptz
);
CREATE TABLE audit.cosignature (
    witness uuid NOT NULL REFERENCES audit.witness,
    size bigint NOT NULL REFERENCES audit.checkpoint,
    signed_at timestamptz NOT NULL,
    taken_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    lines text NOT NULL CHECK (length(lines) <= 16384),
    PRIMARY KEY (witness, size)
);
CREATE INDEX cosignature_by_size ON audit.cosignature (size);
CREATE FUNCTION audit.refuse_change_but_ending() RETURNS trigger
    LANGUAGE plpgsql SET search_path = '' AS $$
BEGIN
    IF OLD.ended_at IS NULL AND NEW.ended_at IS NOT NULL
        AND (NEW.id, NEW.authority, NEW.name, NEW.keys, NEW.added_at)
            = (OLD.id, OLD.authority, OLD.name, OLD.keys, OLD.added_at)
    THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'til loggen kan der kun laegges' USING errcode = '28000';
END $$;
CREATE TRIGGER only_ended BEFORE UPDATE ON audit.witness
    FOR EACH ROW EXECUTE FUNCTION audit.refuse_change_but_ending();
CREATE TRIGGER only_added BEFORE DELETE ON audit.witness
    FOR EACH ROW EXECUTE FUNCTION audit.refuse_change();
CREATE TRIGGER only_added BEFORE UPDATE OR DELETE ON audit.cosignature
    FOR EACH ROW EXECUTE FUNCTION audit.refuse_change();
CREATE FUNCTION audit.add_witness(named text, public_keys text) RETURNS uuid
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE
    made uuid;
BEGIN
    IF ctx.authority() IS NULL OR NOT ctx.reaches('log') THEN
        RAISE EXCEPTION 'vidner saettes af den, der laeser loggen' USING errcode = '28000';
    END IF;
    INSERT INTO audit.witness (authority, name, keys) VALUES (ctx.authority(), named, public_keys)
    RETURNING id INTO made;
    RETURN made;
END $$;
CREATE FUNCTION audit.end_witness(wanted uuid) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
    UPDATE audit.witness w SET ended_at = clock_timestamp()
    WHERE w.id = wanted AND w.authority = ctx.authority() AND ctx.reaches('log') AND w.ended_at IS NULL;
    RETURN FOUND;
END $$;
CREATE FUNCTION audit.witnesses(wanted uuid[])
    RETURNS TABLE (id uuid, authority uuid, name text, added_at timestamptz, size bigint, signed_at timestamptz)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
    SELECT CASE WHEN w.authority = ctx.authority() THEN w.id END, w.authority, w.name, w.added_at, c.size, c.signed_at
    FROM audit.witness w LEFT JOIN LATERAL (
        SELECT s.size, s.signed_at FROM audit.cosignature s
        WHERE s.witness = w.id ORDER BY s.size DESC LIMIT 1) c ON true
    WHERE w.ended_at IS NULL AND w.authority = ANY (wanted) AND (SELECT ctx.reaches('log'))
    ORDER BY w.added_at $$;
CREATE FUNCTION audit.witness_of(secret uuid) RETURNS TABLE (keys text, size bigint)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
    SELECT w.keys, (SELECT max(s.size) FROM audit.cosignature s WHERE s.witness = w.id)
    FROM audit.witness w WHERE w.id = secret AND w.ended_at IS NULL $$;
CREATE FUNCTION audit.checkpoint_note(wanted bigint) RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
    SELECT c.note FROM audit.checkpoint c WHERE c.size = wanted $$;
CREATE FUNCTION audit.add_cosignature(secret uuid, cosigned bigint, moment timestamptz, signed text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM audit.witness_of(secret) w WHERE w.size IS NULL OR w.size < cosigned)
        OR moment > clock_timestamp() + interval '10 minutes'
    THEN
        RAISE EXCEPTION 'en medunderskrift gaar kun fremad' USING errcode = '28000';
    END IF;
    INSERT INTO audit.cosignature (witness, size, signed_at, lines) VALUES (secret, cosigned, moment, signed);
END $$;
REVOKE ALL ON FUNCTION audit.refuse_change_but_ending(), audit.add_witness(text, text), audit.end_witness(uuid),
    audit.witnesses(uuid[]), audit.witness_of(uuid), audit.checkpoint_note(bigint),
    audit.add_cosignature(uuid, bigint, timestamptz, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION audit.add_witness(text, text), audit.end_witness(uuid), audit.witnesses(uuid[]),
    audit.witness_of(uuid), audit.checkpoint_note(bigint),
    audit.add_cosignature(uuid, bigint, timestamptz, text) TO rundbord_app;
GRANT EXECUTE ON FUNCTION audit.witnesses(uuid[]) TO rundbord_job;
GRANT EXECUTE ON FUNCTION audit.add_witness(text, text), audit.end_witness(uuid), audit.witnesses(uuid[]),
    audit.newest_checkpoint(), audit.tree_size(), audit.leaf_hashes(bigint, integer),
    audit.node_hashes(smallint, bigint, integer) TO rundbord_place;
SET LOCAL ROLE rundbord_owner;
"""

WITHOUT_WITNESSES = """
SET LOCAL ROLE rundbord_audit;
DROP FUNCTION audit.add_witness, audit.end_witness, audit.witnesses, audit.witness_of, audit.checkpoint_note,
    audit.add_cosignature;
DROP TABLE audit.cosignature, audit.witness;
DROP FUNCTION audit.refuse_change_but_ending;
REVOKE EXECUTE ON FUNCTION audit.newest_checkpoint(), audit.tree_size(), audit.leaf_hashes(bigint, integer),
    audit.node_hashes(smallint, bigint, integer) FROM rundbord_place;
SET LOCAL ROLE rundbord_owner;
"""
