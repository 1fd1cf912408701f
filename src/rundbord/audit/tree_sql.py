"""SQL of the tree over the log: leaves get their number, nodes and checkpoints are only added (ADR 0033)."""

# The lock's number is arbitrary and used for nothing else. A leaf whose row is gone is numbered all the same:
# that proves that something was there.
NUMBERED_LEAVES = """
SET LOCAL ROLE rundbord_audit;
CREATE INDEX leaf_without_position ON audit.leaf (event_id) WHERE position IS NULL;
CREATE TABLE audit.node (
    level smallint NOT NULL CHECK (level > 0),
    position bigint NOT NULL CHECK (position >= 0),
    hash bytea NOT NULL CHECK (octet_length(hash) = 32),
    PRIMARY KEY (level, position)
);
CREATE FUNCTION audit.refuse_change() RETURNS trigger
    LANGUAGE plpgsql SET search_path = '' AS $$
BEGIN
    RAISE EXCEPTION 'til loggen kan der kun laegges' USING errcode = '28000';
END $$;
CREATE FUNCTION audit.refuse_change_but_numbering() RETURNS trigger
    LANGUAGE plpgsql SET search_path = '' AS $$
BEGIN
    IF OLD.position IS NULL AND NEW.position IS NOT NULL
        AND NEW.event_id = OLD.event_id AND NEW.leaf_hash = OLD.leaf_hash
    THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'til loggen kan der kun laegges' USING errcode = '28000';
END $$;
CREATE TRIGGER only_added BEFORE UPDATE OR DELETE ON audit.event
    FOR EACH ROW EXECUTE FUNCTION audit.refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON audit.event
    FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_change();
CREATE TRIGGER only_numbered BEFORE UPDATE ON audit.leaf
    FOR EACH ROW EXECUTE FUNCTION audit.refuse_change_but_numbering();
CREATE TRIGGER only_added BEFORE DELETE ON audit.leaf
    FOR EACH ROW EXECUTE FUNCTION audit.refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON audit.leaf
    FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_change();
CREATE TRIGGER only_added BEFORE UPDATE OR DELETE ON audit.node
    FOR EACH ROW EXECUTE FUNCTION audit.refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON audit.node
    FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_change();
CREATE FUNCTION audit.tree_size() RETURNS bigint
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
    SELECT coalesce(max(l.position) + 1, 0) FROM audit.leaf l $$;
CREATE FUNCTION audit.number_leaves(at_most integer) RETURNS TABLE (size_before bigint, size_after bigint)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE
    numbered bigint;
BEGIN
    IF NOT pg_try_advisory_xact_lock(815033) THEN
        RETURN;
    END IF;
    size_before := audit.tree_size();
    WITH waiting AS (
        SELECT l.event_id, row_number() OVER (ORDER BY e.taken_at, e.at, l.event_id) - 1 AS place
        FROM audit.leaf l LEFT JOIN audit.event e ON e.id = l.event_id
        WHERE l.position IS NULL
        ORDER BY e.taken_at, e.at, l.event_id
        LIMIT at_most
    )
    UPDATE audit.leaf l SET position = size_before + waiting.place FROM waiting WHERE l.event_id = waiting.event_id;
    GET DIAGNOSTICS numbered = ROW_COUNT;
    size_after := size_before + numbered;
    RETURN NEXT;
END $$;
CREATE FUNCTION audit.add_nodes(levels smallint[], positions bigint[], hashes bytea[]) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = '' AS $$
    INSERT INTO audit.node (level, position, hash) SELECT * FROM unnest(levels, positions, hashes) $$;
CREATE FUNCTION audit.leaf_hashes(first bigint, how_many integer) RETURNS SETOF bytea
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
    SELECT l.leaf_hash FROM audit.leaf l
    WHERE l.position >= first AND l.position < first + how_many
    ORDER BY l.position $$;
CREATE FUNCTION audit.node_hashes(wanted smallint, first bigint, how_many integer) RETURNS SETOF bytea
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
    SELECT n.hash FROM audit.node n
    WHERE n.level = wanted AND n.position >= first AND n.position < first + how_many
    ORDER BY n.position $$;
REVOKE ALL ON FUNCTION audit.refuse_change(), audit.refuse_change_but_numbering(), audit.tree_size(),
    audit.number_leaves(integer), audit.add_nodes(smallint[], bigint[], bytea[]),
    audit.leaf_hashes(bigint, integer), audit.node_hashes(smallint, bigint, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION audit.tree_size(), audit.leaf_hashes(bigint, integer),
    audit.node_hashes(smallint, bigint, integer) TO rundbord_app, rundbord_job;
GRANT EXECUTE ON FUNCTION audit.number_leaves(integer), audit.add_nodes(smallint[], bigint[], bytea[])
    TO rundbord_job;
SET LOCAL ROLE rundbord_owner;
"""

