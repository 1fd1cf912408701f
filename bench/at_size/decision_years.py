"""Decisions of years: taken at meetings and between them, carried out or late, disagreed with, looked at again."""

from __future__ import annotations

from bench.at_size.copying import Connection

# Of each hundred decisions so many are taken at no meeting.
_LOOSE = 16
# What was decided longer ago than this has ended.
_OPEN_DAYS = 60
_PARTNERSHIP = "(SELECT id FROM partnership_partnership WHERE short_name = 'Vestegnen')"

# How each decision goes: `fate` is a number from 0 to 1 that says whether it is late and who disagrees.
_TAKEN = """
CREATE TEMP TABLE taken AS
SELECT gen_random_uuid() AS id, m.forum_id, m.id AS meeting_id, m.authority_id, m.decided_at,
    m.decided_at::date + 7 + n % 21 AS due_on, random() AS fate, random() AS turn, n
FROM generate_series(1, {decisions}) n
    LEFT JOIN (SELECT id, forum_id, authority_id, starts_at + interval '20 minutes' AS decided_at,
        row_number() OVER (ORDER BY starts_at, id) - 1 AS place FROM held) AS at_table
        ON at_table.place = (n - 1) * (SELECT count(*) FROM held) / {decisions} AND n % 100 >= {loose}
    CROSS JOIN LATERAL (SELECT at_table.id, at_table.forum_id,
        coalesce(at_table.authority_id, (SELECT id FROM identity_authority WHERE code = 'gladsaxe')) AS authority_id,
        coalesce(at_table.decided_at, now() - make_interval(days => {days}) * ({decisions} - n) / {decisions}
            - interval '2 days') AS decided_at) m
"""
_OWNERS = f"""
CREATE TEMP TABLE owners AS
SELECT s.forum_id, s.unit_id, row_number() OVER (PARTITION BY s.forum_id ORDER BY s.id) - 1 AS place,
    count(*) OVER (PARTITION BY s.forum_id) AS many
FROM partnership_forumseat s
UNION ALL
SELECT NULL, u.id, row_number() OVER (ORDER BY u.id) - 1, count(*) OVER ()
FROM identity_unit u JOIN partnership_party p ON p.authority_id = u.authority_id AND p.partnership_id = {_PARTNERSHIP}
WHERE u.kind IN ('ssp', 'street', 'prevention', 'local_police');
CREATE TEMP TABLE places AS
SELECT id, row_number() OVER (ORDER BY id) - 1 AS place, count(*) OVER () AS many
FROM partnership_area WHERE partnership_id = {_PARTNERSHIP}
"""
_TASKS = f"""
INSERT INTO tasks_task (id, partnership_id, authority_id, audience, what, why, alternatives, basis, basis_path, area_id,
    owner_id, due_on, review_on, decided_at, decided_by, decided_in_id, forum_id, meeting_id, item_id, imported_as,
    closed_at)
SELECT t.id, {_PARTNERSHIP}, t.authority_id, (ARRAY['parties', 'parties', 'parties', 'police', 'authority'])[1 + n % 5],
    'Stå ved stationen kl. 21–23 i uge ' || 1 + n % 52, 'Flere samles end normalt, og stemningen er god.',
    'Ekstra vagter på pladsen. Valgt fra: de unge har ingen steder at gå hen.', '', '',
    CASE WHEN n % 3 > 0 THEN a.id END, o.unit_id, t.due_on,
    CASE WHEN t.decided_at > now() - make_interval(days => {_OPEN_DAYS}) AND n % 10 = 0 THEN t.due_on + 20 END,
    t.decided_at, gen_random_uuid(), d.unit_id, t.forum_id, t.meeting_id,
    (SELECT p.id FROM points p WHERE p.meeting_id = t.meeting_id ORDER BY p.position DESC LIMIT 1), '',
    CASE WHEN t.decided_at < now() - make_interval(days => {_OPEN_DAYS}) OR t.due_on < current_date AND fate > 0.15
        OR t.due_on >= current_date AND fate > 0.7
        THEN least(greatest(t.due_on + CASE WHEN fate < 0.15 THEN (turn * 20)::integer ELSE -(turn * 5)::integer END
            + interval '11 hours', t.decided_at + interval '1 day'), now() - interval '1 hour') END
FROM taken t
    JOIN owners o ON o.forum_id IS NOT DISTINCT FROM t.forum_id AND o.place = t.n % o.many
    JOIN owners d ON d.forum_id IS NOT DISTINCT FROM t.forum_id AND d.place = t.n / 7 % d.many
    JOIN places a ON a.place = t.n / 3 % a.many
"""
_SAID = "INSERT INTO {table} (id, partnership_id, authority_id, audience, forum_id, at, task_id, {columns})"
_OF_TASK = """
SELECT gen_random_uuid(), t.partnership_id, t.authority_id, t.audience, t.forum_id, {at}, t.id, {values}
FROM tasks_task t JOIN taken k ON k.id = t.id WHERE {when}
"""
_AFTER = (
    (
        "tasks_outcome",
        "outcome, text, effect, grade, new_due_on, unit_id",
        "t.decided_at + interval '6 days'",
        "'postponed', 'Vi mangler folk i denne uge.', '', '', t.due_on, t.owner_id",
        "k.turn < 0.2 AND t.decided_at < now() - interval '6 days'",
    ),
    (
        "tasks_outcome",
        "outcome, text, effect, grade, new_due_on, unit_id",
        "t.closed_at",
        "CASE WHEN k.turn < 0.8 THEN 'done' ELSE 'partly' END, 'Gennemført som aftalt.', 'Der er mere roligt.',"
        " CASE WHEN k.turn < 0.1 THEN 'measured' WHEN k.turn < 0.5 THEN 'estimated' ELSE 'not_measured' END,"
        " NULL, t.owner_id",
        "t.closed_at IS NOT NULL",
    ),
    (
        "tasks_dissent",
        "unit_id, noted_by_id, text",
        "t.decided_at + interval '1 minute'",
        "t.owner_id, NULL, 'Vi har ikke folk til det.'",
        "k.turn > 0.96",
    ),
    (
        "tasks_decisionreview",
        "verdict, text, next_on, unit_id",
        "t.closed_at + interval '20 days'",
        "'stands', '', NULL, t.owner_id",
        "k.n % 10 = 0 AND t.closed_at < now() - interval '20 days'",
    ),
)
# Who was told of what is late: after a day the unit, after three working days its leader, after eight the agenda.
_REMINDED = (("owner", 1, 0.15), ("leader", 4, 0.05), ("agenda", 12, 0.02))


