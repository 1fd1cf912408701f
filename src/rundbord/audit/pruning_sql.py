"""SQL of pruning: entries whose time is over go, up to a checkpoint; hashes stay; checkpoints thin out (ADR 0033)."""

from rundbord.audit.sql import OF_SIGNING_IN

# The triggers guard against mistakes; who may prune is decided by who may call these functions, and how far by them.
# A year is the least whatever the settings say.
PRUNING = f"""
SET LOCAL ROLE rundbord_audit;
CREATE FUNCTION audit.refuse_change_but_pruning() RETURNS trigger
    LANGUAGE plpgsql SET search_path = '' AS $$
BEGIN
    IF TG_OP = 'DELETE' AND current_setting('audit.pruning', true) = 'on' THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION 'til loggen kan der kun laegges' USING errcode = '28000';
END $$;
DROP TRIGGER only_added ON audit.event;
DROP TRIGGER only_added ON audit.checkpoint;
DROP TRIGGER only_added ON audit.cosignature;
CREATE TRIGGER only_added BEFORE UPDATE OR DELETE ON audit.event
    FOR EACH ROW EXECUTE FUNCTION audit.refuse_change_but_pruning();
CREATE TRIGGER only_added BEFORE UPDATE OR DELETE ON audit.checkpoint
    FOR EACH ROW EXECUTE FUNCTION audit.refuse_change_but_pruning();
CREATE TRIGGER only_added BEFORE UPDATE OR DELETE ON audit.cosignature
    FOR EACH ROW EXECUTE FUNCTION audit.refuse_change_but_pruning();
CREATE FUNCTION audit.pruned_up_to() RETURNS bigint
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
    SELECT coalesce(max((convert_from(e.canonical, 'UTF8')::jsonb->'details'->>'up_to')::bigint), 0)
    FROM audit.event e WHERE e.authority IS NULL AND e.event = 'log_pruned' $$;
CREATE FUNCTION audit.prunable(before timestamptz) RETURNS bigint
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
    SELECT max(c.size) FROM audit.checkpoint c WHERE c.at < before AND c.size > audit.pruned_up_to() $$;
CREATE FUNCTION audit.prune(up_to bigint, canonical bytea, salt bytea) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE
    entry jsonb := convert_from(canonical, 'UTF8')::jsonb;
    gone bigint;
BEGIN
    IF entry->>'event' IS DISTINCT FROM 'log_pruned' OR entry->>'authority' IS NOT NULL
        OR (entry->'details'->>'up_to')::bigint IS DISTINCT FROM up_to
        OR NOT audit.is_well_formed(canonical)
        OR NOT EXISTS (
            SELECT FROM audit.checkpoint c WHERE c.size = up_to AND c.at < clock_timestamp() - interval '365 days')
    THEN
        RAISE EXCEPTION 'loglinjer slettes kun efter tid, til et kontrolpunkt' USING errcode = '28000';
    END IF;
    PERFORM set_config('audit.pruning', 'on', true);
    DELETE FROM audit.event e USING audit.leaf l
    WHERE l.event_id = e.id AND l.position >= audit.pruned_up_to() AND l.position < up_to;
    GET DIAGNOSTICS gone = ROW_COUNT;
    PERFORM set_config('audit.pruning', '', true);
    PERFORM audit.append(canonical, salt);
    RETURN gone;
END $$;
CREATE FUNCTION audit.thin_checkpoints(before timestamptz) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE
    limited timestamptz := least(before, clock_timestamp() - interval '30 days');
    gone bigint;
BEGIN
    PERFORM set_config('audit.pruning', 'on', true);
    DELETE FROM audit.cosignature s WHERE s.taken_at < limited AND EXISTS (
        SELECT FROM audit.cosignature later WHERE later.witness = s.witness AND later.size > s.size
            AND (later.taken_at AT TIME ZONE 'UTC')::date = (s.taken_at AT TIME ZONE 'UTC')::date);
    WITH kept AS (
        SELECT max(c.size) AS size FROM audit.checkpoint c
        WHERE c.at < limited GROUP BY (c.at AT TIME ZONE 'UTC')::date
    )
    DELETE FROM audit.checkpoint c WHERE c.at < limited
        AND NOT EXISTS (SELECT FROM kept WHERE kept.size = c.size)
        AND NOT EXISTS (SELECT FROM audit.cosignature s WHERE s.size = c.size);
    GET DIAGNOSTICS gone = ROW_COUNT;
    PERFORM set_config('audit.pruning', '', true);
    RETURN gone;
END $$;
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
        OR entry->>'event' IN ({OF_SIGNING_IN}, 'log_pruned')
        OR NOT audit.is_well_formed(canonical)
    THEN
        RAISE EXCEPTION 'loglinjen svarer ikke til sikkerhedskonteksten' USING errcode = '28000';
    END IF;
    PERFORM audit.append(canonical, salt);
END $$;
REVOKE ALL ON FUNCTION audit.refuse_change_but_pruning(), audit.pruned_up_to(), audit.prunable(timestamptz),
    audit.prune(bigint, bytea, bytea), audit.thin_checkpoints(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION audit.prunable(timestamptz), audit.prune(bigint, bytea, bytea),
    audit.thin_checkpoints(timestamptz) TO rundbord_job;
SET LOCAL ROLE rundbord_owner;
"""  # noqa: S608 - what is put in is a constant beside the log's other functions
