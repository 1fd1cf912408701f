"""What somebody who runs the database may try, as statements; lines 3 and 4 are long signed when it happens."""

from __future__ import annotations

from rundbord.audit.verifying import Fault

AT_3 = "(SELECT event_id FROM audit.leaf WHERE position = 3)"
_UP = (
    "UPDATE audit.leaf SET position = -position - 1 WHERE position > 3",
    "UPDATE audit.leaf SET position = -position WHERE position < 0",
)
_DOWN = (
    "UPDATE audit.leaf SET position = -position WHERE position > 3",
    ("UPDATE audit.leaf SET position = -position - 1 WHERE position < 0"),
)
_AS_NOW = "sha256('\\x00'::bytea || canonical || salt)"
# The row says something else, and its columns and its leaf agree with it.
REWRITE = (
    "UPDATE audit.event SET subject = 'en anden', canonical = convert_to(jsonb_set("
    f"convert_from(canonical, 'UTF8')::jsonb, '{{subject}}', '\"en anden\"')::text, 'UTF8') WHERE id = {AT_3}",
    f"UPDATE audit.leaf SET leaf_hash = {_AS_NOW} FROM audit.event e WHERE e.id = event_id AND position = 3",
)

ATTACKS: dict[str, tuple[tuple[str, ...], Fault]] = {
    "a row is deleted": ((f"DELETE FROM audit.event WHERE id = {AT_3}",), Fault.ROW_DELETED),
    "a row is deleted with its leaf": (
        (f"DELETE FROM audit.event WHERE id = {AT_3}", "DELETE FROM audit.leaf WHERE position = 3"),
        Fault.LEAF_MISSING,
    ),
    "a row is deleted with its leaf and the gap closed": (
        (f"DELETE FROM audit.event WHERE id = {AT_3}", "DELETE FROM audit.leaf WHERE position = 3", *_DOWN),
        Fault.ROOT_DIFFERS,
    ),
    "another did it, says a column": (
        (f"UPDATE audit.event SET actor = gen_random_uuid() WHERE id = {AT_3}",),
        Fault.ROW_CHANGED,
    ),
    "it was an hour later, says a column": (
        (f"UPDATE audit.event SET at = at + interval '1 hour' WHERE id = {AT_3}",),
        Fault.ROW_CHANGED,
    ),
    "the bytes are changed": (
        (f"UPDATE audit.event SET canonical = canonical || '\\x20'::bytea WHERE id = {AT_3}",),
        Fault.ROW_CHANGED,
    ),
    "the row, its columns and its leaf are changed": (REWRITE, Fault.ROOT_DIFFERS),
    "a leaf is changed": (
        ("UPDATE audit.leaf SET leaf_hash = sha256('another') WHERE position = 3",),
        Fault.ROOT_DIFFERS,
    ),
    "two rows change places": (
        (
            "UPDATE audit.leaf SET position = -1 WHERE position = 3",
            "UPDATE audit.leaf SET position = 3 WHERE position = 4",
            "UPDATE audit.leaf SET position = 4 WHERE position = -1",
        ),
        Fault.ROOT_DIFFERS,
    ),
    "a row is inserted without a leaf": (
        (
            "INSERT INTO audit.event (id, at, event, canonical, salt)"
            " SELECT gen_random_uuid(), at, event, canonical, salt FROM audit.event LIMIT 1",
        ),
        Fault.ROW_INSERTED,
    ),
    "a row is inserted between two": (
        (
            *_UP,
            "INSERT INTO audit.event (id, at, authority, actor, event, canonical, salt)"
            " SELECT '00000000-0000-4000-8000-000000000001', at, authority, actor, event, canonical, salt"
            f" FROM audit.event WHERE id = {AT_3}",
            "INSERT INTO audit.leaf (event_id, leaf_hash, position)"
            " SELECT id, sha256('\\x00'::bytea || canonical || salt), 4 FROM audit.event"
            " WHERE id = '00000000-0000-4000-8000-000000000001'",
        ),
        Fault.ROOT_DIFFERS,
    ),
    "the tables are emptied": (("TRUNCATE audit.event, audit.leaf",), Fault.ROLLED_BACK),
    "everything is emptied": (
        ("TRUNCATE audit.event, audit.leaf, audit.node, audit.checkpoint, audit.cosignature",),
        Fault.ROLLED_BACK,
    ),
    "an older database is put back": (
        (
            "DELETE FROM audit.event WHERE id IN (SELECT event_id FROM audit.leaf WHERE position >= 6)",
            "DELETE FROM audit.leaf WHERE position >= 6",
            "DELETE FROM audit.checkpoint WHERE size > 6",
        ),
        Fault.ROLLED_BACK,
    ),
    "a checkpoint is rewritten": (
        ("UPDATE audit.checkpoint SET root = sha256('another') WHERE size = (SELECT max(size) FROM audit.checkpoint)",),
        Fault.CHECKPOINT_DAMAGED,
    ),
}
