"""Ten years behind the demonstration: its own rows of one year, copied to other days, by the superuser in SQL.

The newest 30 days are the demonstration's own in every size, since a day's list is as long as the day: what two sizes
differ in is history. Rows are copied column by column, moments shifted, so that a new column needs nothing here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from bench.at_size.copying import Connection, copy_rows

DAYS = 3650
NEWEST_DAYS = 30
# The demonstration's pictures begin here after ten years of daily ones have been laid behind them.
_FIRST_NUMBERS = 4000
_PARTNERSHIP = "(SELECT id FROM partnership_partnership WHERE short_name = 'Vestegnen')"


def fill_ten_years(connection: Connection, *, incidents: int, say: Callable[[str], None]) -> None:
    """Lay history behind a freshly loaded demonstration, until there are about so many incidents."""
    connection.execute("SET session_replication_role = replica")  # the copies refer as their originals do
    connection.execute("SET synchronous_commit = off")
    connection.execute("SET maintenance_work_mem = '512MB'")
    connection.execute("SELECT setseed(0.231)")
    with _without_indexes(connection):
        for what, lay in (
            ("indberetninger og hændelser", lambda: _reports(connection, incidents)),
            ("billeder", lambda: _pictures(connection)),
            ("opgaver, beskeder, konflikter og zoner", lambda: _threads(connection)),
            ("log", lambda: _log(connection)),
        ):
            say(f"- {what}")
            lay()
        say("- indeks")
    connection.execute("VACUUM (ANALYZE)")


@contextmanager
def _without_indexes(connection: Connection) -> Iterator[None]:
    """Lay rows without the indexes that are not unique, and make these anew afterwards: a tenth of the time."""
    indexes = connection.execute(
        """
        SELECT indexrelid::regclass::text, pg_get_indexdef(indexrelid) FROM pg_index
        JOIN pg_class ON pg_class.oid = indrelid
        WHERE NOT indisunique AND relnamespace IN ('public'::regnamespace, 'audit'::regnamespace)
            AND relname ~ '^(situation|notices|tasks|identity_signin|conflicts|zones|alerts|event)'"""
    ).fetchall()
    for name, _ in indexes:
        connection.execute(f"DROP INDEX {name}")
    yield
    for _, definition in indexes:
        connection.execute(definition)


def _reports(connection: Connection, incidents: int) -> None:
    connection.execute(
        f"""
        CREATE TEMP TABLE base AS
        SELECT r.id AS report_id, t.incident_id, t.id AS triage_id, current_date - r.created_at::date AS back
        FROM situation_report r JOIN situation_triage t ON t.report_id = r.id AND t.undone_at IS NULL
        WHERE r.partnership_id = {_PARTNERSHIP} AND r.created_at < now() - make_interval(days => {NEWEST_DAYS})
            AND (t.incident_id IS NULL OR t.verdict = 'kept')"""
    )
    kept = _number(connection, "SELECT count(*) FROM base WHERE incident_id IS NOT NULL")
    missing = incidents - _number(connection, "SELECT count(*) FROM situation_incident")
    times = missing // kept + 1
    connection.execute(
        f"""
        CREATE TEMP TABLE copied AS
        SELECT b.*, gen_random_uuid() AS new_report, gen_random_uuid() AS new_incident,
            {NEWEST_DAYS} + 1 + (random() * ({DAYS} - {NEWEST_DAYS} - 2))::integer - b.back AS days
        FROM base b CROSS JOIN generate_series(1, {times})
        ORDER BY random() LIMIT {missing} * (SELECT count(*) FROM base) / {kept}"""
    )
    copy_rows(connection, "situation_report", "report_id", {"id": "c.new_report"})
    copy_rows(
        connection, "situation_incident", "incident_id", {"id": "c.new_incident", "first_report_id": "c.new_report"}
    )
    copy_rows(
        connection,
        "situation_triage",
        "triage_id",
        {
            "report_id": "c.new_report",
            "incident_id": "CASE WHEN t.incident_id IS NOT NULL THEN c.new_incident END",
        },
    )
    _originals(connection)


def _originals(connection: Connection) -> None:
    """Let every third report of the police come from a daily report, whose words are long deleted."""
    connection.execute(
        f"""
        CREATE TEMP TABLE originals AS
        SELECT day, gen_random_uuid() AS id, p.authority_id
        FROM generate_series({NEWEST_DAYS}, {DAYS}) day,
            (SELECT authority_id FROM situation_sourcetext LIMIT 1) p"""
    )
    connection.execute(
        f"""
        INSERT INTO situation_sourcetext (id, partnership_id, authority_id, name, text, digest, district, layout,
            published_on, received_at, received_by, delete_at, deleted_at, released_at)
        SELECT id, {_PARTNERSHIP}, authority_id, 'Døgnrapport', '', sha256(day::text::bytea), '', '',
            current_date - day, now() - make_interval(days => day), gen_random_uuid(),
            now() - make_interval(days => day - 14), now() - make_interval(days => day - 14),
            now() - make_interval(days => day)
        FROM originals"""
    )
    connection.execute(
        """
        INSERT INTO situation_readincident (id, authority_id, source_text_id, report_id, position, span_start,
            span_end, evidence, flags, corrected_fields, released_at)
        SELECT gen_random_uuid(), o.authority_id, o.id, r.id, 1, 0, 0, '{}', '[]', '[]', r.created_at
        FROM copied c JOIN situation_report r ON r.id = c.new_report
            JOIN originals o ON o.day = current_date - r.created_at::date AND o.authority_id = r.authority_id
        WHERE random() < 0.33"""
    )


def _pictures(connection: Connection) -> None:
    """Publish one picture a day with a line and an account for each incident of the day before."""
    connection.execute(f"UPDATE situation_picture SET number = number + {_FIRST_NUMBERS} WHERE number IS NOT NULL")
    connection.execute(
        f"UPDATE tasks_task SET picture_number = picture_number + {_FIRST_NUMBERS} WHERE picture_number IS NOT NULL"
    )
    connection.execute(
        f"""
        CREATE TEMP TABLE laid AS
        SELECT day AS days, gen_random_uuid() AS new_id, p.id AS old_id
        FROM generate_series({NEWEST_DAYS}, {DAYS}) day,
            (SELECT id FROM situation_picture WHERE number IS NOT NULL ORDER BY number DESC LIMIT 1) p"""
    )
    copy_rows(
        connection,
        "situation_picture",
        "old_id",
        {"id": "c.new_id", "number": f"{DAYS} - c.days + 1"},
        copies="laid",
    )
    copy_rows(connection, "situation_reading", "old_id", {"picture_id": "c.new_id"}, copies="laid", key="picture_id")
    connection.execute(
        """
        CREATE TEMP TABLE pool AS
        SELECT row_number() OVER () - 1 AS place, kind, audience, content, authority_id
        FROM situation_entry WHERE incident_id IS NOT NULL;
        CREATE TEMP TABLE other_lines AS
        SELECT e.* FROM situation_entry e JOIN laid l ON l.old_id = e.picture_id
        WHERE e.incident_id IS NULL AND l.days = (SELECT min(days) FROM laid)"""
    )
    entry = "INSERT INTO situation_entry (id, partnership_id, authority_id, audience, picture_id, kind, position,"
    connection.execute(
        f"""
        {entry} incident_id, content)
        SELECT gen_random_uuid(), {_PARTNERSHIP}, p.authority_id, p.audience, l.new_id, p.kind, 1 + line.number,
            i.id, p.content
        FROM (SELECT id, occurred_at, row_number() OVER (ORDER BY id) AS number FROM situation_incident
                WHERE occurred_at < now() - make_interval(days => {NEWEST_DAYS})) i
            CROSS JOIN (VALUES (0), (1)) line (number)
            JOIN pool p ON p.place = (i.number + line.number * 7) % (SELECT count(*) FROM pool)
            JOIN laid l ON l.days = current_date - i.occurred_at::date"""
    )
    connection.execute(
        f"""
        {entry} content)
        SELECT gen_random_uuid(), e.partnership_id, e.authority_id, e.audience, l.new_id, e.kind, e.position, e.content
        FROM other_lines e CROSS JOIN laid l"""
    )


def _threads(connection: Connection) -> None:
    """Copy tasks, conflicts, zones, events, notices and judgements to many other days; what is copied has ended."""
    for table, times, ended in (
        ("tasks_task", 900, {"closed_at": "coalesce(t.closed_at, t.decided_at + interval '5 days') - c.shift"}),
        ("zones_zone", 40, {}),
        ("alerts_suddenevent", 150, {"closed_at": "coalesce(t.closed_at, t.opened_at) - c.shift"}),
        ("alerts_safetynotice", 150, {}),
        ("situation_unusualcount", 1500, {"area_id": "t.area_id"}),
        ("partnership_areaassessment", 400, {}),
        ("conflicts_conflict", 120, {"closed_at": "coalesce(t.closed_at, t.opened_at + interval '40 days') - c.shift"}),
    ):
        _scatter(connection, table, times, ended)
    for table, key, parents in (
        ("tasks_outcome", "task_id", "tasks_task"),
        ("zones_zonedecision", "zone_id", "zones_zone"),
        ("alerts_logline", "event_id", "alerts_suddenevent"),
        ("alerts_call", "event_id", "alerts_suddenevent"),
        ("alerts_safetyreceipt", "notice_id", "alerts_safetynotice"),
        ("conflicts_conflictarea", "conflict_id", "conflicts_conflict"),
        ("conflicts_conflictevent", "conflict_id", "conflicts_conflict"),
        ("conflicts_tensionchange", "conflict_id", "conflicts_conflict"),
        ("conflicts_review", "conflict_id", "conflicts_conflict"),
    ):
        copy_rows(connection, table, "old_id", {key: "c.new_id"}, copies=f"of_{parents}", key=key)
    _notices(connection)
    _sessions(connection)


def _scatter(connection: Connection, table: str, times: int, changed: Mapping[str, str]) -> None:
    connection.execute(
        f"""
        CREATE TEMP TABLE of_{table} AS
        SELECT t.id AS old_id, gen_random_uuid() AS new_id,
            {NEWEST_DAYS} + 370 + (random() * ({DAYS} - {NEWEST_DAYS} - 400))::integer AS days
        FROM {table} t CROSS JOIN generate_series(1, {times}) WHERE t.partnership_id = {_PARTNERSHIP}"""
    )
    shifted = {column: rule.replace("c.shift", "make_interval(days => c.days)") for column, rule in changed.items()}
    copy_rows(connection, table, "old_id", {"id": "c.new_id", **shifted}, copies=f"of_{table}")


def _notices(connection: Connection) -> None:
    """Forty notices a day, each opened by two users."""
    connection.execute(
        f"""
        INSERT INTO notices_notice (id, partnership_id, authority_id, recipient_id, role, kind, path, at)
        SELECT gen_random_uuid(), {_PARTNERSHIP}, a.authority_id, b.authority_id,
            (ARRAY['coordinator', 'leader', 'officer', 'task_force'])[1 + number % 4], 'picture_published',
            '/situationsbillede/1/', now() - make_interval(days => day, mins => number)
        FROM generate_series({NEWEST_DAYS}, {DAYS}) day CROSS JOIN generate_series(0, 39) number
            CROSS JOIN LATERAL (SELECT authority_id FROM partnership_party WHERE partnership_id = {_PARTNERSHIP}
                ORDER BY authority_id OFFSET number % 4 LIMIT 1) a
            CROSS JOIN LATERAL (SELECT authority_id FROM partnership_party WHERE partnership_id = {_PARTNERSHIP}
                ORDER BY authority_id OFFSET (number / 4) % 4 LIMIT 1) b"""
    )
    connection.execute(
        """
        INSERT INTO notices_noticeseen (id, authority_id, user_id, notice_id, at)
        SELECT gen_random_uuid(), n.recipient_id, u.id, n.id, n.at
        FROM notices_notice n
            JOIN LATERAL (SELECT id FROM identity_user WHERE authority_id = n.recipient_id LIMIT 2) u ON true
        WHERE n.at < now() - interval '29 days' ON CONFLICT DO NOTHING"""
    )


def _sessions(connection: Connection) -> None:
    """Thirty sessions a day, all long ended."""
    connection.execute(
        f"""
        INSERT INTO identity_signin (id, user_id, duty_id, partnership_id, partnership_name, token_hash, epoch,
            started_at, seen_at, ended_at, proof)
        SELECT gen_random_uuid(), d.user_id, d.id, {_PARTNERSHIP}, '', sha256((day * 100 + number)::text::bytea), 0,
            now() - make_interval(days => day), now() - make_interval(days => day), now() - make_interval(days => day),
            'password'
        FROM generate_series(1, {DAYS}) day CROSS JOIN generate_series(0, 29) number
            JOIN (SELECT id, user_id, row_number() OVER (ORDER BY id) AS place FROM identity_duty) d
                ON d.place = 1 + number"""
    )


def _log(connection: Connection) -> None:
    """Two lines of log for each incident, and a hundred readings a day."""
    line = """
        INSERT INTO audit.event (id, at, authority, actor, event, subject_kind, subject, purpose, canonical, salt)
        SELECT gen_random_uuid(), {at}, {authority}, gen_random_uuid(), {event}, 'x', gen_random_uuid()::text,
            'picture', convert_to(repeat('x', 320), 'UTF8'), decode(md5(random()::text), 'hex') FROM {rows}"""
    connection.execute(
        line.format(
            at="i.created_at",
            authority="i.authority_id",
            event="'kept'",
            rows="situation_incident i CROSS JOIN generate_series(1, 2)",
        )
    )
    parties = f"ARRAY(SELECT authority_id FROM partnership_party WHERE partnership_id = {_PARTNERSHIP})"
    connection.execute(
        line.format(
            at="now() - make_interval(days => day, mins => number)",
            authority=f"({parties})[1 + number % 4]",
            event="'picture_read'",
            rows=f"generate_series(1, {DAYS}) day CROSS JOIN generate_series(0, 99) number",
        )
    )
    connection.execute(
        "INSERT INTO audit.leaf (event_id, leaf_hash) SELECT e.id, sha256(e.canonical || e.salt)"
        " FROM audit.event e ON CONFLICT DO NOTHING"
    )


def _number(connection: Connection, query: str) -> int:
    found = connection.execute(query).fetchone()
    return int(found[0]) if found else 0
