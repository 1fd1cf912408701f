"""The partners' own database login: what it may touch is listed here with a reason, and nothing else is granted.

Each test speaks over a connection of its own that logged in as `rundbord_place`, as production does.
"""

from __future__ import annotations

import psycopg
import pytest
from django.apps import apps
from django.conf import settings

from rundbord.access.declarations import About
from rundbord.access.signed_context import signed_context
from rundbord.privacy.catalogue import CATALOGUE
from tests.database import logged_in
from tests.factories.situations import ActorOf, ClientOf, Vestegnen

PLACE = "rundbord_place"
READS = "select"

MAY_TOUCH = {
    "identity_authority": (READS, "names of authorities are public"),
    "identity_unit": (READS, "own units, to say which one reports"),
    "identity_user": (READS, "own users, to name the reporter"),
    "identity_draft": ("delete insert select update", "what the user typed and has not sent"),
    "notices_notice": ("insert select", "own notices"),
    "notices_noticeseen": ("insert select update", "that a notice was seen"),
    "partnership_partnership": (READS, "the partnership's name"),
    "partnership_party": (READS, "who sits at the table"),
    "partnership_agreement": (READS, "what the partnership has agreed"),
    "partnership_agreementextension": (READS, "until when it holds"),
    "partnership_chairterm": (READS, "who chairs"),
    "partnership_focuspoint": (READS, "what the partnership works with"),
    "partnership_area": (READS, "areas on list and map"),
    "partnership_areastreet": (READS, "to place own reports"),
    "partnership_forum": (READS, "forums in which the partner has a seat"),
    "partnership_forumseat": (READS, "who else is seated there"),
    "partnership_standarditem": (READS, "what such a forum speaks of"),
    "meetings_meeting": (READS, "meetings of such a forum"),
    "meetings_agendaitem": (READS, "what they speak of"),
    "meetings_attendance": (READS, "which seats were filled"),
    "meetings_meetingentry": (READS, "what was said, without persons"),
    "meetings_approval": (READS, "what the seats say of the minutes"),
    "meetings_minutes": (READS, "the minutes"),
    "alerts_safetynotice": (READS, "warnings that name an own unit"),
    "alerts_safetyreceipt": (READS, "that an own unit was warned"),
}
# Written by the colleagues of the situation; each is narrowed to the audience `partners` and to own reports.
MAY_TOUCH_IN_THE_SITUATION = {
    "situation_report": ("insert select", "own reports"),
    "situation_photo": ("insert select", "photos of own reports"),
    "situation_incident": (READS, "what became of own reports, and incidents for partners"),
    "situation_triage": (READS, "what became of own reports"),
    "situation_picture": (READS, "the partner edition"),
    "situation_entry": (READS, "the partner edition"),
    "situation_correction": (READS, "that a partner edition was corrected"),
    "situation_blackout": (READS, "that a person was blacked out of it"),
    "situation_reading": ("insert", "that the partner edition was read"),
}
# A grant that a table's own does not cover: single columns of it.
MAY_CHANGE = {
    ("situation_report", "text"): "a reporter corrects the own words",
    ("situation_report", "changed_at"): "and when",
    ("alerts_safetyreceipt", "received_at"): "an own unit says that it knows",
    ("alerts_safetyreceipt", "received_by"): "and in which role",
    **{
        ("procrastinate_jobs", column): "mail without content is ordered in the same transaction"
        for column in ("id", "queue_name", "task_name", "priority", "lock", "queueing_lock", "args", "scheduled_at")
    },
    **{("procrastinate_events", column): "that it was ordered" for column in ("job_id", "type", "at")},
}
# Tables about staff that the workspace needs: of the own authority or user alone, or identifiers without names.
STAFF_GRANTED = {"identity_user", "identity_draft", "notices_notice", "notices_noticeseen", "situation_reading"}