def lay_decisions(connection: Connection, decisions: int, days: int) -> None:
    """Lay so many decisions over so many days; `held` and `points` are the meetings and their items."""
    connection.execute(_TAKEN.format(decisions=decisions, days=days, loose=_LOOSE))
    connection.execute(_OWNERS)
    connection.execute("CREATE INDEX ON points (meeting_id); ANALYZE points; ANALYZE taken; ANALYZE owners")
    connection.execute(_TASKS)
    connection.execute("CREATE INDEX ON taken (id); ANALYZE taken; ANALYZE tasks_task")
    for table, columns, at, values, when in _AFTER:
        connection.execute(
            _SAID.format(table=table, columns=columns) + _OF_TASK.format(at=at, values=values, when=when)
        )
    _remind(connection)


def _remind(connection: Connection) -> None:
    for step, back, share in _REMINDED:
        connection.execute(
            _SAID.format(table="tasks_reminder", columns="step, day")
            + _OF_TASK.format(
                at=f"t.due_on + {back} + interval '4 hours'",
                values=f"'{step}', t.due_on",
                when=f"k.fate < {share} AND t.due_on < current_date - {back}",
            )
        )
    connection.execute(
        """
        INSERT INTO notices_notice
            (id, partnership_id, authority_id, recipient_id, role, unit_id, kind, path, opens, at)
        SELECT gen_random_uuid(), t.partnership_id, u.authority_id, u.authority_id, '', u.id, 'task_overdue',
            '/opgaver/' || t.id || '/', '', r.at
        FROM tasks_reminder r JOIN tasks_task t ON t.id = r.task_id JOIN identity_unit u ON u.id = t.owner_id
            JOIN taken k ON k.id = t.id
        WHERE r.step = 'owner'"""
    )
