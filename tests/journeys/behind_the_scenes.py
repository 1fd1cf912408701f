"""What nobody can do at a screen: let a session run out, read the log, wait for a job."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import time
from time import monotonic, sleep
from typing import Any

import psycopg

_SESSIONS_OF = """
    FROM identity_user u JOIN identity_authority a ON a.id = u.authority_id
    WHERE s.user_id = u.id AND u.sign_in_name || '@' || a.code = %s
"""


@dataclass(frozen=True)
class Rows:
    """The served database, seen by its superuser."""

    connection: psycopg.Connection[tuple[Any, ...]]

    def let_sessions_lapse(self, name: str) -> None:
        """Let an hour pass in which this user, `name@code`, did nothing."""
        idle = f"UPDATE identity_signin s SET seen_at = s.seen_at - interval '1 hour' {_SESSIONS_OF}"
        assert self.connection.execute(idle.encode(), [name]).rowcount > 0

    def let_the_wait_pass(self) -> None:
        """Let an hour pass in which nobody tried a password."""
        self.connection.execute("UPDATE identity_signinattempt SET at = at - interval '1 hour'")

    def forget_second_factors(self) -> None:
        """Let nobody have a second factor, nor the newcomer have passed the introduction."""
        for table in ("passkey", "codeapp", "recoverycode"):
            self.connection.execute(f"DELETE FROM identity_{table}".encode())
        newcomer = "SELECT id FROM identity_user WHERE sign_in_name = 'ny'"
        self.connection.execute(f"DELETE FROM identity_introductionpass WHERE user_id IN ({newcomer})".encode())

    def forget_providers(self) -> None:
        """Let no authority have a provider, and nobody have come from one."""
        came = "SELECT user_id FROM identity_externalidentity"
        self.connection.execute("DELETE FROM identity_signin WHERE identity_id IS NOT NULL")
        self.connection.execute(f"UPDATE identity_user SET closed_at = now() WHERE id IN ({came})".encode())
        for table in ("externalidentity", "privilege", "identityprovider", "answeredrequest"):
            self.connection.execute(f"DELETE FROM identity_{table}".encode())

    def let_proofs_grow_old(self) -> None:
        """Let an hour have passed since anybody proved who they are, in which they were not idle."""
        self.connection.execute("UPDATE identity_signin SET proved_at = proved_at - interval '1 hour'")

    def forget_drafts(self) -> None:
        """Let everybody meet empty forms, whatever another journey left half written."""
        self.connection.execute("DELETE FROM identity_draft")

    def let_zone_expire(self, name: str) -> None:
        """Let so much time pass that the last period of a zone is over."""
        shift = """
            UPDATE zones_zonedecision
            SET starts_at = starts_at - interval '90 days', ends_at = ends_at - interval '90 days'
            WHERE zone_id = (SELECT id FROM zones_zone WHERE name = %s)
        """
        assert self.connection.execute(shift, [name]).rowcount > 0

    def let_a_quarter_pass(self, area: str) -> None:
        """Let everything that was said of an area have been said a quarter earlier."""
        shift = """
            UPDATE streetwork_activityview
            SET quarter = (quarter - interval '3 months')::date, number = number + 10
            WHERE area_id = (SELECT id FROM partnership_area WHERE name = %s)
        """
        assert self.connection.execute(shift, [area]).rowcount > 0

    def let_days_pass(self, intervention: str, days: int) -> None:
        """Let everything in an intervention, by the key in its address, have happened so many days earlier."""
        told = {"days": days, "id": intervention}
        for table, key, moments in (
            ("intervention", "id", ("started_at", "due_at")),
            ("steptaken", "intervention_id", ("held_at", "counts_from", "taken_at")),
            ("plannedstep", "intervention_id", ("planned_for", "planned_at")),
        ):
            earlier = ", ".join(f"{each} = {each} - %(days)s * interval '1 day'" for each in moments)
            shift = f"UPDATE interventions_{table} SET {earlier} WHERE {key} = %(id)s"
            self.connection.execute(shift.encode(), told)

    def let_task_be_late(self, what: str, days: int) -> None:
        """Let the deadline of a task have passed so many days ago."""
        shift = "UPDATE tasks_task SET due_on = current_date - %s WHERE what = %s"
        assert self.connection.execute(shift, [days, what]).rowcount == 1

    def expect_reports_of(self, unit: str, *, by: time) -> None:
        """Let a unit owe its report every day by this time of day."""
        change = """
            UPDATE partnership_reportingduty d SET expected_by = %s, weekdays = '{1,2,3,4,5,6,7}'
            FROM identity_unit u WHERE u.id = d.unit_id AND u.name = %s
        """
        assert self.connection.execute(change, [by, unit]).rowcount == 1

    def let_it_happen(self, times: int, *, category: str, area: str) -> None:
        """Let so many incidents of a category have happened in an area yesterday at noon, like one that is there."""
        happen = """
            WITH noon AS (SELECT (current_date - 1 + time '12:00') AT TIME ZONE 'Europe/Copenhagen' AS at)
            INSERT INTO situation_incident SELECT (jsonb_populate_record(model, jsonb_build_object(
                'id', gen_random_uuid(), 'first_report_id', NULL, 'category', %(category)s::text, 'area_id', area.id,
                'occurred_at', noon.at, 'starts_at', noon.at, 'ends_at', NULL, 'created_at', noon.at,
                'changed_at', noon.at, 'closed_at', NULL, 'lat', NULL, 'lon', NULL, 'point_precision', '',
                'place_key', ''))).*
            FROM noon, generate_series(1, %(times)s), partnership_area area, situation_incident model
            WHERE area.name = %(area)s AND model.id = (
                SELECT id FROM situation_incident WHERE audience = 'parties' AND withdrawn_at IS NULL LIMIT 1)
        """
        told = {"times": times, "category": category, "area": area}
        assert self.connection.execute(happen, told).rowcount == times

    def let_the_night_come(self, task: str) -> None:
        """Order a periodic job now, and wait until the worker has done it: only what succeeded is deleted."""
        order = """
            INSERT INTO procrastinate_jobs (queue_name, task_name, args)
            VALUES ('default', %s, '{"timestamp": 0}') RETURNING id
        """
        job = self.connection.execute(order, [task]).fetchone()
        waits = "SELECT 1 FROM procrastinate_jobs WHERE id = %s"
        wait_until(lambda: self.connection.execute(waits, job).fetchone() is None, seconds=90)

    def let_last_day_pass(self, file: str) -> None:
        """Let the last day of a file, by the number in its address, have been yesterday."""
        passed = "UPDATE concerns_youngperson SET delete_on = current_date - 1 WHERE id = %s"
        assert self.connection.execute(passed, [file]).rowcount == 1

    def left_of_hand_overs(self) -> int:
        """Count the lines of hand-over lists that there still are."""
        row = self.connection.execute("SELECT count(*) FROM handover_handoverline").fetchone()
        assert row is not None
        return int(row[0])

    def logged(self, event: str, *, words: str = "") -> int:
        """Count the log entries of an event, those that hold certain words."""
        count = "SELECT count(*) FROM audit.event WHERE event = %s AND convert_from(canonical, 'UTF8') LIKE %s"
        found = self.connection.execute(count, [event, f"%{words}%"]).fetchone()
        assert found is not None
        return int(found[0])


def wait_until(met: Callable[[], object], *, seconds: float = 30) -> None:
    """Wait for what happens outside a page; fail when it does not."""
    end = monotonic() + seconds
    while not met():
        assert monotonic() < end, "it did not happen in time"
        sleep(0.1)
