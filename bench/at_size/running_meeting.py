"""A morning meeting that is being held now, with some words said already."""

from __future__ import annotations

from uuid import UUID, uuid4

from bench.at_size.copying import Connection

# The item that is spoken of: it shows by itself what the picture tells of the areas.
SPOKEN_OF = "areas"
_FORUM = (
    "SELECT f.id FROM partnership_forum f JOIN partnership_partnership p ON p.id = f.partnership_id"
    " WHERE f.name = 'Morgenmøde' AND p.short_name = 'Vestegnen'"
)


def begin_morning_meeting(connection: Connection, *, notes: int) -> UUID:
    """Lay a running meeting with so many notes under the item that is spoken of; give its number."""
    meeting = uuid4()
    connection.execute(
        f"""
        INSERT INTO meetings_meeting (id, partnership_id, authority_id, forum_id, number, starts_at, ends_at, place,
            has_private_place, state, sequence, called_at, begun_at, changed_at)
        SELECT %s, f.partnership_id, f.authority_id, f.id,
            (SELECT max(number) + 1 FROM meetings_meeting WHERE forum_id = f.id), now() - interval '10 minutes',
            now() + interval '2 hours', f.place, false, 'running', 0, now() - interval '1 day',
            now() - interval '10 minutes', now() - interval '5 minutes'
        FROM partnership_forum f WHERE f.id = ({_FORUM})""",
        [meeting],
    )
    connection.execute(
        f"""
        INSERT INTO meetings_agendaitem (id, partnership_id, forum_id, meeting_id, kind, title, minutes, position,
            begun_at, is_postponed)
        SELECT gen_random_uuid(), partnership_id, forum_id, %s, kind, title, minutes, position,
            CASE WHEN kind = '{SPOKEN_OF}' THEN now() - interval '5 minutes' END, false
        FROM partnership_standarditem WHERE forum_id = ({_FORUM})""",
        [meeting],
    )
    connection.execute(
        f"""
        INSERT INTO meetings_meetingentry (id, partnership_id, forum_id, meeting_id, item_id, authority_id, unit_id,
            unit_name, text, at)
        SELECT gen_random_uuid(), i.partnership_id, i.forum_id, i.meeting_id, i.id, s.authority_id, s.unit_id,
            s.unit_name, 'To færdselsuheld uden tilskadekomne. Ellers roligt ved stationen hele aftenen.',
            now() - interval '5 minutes' + make_interval(secs => n)
        FROM meetings_agendaitem i CROSS JOIN generate_series(1, %s) n
            JOIN (SELECT *, row_number() OVER (ORDER BY id) - 1 AS place, count(*) OVER () AS many
                FROM partnership_forumseat WHERE forum_id = ({_FORUM})) s ON s.place = n %% s.many
        WHERE i.meeting_id = %s AND i.kind = '{SPOKEN_OF}'""",
        [notes, meeting],
    )
    return meeting
