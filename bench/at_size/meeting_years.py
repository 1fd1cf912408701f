"""Years of meetings behind the demonstration: every forum meets at its rhythm, speaks, decides, and is followed up.

A year holds 5,000 decisions in every size, since the newest year is as long as the year: what two sizes differ in is
history. All of it is laid by the superuser in SQL, and the last day's open decisions are the same.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from bench.at_size.copying import Connection, copy_rows
from bench.at_size.decision_years import lay_decisions
from bench.at_size.running_meeting import begin_morning_meeting
from bench.at_size.world import Filling, World

DECISIONS_A_YEAR = 5_000
_YEAR = 365
# Minutes of older meetings stand; a fixed file of noise is as long as a short one of theirs.
_FIXED_AFTER = 14
_FILE_BYTES = 8_000
_NOTES_TODAY = 40
_PARTNERSHIP = "(SELECT id FROM partnership_partnership WHERE short_name = 'Vestegnen')"

# Forums beside the demonstration's own: name, kind, and the forum whose seats and standing items they take.
_FORUMS = """
    ('Møde for frontmedarbejdere', 'front_line', 'Morgenmøde', NULL),
    ('Koordinationsgruppe', 'coordination', 'Overleveringsmøde', NULL),
    ('Lokalgruppe Gladsaxe', 'local', 'Fælles ledergruppe', NULL),
    ('Lokalgruppe Herlev', 'local', 'Fælles ledergruppe', 'gladsaxe')"""
# On which weekdays, how many weeks apart, at what hour.
_RHYTHMS = """
    ('Morgenmøde', ARRAY[1, 2, 3, 4, 5], 1, 8),
    ('Møde for frontmedarbejdere', ARRAY[1, 2, 3, 4, 5], 1, 15),
    ('Fælles ledergruppe', ARRAY[2, 4], 1, 9),
    ('Overleveringsmøde', ARRAY[3], 1, 13),
    ('Lokalgruppe Gladsaxe', ARRAY[4], 1, 11),
    ('Lokalgruppe Herlev', ARRAY[5], 1, 11),
    ('Koordinationsgruppe', ARRAY[1], 2, 12),
    ('SSP Gladsaxe og lokalpolitiet', ARRAY[5], 4, 14),
    ('Boligforum Høje Gladsaxe', ARRAY[2], 4, 14),
    ('Styregruppe', ARRAY[3], 13, 16)"""


def fill_meetings(connection: Connection, *, decisions: int, say: Callable[[str], None]) -> None:
    """Lay meetings behind a freshly loaded demonstration until there are about so many decisions."""
    days = max(_YEAR * decisions // DECISIONS_A_YEAR, 30)
    connection.execute("SET session_replication_role = replica")
    connection.execute("SET synchronous_commit = off")
    connection.execute("SET timezone = 'Europe/Copenhagen'")
    connection.execute("SELECT setseed(0.231)")
    for what, lay in (
        ("fora og møder", lambda: (_forums(connection), _meetings(connection, days))),
        ("dagsordener, noter, fremmøde og referater", lambda: _at_the_table(connection)),
        ("beslutninger", lambda: lay_decisions(connection, decisions, days)),
        ("rapporter og log", lambda: (_reports(connection, days), _log(connection))),
    ):
        say(f"- {what}")
        lay()
    begin_morning_meeting(connection, notes=_NOTES_TODAY)
    connection.execute("VACUUM (ANALYZE)")


def _forums(connection: Connection) -> None:
    connection.execute(
        f"""
        CREATE TEMP TABLE new_forums AS
        SELECT f.id AS old_id, gen_random_uuid() AS new_id, n.name, n.kind, n.leaves, 0 AS days,
            coalesce((SELECT id FROM identity_authority WHERE n.leaves <> '' AND code = 'herlev'), f.authority_id)
                AS authority_id
        FROM (VALUES {_FORUMS}) n (name, kind, alike, leaves) JOIN partnership_forum f ON f.name = n.alike"""
    )
    named = {"id": "c.new_id", "name": "c.name", "kind": "c.kind", "authority_id": "c.authority_id"}
    copy_rows(connection, "partnership_forum", "old_id", named, copies="new_forums")
    for table in ("partnership_forumseat", "partnership_standarditem"):
        copy_rows(connection, table, "old_id", {"forum_id": "c.new_id"}, copies="new_forums", key="forum_id")
    connection.execute(
        """
        DELETE FROM partnership_forumseat s USING new_forums n, identity_authority a
        WHERE s.forum_id = n.new_id AND a.id = s.authority_id AND a.code = n.leaves"""
    )


def _meetings(connection: Connection, days: int) -> None:
    connection.execute(
        f"""
        CREATE TEMP TABLE held AS
        SELECT gen_random_uuid() AS id, f.id AS forum_id, f.partnership_id, f.authority_id,
            row_number() OVER (PARTITION BY f.id ORDER BY day) AS number,
            day + make_interval(hours => r.hour) AS starts_at, make_interval(mins => f.minutes) AS takes,
            day::date < current_date - {_FIXED_AFTER} AS is_fixed
        FROM (VALUES {_RHYTHMS}) r (name, weekdays, every, hour)
            JOIN partnership_forum f ON f.name = r.name AND f.partnership_id = {_PARTNERSHIP}
            CROSS JOIN generate_series(current_date - {days}, current_date - 7, interval '1 day') day
        WHERE extract(isodow FROM day) = ANY (r.weekdays)
            AND (day::date - date '2001-01-01') / 7 % r.every = 0"""
    )
    connection.execute("CREATE INDEX ON held (id); ANALYZE held")
    connection.execute("UPDATE meetings_meeting SET number = number + 10000")
    connection.execute(
        """
        INSERT INTO meetings_meeting (id, partnership_id, authority_id, forum_id, number, starts_at, ends_at, place,
            has_private_place, state, sequence, called_at, begun_at, ended_at, fixed_at, changed_at)
        SELECT id, partnership_id, authority_id, forum_id, number, starts_at, starts_at + takes, 'Rådhuset', false,
            'ended', 0, starts_at - interval '7 days', starts_at, starts_at + takes,
            CASE WHEN is_fixed THEN starts_at + interval '10 days' END, starts_at + takes
        FROM held"""
    )


def _at_the_table(connection: Connection) -> None:
    connection.execute(
        """
        CREATE TEMP TABLE points AS
        SELECT gen_random_uuid() AS id, h.id AS meeting_id, h.forum_id, h.partnership_id, h.starts_at, s.*
        FROM held h CROSS JOIN LATERAL (
            SELECT position, kind, title, minutes FROM partnership_standarditem WHERE forum_id = h.forum_id) s;
        INSERT INTO meetings_agendaitem (id, partnership_id, forum_id, meeting_id, kind, title, minutes, position,
            begun_at, ended_at, is_postponed)
        SELECT id, partnership_id, forum_id, meeting_id, kind, title, minutes, position,
            starts_at + make_interval(mins => 5 * position), starts_at + make_interval(mins => 5 * position + 5), false
        FROM points;
        CREATE TEMP TABLE seated AS
        SELECT h.id AS meeting_id, h.forum_id, h.partnership_id, h.starts_at, h.is_fixed, s.id AS seat_id,
            s.authority_id, s.unit_id, s.unit_name, row_number() OVER (PARTITION BY h.id ORDER BY s.id) AS place
        FROM held h JOIN partnership_forumseat s ON s.forum_id = h.forum_id;
        INSERT INTO meetings_attendance (id, partnership_id, forum_id, meeting_id, authority_id, seat_id, presence, at)
        SELECT gen_random_uuid(), partnership_id, forum_id, meeting_id, authority_id, seat_id,
            CASE WHEN random() < 0.9 THEN 'present' ELSE 'absent' END, starts_at
        FROM seated;
        INSERT INTO meetings_approval (id, partnership_id, forum_id, meeting_id, authority_id, seat_id, verdict,
            remark, at)
        SELECT gen_random_uuid(), partnership_id, forum_id, meeting_id, authority_id, seat_id, 'approved', '',
            starts_at + interval '2 days'
        FROM seated WHERE is_fixed;
        INSERT INTO meetings_meetingentry (id, partnership_id, forum_id, meeting_id, item_id, authority_id, unit_id,
            unit_name, text, at)
        SELECT gen_random_uuid(), p.partnership_id, p.forum_id, p.meeting_id, p.id, s.authority_id, s.unit_id,
            s.unit_name, 'Flere end normalt samlet ved stationen efter kl. 21. God stemning, og klubben holder åbent.',
            p.starts_at + make_interval(mins => 5 * p.position + 1)
        FROM points p JOIN seated s ON s.meeting_id = p.meeting_id AND s.place = 1 + p.position % 4
        WHERE p.kind <> 'individual'"""
    )
    connection.execute(
        f"""
        CREATE TEMP TABLE pages AS
        SELECT n, (SELECT string_agg(sha256((n * 1000 + part)::text::bytea), '') FROM
            generate_series(1, {_FILE_BYTES // 32}) part) AS content FROM generate_series(0, 7) n;
        INSERT INTO meetings_minutes (id, partnership_id, forum_id, meeting_id, authority_id, content, digest, fixed_at)
        SELECT gen_random_uuid(), h.partnership_id, h.forum_id, h.id, h.authority_id, p.content, sha256(p.content),
            h.starts_at + interval '10 days'
        FROM held h JOIN pages p ON p.n = h.number % 8 WHERE h.is_fixed"""
    )


def _reports(connection: Connection, days: int) -> None:
    """One approved report for each half-year before those of the demonstration."""
    connection.execute(
        f"""
        CREATE TEMP TABLE old_reports AS
        SELECT r.id AS old_id, gen_random_uuid() AS new_id, 0 AS days,
            (r.first - make_interval(months => 6 * back))::date AS first,
            (r.first - make_interval(months => 6 * back - 6) - interval '1 day')::date AS last
        FROM insight_periodreport r CROSS JOIN generate_series(1, greatest({days} / 182, 1)) back
        WHERE r.approved_at IS NOT NULL"""
    )
    when = {"id": "c.new_id", "first": "c.first", "last": "c.last"}
    copy_rows(connection, "insight_periodreport", "old_id", when, copies="old_reports")
    for table in ("insight_reportwords", "insight_reporttable"):
        copy_rows(connection, table, "old_id", {"report_id": "c.new_id"}, copies="old_reports", key="report_id")
    # The newest one waits for its approval.
    connection.execute(
        """
        UPDATE insight_periodreport SET approved_at = NULL, approved_label = '', figures = NULL, pdf = NULL, digest = ''
        WHERE id IN (SELECT old_id FROM old_reports)"""
    )


def _log(connection: Connection) -> None:
    """One line of log for each note and each decision."""
    for event, table, at in (
        ("meeting_entry_written", "meetings_meetingentry", "at"),
        ("decided", "tasks_task", "decided_at"),
    ):
        connection.execute(
            f"""
            INSERT INTO audit.event (id, at, authority, actor, event, subject_kind, subject, canonical, salt)
            SELECT gen_random_uuid(), {at}, authority_id, gen_random_uuid(), '{event}', 'x', id::text,
                convert_to(repeat('x', 320), 'UTF8'), decode(md5(id::text), 'hex') FROM {table}"""
        )
    connection.execute(
        "INSERT INTO audit.leaf (event_id, leaf_hash) SELECT e.id, sha256(e.canonical || e.salt)"
        " FROM audit.event e ON CONFLICT DO NOTHING"
    )


def _lay(world: World) -> None:
    with world.as_superuser() as connection:
        fill_meetings(connection, decisions=world.size, say=world.say)


_FILES = tuple(
    Path(__file__).with_name(f"{name}.py") for name in ("meeting_years", "decision_years", "running_meeting")
)
MEETINGS = Filling(noun="beslutninger", folder="meetings-{size}", lay=_lay, files=_FILES)