def _granted() -> dict[str, str]:
    with logged_in(PLACE) as cursor:
        cursor.execute(
            "SELECT c.relname, string_agg(command, ' ' ORDER BY command)"
            " FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace,"
            " unnest(ARRAY['select', 'insert', 'update', 'delete']) AS command"
            " WHERE n.nspname IN ('public', 'ctx', 'audit') AND c.relkind IN ('r', 'p', 'v', 'm')"
            " AND has_table_privilege(c.oid, command) GROUP BY 1"
        )
        return {str(table): str(commands) for table, commands in cursor.fetchall()}


def _tables_about(about: About) -> set[str]:
    return {apps.get_model(each.model)._meta.db_table for each in CATALOGUE if each.about == about}


def test_the_login_touches_exactly_what_is_listed() -> None:
    listed = {table: commands for table, (commands, _) in (MAY_TOUCH | MAY_TOUCH_IN_THE_SITUATION).items()}

    assert _granted() == listed


def test_no_table_about_citizens_is_granted() -> None:
    assert _tables_about(About.CITIZENS) & set(_granted()) == set()
    assert _tables_about(About.CITIZENS)


def test_of_staff_only_what_is_named_is_granted() -> None:
    assert _tables_about(About.STAFF) & set(_granted()) <= STAFF_GRANTED


def test_of_single_columns_only_what_is_listed_is_granted_beside_the_tables() -> None:
    with logged_in(PLACE) as cursor:
        cursor.execute(
            "SELECT c.relname, a.attname FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid"
            " WHERE a.attacl IS NOT NULL AND a.attacl::text LIKE '%%rundbord_place%%'"
        )

        assert set(cursor.fetchall()) == set(MAY_CHANGE)


@pytest.mark.parametrize(
    "table", ["partnership_areaassessment", "situation_sourcetext", "identity_duty", "identity_signin", "tasks_task"]
)
def test_what_is_not_granted_is_refused_by_the_server(table: str) -> None:
    with logged_in(PLACE) as cursor, pytest.raises(psycopg.errors.InsufficientPrivilege):
        cursor.execute(f'SELECT 1 FROM "{table}"')


@pytest.mark.parametrize("table", sorted(MAY_TOUCH))
def test_without_a_context_no_row_is_shown(table: str) -> None:
    with logged_in(PLACE) as cursor:
        cursor.execute(f'SELECT count(*) FROM "{table}"')

        assert cursor.fetchone() == (0,)


def test_a_signed_context_is_understood_over_this_login_too(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    actor = actor_of(vestegnen.caretaker)

    with logged_in(PLACE) as cursor:
        cursor.execute("SELECT set_config('app.ctx', %s, true)", [signed_context(actor, key=settings.CONTEXT_KEY)])
        cursor.execute("SELECT ctx.authority()")

        assert cursor.fetchone() == (vestegnen.housing.pk,)


def test_the_workspace_may_not_become_another_role() -> None:
    with logged_in(PLACE) as cursor, pytest.raises(psycopg.errors.InsufficientPrivilege):
        cursor.execute("SET ROLE rundbord_app")


@pytest.mark.parametrize("path", ["/", "/omraader/", "/partnerskab/", "/indberet/"])
def test_the_partners_screens_open_over_it(vestegnen: Vestegnen, client_of: ClientOf, path: str) -> None:
    assert client_of(vestegnen.caretaker).get(path).status_code == 200


def test_an_area_is_shown_to_partners_without_its_status(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    text = client_of(vestegnen.caretaker).get(f"/omraader/{vestegnen.station.pk}/").content.decode()

    assert "Stationen" in text
    assert "Status" not in text
    assert "Historik" not in text


@pytest.mark.parametrize("path", ["/omraader/nyt/", "/partnerskab/parter/ny/", "/haendelser/", "/brugere/", "/log/"])
def test_partners_do_not_enter_other_rooms(vestegnen: Vestegnen, client_of: ClientOf, path: str) -> None:
    assert client_of(vestegnen.caretaker).get(path).status_code == 403