WITHOUT_NUMBERS = """
SET LOCAL ROLE rundbord_audit;
DROP FUNCTION audit.add_nodes, audit.number_leaves, audit.tree_size, audit.leaf_hashes, audit.node_hashes;
DROP FUNCTION audit.refuse_change, audit.refuse_change_but_numbering CASCADE;
DROP TABLE audit.node;
DROP INDEX audit.leaf_without_position;
SET LOCAL ROLE rundbord_owner;
"""

CHECKPOINTS = """
SET LOCAL ROLE rundbord_audit;
CREATE TABLE audit.checkpoint (
    size bigint PRIMARY KEY CHECK (size >= 0),
    root bytea NOT NULL CHECK (octet_length(root) = 32),
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    note text NOT NULL CHECK (length(note) <= 65536)
);
CREATE TRIGGER only_added BEFORE UPDATE OR DELETE ON audit.checkpoint
    FOR EACH ROW EXECUTE FUNCTION audit.refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON audit.checkpoint
    FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_change();
CREATE FUNCTION audit.add_checkpoint(size bigint, root bytea, note text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
    IF size > audit.tree_size() OR size <= (SELECT coalesce(max(c.size), -1) FROM audit.checkpoint c) THEN
        RAISE EXCEPTION 'et kontrolpunkt gaar kun fremad' USING errcode = '28000';
    END IF;
    INSERT INTO audit.checkpoint (size, root, note) VALUES (size, root, note);
END $$;
CREATE FUNCTION audit.newest_checkpoint() RETURNS TABLE (size bigint, root bytea, at timestamptz, note text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
    SELECT c.size, c.root, c.at, c.note FROM audit.checkpoint c ORDER BY c.size DESC LIMIT 1 $$;
REVOKE ALL ON FUNCTION audit.add_checkpoint(bigint, bytea, text), audit.newest_checkpoint() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION audit.newest_checkpoint() TO rundbord_app, rundbord_job;
GRANT EXECUTE ON FUNCTION audit.add_checkpoint(bigint, bytea, text) TO rundbord_job;
SET LOCAL ROLE rundbord_owner;
"""

WITHOUT_CHECKPOINTS = """
SET LOCAL ROLE rundbord_audit;
DROP FUNCTION audit.add_checkpoint, audit.newest_checkpoint;
DROP TABLE audit.checkpoint;
SET LOCAL ROLE rundbord_owner;
"""

# What waits is gathered first: joined in one statement, a plan made before the tables were analysed read all leaves
# once for each that waits, and a hundred thousand of them took minutes.
NUMBERED_QUICKLY = """
SET LOCAL ROLE rundbord_audit;
CREATE OR REPLACE FUNCTION audit.number_leaves(at_most integer)
    RETURNS TABLE (size_before bigint, size_after bigint)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' SET enable_hashjoin = off SET enable_mergejoin = off AS $$
DECLARE
    waiting uuid[];
BEGIN
    IF NOT pg_try_advisory_xact_lock(815033) THEN
        RETURN;
    END IF;
    size_before := audit.tree_size();
    waiting := ARRAY(
        SELECT l.event_id
        FROM audit.leaf l LEFT JOIN audit.event e ON e.id = l.event_id
        WHERE l.position IS NULL
        ORDER BY e.taken_at, e.at, l.event_id
        LIMIT at_most
    );
    UPDATE audit.leaf l SET position = size_before + w.place - 1
    FROM unnest(waiting) WITH ORDINALITY AS w (event_id, place) WHERE l.event_id = w.event_id;
    size_after := size_before + cardinality(waiting);
    RETURN NEXT;
END $$;
SET LOCAL ROLE rundbord_owner;
"""
