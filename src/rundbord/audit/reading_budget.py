"""How many persons somebody may read about: counted where the reading is logged, in the same statement."""

from __future__ import annotations

from rundbord.audit.events import Event
from rundbord.vocabulary import Term

# Opening one person. Lists count by no row; what follows from an opened file (a page to print) counts with the file.
# Exit is left out: who coordinates it reaches cases by name alone, and a stop would tell others that there are some.
COUNTED = frozenset(
    {
        *(Event.YOUNG_PERSON_READ, Event.CPR_REVEALED, Event.ATTACHMENT_SHOWN, Event.ATTACHMENT_FETCHED),
        *(Event.INTERVENTION_READ, Event.DISCLOSURE_READ, Event.RECEIVED_CPR_SHOWN, Event.EMERGENCY_READ),
    }
)


class Window(Term):
    """Window — tidsrum: over how long persons are counted."""

    HOUR = "hour", "på en time"
    DAY = "day", "på et døgn"


class ReadingStopped(Exception):
    """One person more than may be read about in an hour or a Danish day; the reading did not happen."""

    def __init__(self, window: Window, *, subject_kind: str, subject: str) -> None:
        """Remember what was full and which row was asked for; no content."""
        super().__init__(window.value)
        self.window = window
        self.subject_kind = subject_kind
        self.subject = subject


# The day is Danish. One user's readings wait for each other, so that two sessions share what is left; nobody waits for
# another user. A limit of the own authority and a lift for the day are rows of the control (ctx.reading_limits).
BUDGET = """
SET LOCAL ROLE rundbord_audit;
CREATE TABLE audit.lately_read (
    authority uuid NOT NULL,
    actor uuid NOT NULL,
    day date NOT NULL,
    person text NOT NULL,
    last_at timestamptz NOT NULL,
    PRIMARY KEY (authority, actor, day, person)
);
CREATE FUNCTION audit.record_reading(canonical bytea, salt bytea, per_hour integer, per_day integer) RETURNS text
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = '' AS $$
DECLARE
    entry jsonb := convert_from(canonical, 'UTF8')::jsonb;
    read_at timestamptz := (entry->>'at')::timestamptz;
    today date := (read_at AT TIME ZONE 'Europe/Copenhagen')::date;
    who text := coalesce(entry->'details'->>'person', entry->>'subject', '');
    reader uuid := ctx.user_id();
    house uuid := ctx.authority();
    in_hour integer;
    in_day integer;
    own record;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended(house::text || reader::text, 815));
    SELECT count(DISTINCT seen.person) FILTER (WHERE seen.last_at > read_at - interval '1 hour'),
        count(DISTINCT seen.person) FILTER (WHERE seen.day = today)
        INTO in_hour, in_day
        FROM audit.lately_read seen
        WHERE seen.authority = house AND seen.actor = reader AND seen.person <> who;
    SELECT * INTO own FROM ctx.reading_limits(today);
    IF NOT own.is_lifted THEN
        IF in_day >= coalesce(own.per_day, record_reading.per_day) THEN
            RETURN 'day';
        END IF;
        IF in_hour >= coalesce(own.per_hour, record_reading.per_hour) THEN
            RETURN 'hour';
        END IF;
    END IF;
    PERFORM audit.record(canonical, salt);
    DELETE FROM audit.lately_read old
        WHERE old.authority = house AND old.actor = reader AND old.day < today - 1;
    INSERT INTO audit.lately_read AS seen (authority, actor, day, person, last_at)
        VALUES (house, reader, today, who, read_at)
        ON CONFLICT (authority, actor, day, person) DO UPDATE SET last_at = greatest(seen.last_at, excluded.last_at);
    RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION audit.record_reading(bytea, bytea, integer, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION audit.record_reading(bytea, bytea, integer, integer) TO rundbord_app, rundbord_job;
SET LOCAL ROLE rundbord_owner;
"""
WITHOUT_BUDGET = """
DROP FUNCTION audit.record_reading(bytea, bytea, integer, integer);
DROP TABLE audit.lately_read;
"""
