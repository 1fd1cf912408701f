"""Breaking the glass: one file out of reach, read for an hour at most, with its owner told at once."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.db.backends.utils import CursorWrapper
from django.test import Client
from django.utils import timezone

from rundbord.access.purposes import Purpose
from rundbord.access.refusal import NotPermitted, Refused
from rundbord.access.roles import Role
from rundbord.access.session import acting_for
from rundbord.concerns.models import Concern, CustodyHolder, Fact, NamePart, Safeguard, YoungPerson
from rundbord.emergency.actions import open_file
from rundbord.emergency.models import EmergencyAccess
from rundbord.identity.models import SignIn, Unit, User
from rundbord.keys.core.cpr import read_cpr
from rundbord.notices.models import Notice
from tests.concerns.files import fact_about
from tests.concerns.raising import CPR, typed
from tests.database import as_log_keeper, as_owner
from tests.emergency.rows import REASON, allowed, use_by
from tests.factories import rows
from tests.factories.situations import ActorOf, ClientOf, Vestegnen
from tests.logs import all_words

OPEN, SHOW, END = "/noedadgang/aabn/", "/noedadgang/sag/", "/noedadgang/afslut/"
NAME = "Åse Prøvesen"
NOTHING = "Der er ingen sag, som nødadgang kan åbne"


@pytest.fixture
def file(vestegnen: Vestegnen, client_of: ClientOf) -> YoungPerson:
    """A file of SSP Gladsaxe, where case workers of the municipality have break-glass."""
    client_of(vestegnen.coordinator).post("/unge/ny/", typed(cpr=CPR, name=NAME))
    allowed(vestegnen.gladsaxe, Role.CASE_WORKER)
    with as_owner():
        return YoungPerson.objects.get()


@pytest.fixture
def colleague(vestegnen: Vestegnen) -> User:
    """A case worker of another unit of the municipality, who does not reach it."""
    return rows.user(vestegnen.gladsaxe_street, Role.CASE_WORKER, sign_in_name="vagten")


def _ask(client: Client, **sent: str) -> str:
    answer = client.post(OPEN, {"cpr": CPR, "reason": REASON, "knows": "on", **sent}, follow=True)
    return str(answer.content.decode())


def _uses() -> list[EmergencyAccess]:
    with as_owner():
        return list(EmergencyAccess.objects.order_by("opened_at"))


def _lines(event: str) -> list[tuple[str | None, str | None]]:
    with as_log_keeper(), connection.cursor() as cursor:
        cursor.execute("SELECT subject, purpose FROM audit.event WHERE event = %s ORDER BY at", [event])
        return [(row[0], row[1]) for row in cursor.fetchall()]


def test_a_file_out_of_reach_is_opened_by_its_number_and_read(
    file: YoungPerson, colleague: User, client_of: ClientOf
) -> None:
    client = client_of(colleague)
    assert client.get(f"/unge/{file.pk}/").status_code == 404

    page = _ask(client)

    assert NAME in page
    assert "Nødadgang: du læser en sag, du ellers ikke har adgang til" in page
    assert re.search(r"60 minutter tilbage", page)
    assert "Afslut nu" in page
    [use] = _uses()
    assert (use.person_id, use.user_id, use.unit_id) == (file.pk, colleague.pk, file.unit_id)
    assert use.ends_at - use.opened_at == timedelta(minutes=60)
    # Each reading stands in the log, about the person and for this purpose.
    assert _lines("emergency_read") == [(str(file.pk), "emergency")]
    assert _lines("emergency_opened") == [(str(use.pk), "prevention")]


def test_a_whole_name_finds_it_and_a_part_of_one_does_not(
    file: YoungPerson, colleague: User, client_of: ClientOf
) -> None:
    client = client_of(colleague)

    assert NOTHING in _ask(client, cpr="", name="Prøvesen")
    assert NAME in _ask(client, cpr="", name=NAME)


def test_what_will_happen_is_said_before(file: YoungPerson, colleague: User, client_of: ClientOf) -> None:
    page = client_of(colleague).get(OPEN).content.decode()

    for said in (
        "højst 60 minutter",
        "Du kan kun læse",
        "får besked med det samme",
        "inden 2 arbejdsdage",
        "hviler din nødadgang",
        "andre myndigheders sager",
        "exit-forløb kan ikke åbnes",
    ):
        assert said in page
    # And nobody goes past it unread.
    answer = client_of(colleague).post(OPEN, {"cpr": CPR, "reason": REASON})
    assert "knows" in answer.context["form"].errors
    assert _uses() == []


def test_a_fresh_proof_is_wanted(file: YoungPerson, colleague: User, client_of: ClientOf) -> None:
    client = client_of(colleague)
    with as_owner():
        SignIn.objects.update(proved_at=timezone.now() - timedelta(minutes=6))

    for answer in (client.get(OPEN), client.post(OPEN, {"cpr": CPR, "reason": REASON, "knows": "on"})):
        assert answer.status_code == 302
        assert "bekraeft" in answer.headers["Location"]
    assert _uses() == []


@pytest.mark.parametrize("reason", ["", "haster", f"Det drejer sig om {CPR}, der er meldt savnet."])
def test_without_a_reason_or_with_a_number_in_it_nothing_is_opened(
    reason: str, file: YoungPerson, colleague: User, client_of: ClientOf
) -> None:
    answer = client_of(colleague).post(OPEN, {"cpr": CPR, "reason": reason, "knows": "on"})

    assert "reason" in answer.context["form"].errors
    assert _uses() == []


def test_one_file_at_a_time_and_ended_at_once(file: YoungPerson, colleague: User, client_of: ClientOf) -> None:
    client = client_of(colleague)
    _ask(client)

    assert "Du har allerede en sag åben" in _ask(client)
    client.post(END)

    assert client.get(SHOW).headers["Location"] == "/noedadgang/"
    assert len(_uses()) == 1
    assert _uses()[0].ended_at is not None
    # The database lets nobody hold two, either.
    again = _uses()[0]
    again.pk, again.ended_at = uuid4(), None
    with as_owner():
        again.save(force_insert=True)
        again.pk = uuid4()
        with pytest.raises(IntegrityError), transaction.atomic():
            again.save(force_insert=True)


def test_after_the_hour_there_is_nothing(file: YoungPerson, colleague: User, client_of: ClientOf) -> None:
    client = client_of(colleague)
    _ask(client)
    _turn_back(minutes=61)

    answer = client.get(SHOW)

    assert (answer.status_code, answer.headers["Location"]) == (302, "/noedadgang/")
    assert len(_lines("emergency_read")) == 1


def _turn_back(minutes: int) -> None:
    """Let the uses have been opened earlier: the database's clock travels with no test."""
    with as_owner():
        for use in EmergencyAccess.objects.all():
            use.opened_at -= timedelta(minutes=minutes)
            use.ends_at -= timedelta(minutes=minutes)
            use.save()


def _reached(actor_of: ActorOf, user: User, *, purpose: Purpose) -> dict[str, int]:
    """Count what somebody's session reads of every table of the file."""
    actor = actor_of(user).for_purpose(purpose)
    with acting_for(actor), connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM ctx.emergency_file()")
        counted = {"file": cursor.fetchone()[0]}
        counted |= {each.__name__: each.objects.count() for each in (YoungPerson, Concern, Fact, NamePart)}
    return counted


def test_the_database_opens_it_for_that_purpose_and_that_hour_alone(
    file: YoungPerson, colleague: User, client_of: ClientOf, actor_of: ActorOf
) -> None:
    nothing = {"file": 0, "YoungPerson": 0, "Concern": 0, "Fact": 0, "NamePart": 0}
    assert _reached(actor_of, colleague, purpose=Purpose.EMERGENCY) == nothing

    _ask(client_of(colleague))

    opened = _reached(actor_of, colleague, purpose=Purpose.EMERGENCY)
    assert (opened["file"], opened["Concern"], opened["NamePart"]) == (1, 1, 0)
    # Lists, searches and every other page act for another purpose.
    assert _reached(actor_of, colleague, purpose=Purpose.PREVENTION) == nothing
    another = rows.user(rows_unit_of(colleague), Role.CASE_WORKER, sign_in_name="nabo")
    assert _reached(actor_of, another, purpose=Purpose.EMERGENCY) == nothing

    _turn_back(minutes=61)
    assert _reached(actor_of, colleague, purpose=Purpose.EMERGENCY) == nothing


def rows_unit_of(user: User) -> Unit:
    """Give the unit of somebody's duty."""
    with as_owner():
        return user.duties.select_related("unit").get().unit


def _removed(cursor: CursorWrapper, table: str) -> int:
    """Count what a DELETE takes; where there is no grant, nothing."""
    try:
        with transaction.atomic():
            cursor.execute(f"DELETE FROM {table} WHERE id IS NOT NULL")
            return int(cursor.rowcount)
    except DatabaseError:
        return 0


def test_nothing_of_the_file_can_be_written(
    file: YoungPerson, colleague: User, client_of: ClientOf, actor_of: ActorOf
) -> None:
    _ask(client_of(colleague))
    actor = actor_of(colleague).for_purpose(Purpose.EMERGENCY)
    with as_owner():
        kept = [Concern.objects.get(), Fact.objects.first()]
    tables = ("concerns_youngperson", "concerns_concern", "concerns_fact", "concerns_namepart", "concerns_safeguard")

    with acting_for(actor), connection.cursor() as cursor:
        assert YoungPerson.objects.filter(pk=file.pk).update(is_narrow=True) == 0
        assert Concern.objects.filter(person_id=file.pk).update(closed_at=timezone.now()) == 0
        assert Fact.objects.filter(person_id=file.pk).update(withdrawn_at=timezone.now()) == 0
        assert CustodyHolder.objects.filter(person_id=file.pk).update(removed_at=timezone.now()) == 0
        assert [_removed(cursor, table) for table in tables] == [0] * len(tables)
        for row in kept:
            assert row is not None
            row.pk = uuid4()
            for column in ("opened_by", "written_by"):
                if hasattr(row, column):
                    setattr(row, column, actor.user_id)
            with pytest.raises(DatabaseError), transaction.atomic():
                row.save(force_insert=True)
        with pytest.raises(DatabaseError), transaction.atomic():
            Safeguard.objects.create(
                authority_id=actor.authority_id,
                person_id=file.pk,
                kind="honour",
                state="yes",
                stated_at=timezone.now(),
                stated_by=actor.user_id,
                stated_label="x",
            )


def test_the_most_private_stays_sealed(
    file: YoungPerson, colleague: User, client_of: ClientOf, actor_of: ActorOf
) -> None:
    with as_owner():
        keeper = actor_of(User.objects.get(sign_in_name="koordinator"))
    with acting_for(keeper):
        fact_about(file, keeper, words="Går i skole hver dag.")
        fact_about(file, keeper, words="Har været indlagt.", information_class="p5")

    page = _ask(client_of(colleague))

    assert "Går i skole hver dag." in page
    assert "Har været indlagt." not in page


@pytest.mark.parametrize("column", ["is_narrow", "moved_on"])
def test_narrow_and_restricted_files_are_like_none(
    column: str, file: YoungPerson, colleague: User, client_of: ClientOf
) -> None:
    client = client_of(colleague)
    nobody = _ask(client, cpr="610112-4322")
    with as_owner():
        YoungPerson.objects.update(**{column: True if column == "is_narrow" else timezone.localdate()})

    hidden = _ask(client)

    assert NOTHING in nobody
    assert _without_tokens(hidden) == _without_tokens(nobody)
    assert _uses() == []
    assert len(_lines("emergency_sought")) == 2


def _without_tokens(page: str) -> str:
    """Give what the page says, without what is new in each answer."""
    said = page[page.index("<main") : page.index("</main>")]
    return re.sub(rf'value="\w{{64}}"|{CPR}|610112-4322', "", said)


def test_a_file_that_turns_narrow_meanwhile_closes(file: YoungPerson, colleague: User, client_of: ClientOf) -> None:
    client = client_of(colleague)
    _ask(client)
    with as_owner():
        YoungPerson.objects.update(is_narrow=True)

    assert client.get(SHOW).status_code == 302


def test_another_authoritys_file_is_like_none(file: YoungPerson, vestegnen: Vestegnen, client_of: ClientOf) -> None:
    allowed(vestegnen.herlev, Role.CASE_WORKER)

    assert NOTHING in _ask(client_of(vestegnen.herlev_case_worker))
    assert _uses() == []


def test_whoever_looks_in_vain_too_often_is_stopped(file: YoungPerson, colleague: User, client_of: ClientOf) -> None:
    client = client_of(colleague)
    for number in range(2, 7):
        _ask(client, cpr=f"610112-432{number}")

    assert "ledt forgæves 5 gange" in _ask(client)
    assert _uses() == []


def test_a_file_in_reach_is_opened_the_ordinary_way(
    file: YoungPerson, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    allowed(vestegnen.gladsaxe, Role.COORDINATOR)

    page = _ask(client_of(vestegnen.coordinator))

    assert f"/unge/{file.pk}/" in page
    assert _uses() == []


@pytest.mark.usefixtures("file")
def test_a_role_without_it_learns_nothing(
    colleague: User, vestegnen: Vestegnen, client_of: ClientOf, actor_of: ActorOf
) -> None:
    allowed(vestegnen.gladsaxe, Role.LEADER)

    assert "har ikke givet din rolle nødadgang" in _ask(client_of(colleague))
    actor = actor_of(colleague)
    with acting_for(actor), pytest.raises(Refused, match="ikke givet din rolle"):
        open_file(cpr=read_cpr(CPR, today=timezone.localdate()), name="", reason=REASON, by=actor)
    with acting_for(actor), connection.cursor() as cursor:
        with as_owner():
            index = bytes(YoungPerson.objects.get().cpr_index or b"")
        cursor.execute("SELECT count(*) FROM ctx.emergency_find(%s, NULL)", [index])
        assert cursor.fetchone()[0] == 0
    for user in (vestegnen.street_worker, vestegnen.dpo, vestegnen.administrator):
        assert client_of(user).get(OPEN).status_code == 403
    officer = actor_of(vestegnen.dpo)
    with acting_for(officer), pytest.raises(NotPermitted):
        open_file(cpr=None, name=NAME, reason=REASON, by=officer)


def test_taking_the_role_away_closes_it_at_once(
    file: YoungPerson, colleague: User, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    client = client_of(colleague)
    _ask(client)
    allowed(vestegnen.gladsaxe)

    assert client.get(SHOW).status_code == 302


def test_owner_leader_and_officer_are_told_at_once_without_a_name(
    file: YoungPerson, colleague: User, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    _ask(client_of(colleague))

    [use] = _uses()
    with as_owner():
        told = list(Notice.objects.filter(kind="emergency_opened"))
    assert {(each.user_id, each.role, each.unit_id) for each in told} == {
        (vestegnen.coordinator.pk, "", None),
        (None, "leader", vestegnen.gladsaxe_ssp.pk),
        (None, "dpo", None),
    }
    assert {each.path for each in told} == {f"/noedadgang/{use.pk}/"}
    assert "røvesen" not in all_words()
    assert CPR not in all_words()


def test_nobody_writes_a_use_by_hand_beyond_the_hour_or_of_another_owner(
    file: YoungPerson, colleague: User, vestegnen: Vestegnen, actor_of: ActorOf
) -> None:
    actor, now = actor_of(colleague), timezone.now()
    right: dict[str, Any] = {
        "authority_id": actor.authority_id,
        "person_id": file.pk,
        "unit_id": file.unit_id,
        "lead_id": file.lead_id,
        "user_id": actor.user_id,
        "user_label": "x",
        "reason": REASON,
        "opened_at": now,
        "ends_at": now + timedelta(minutes=60),
        "due_on": timezone.localdate() + timedelta(days=2),
    }
    wrong: list[dict[str, Any]] = [
        {"ends_at": now + timedelta(minutes=90)},
        {"due_on": timezone.localdate() + timedelta(days=90)},
        {"lead_id": colleague.pk},
        {"unit_id": vestegnen.gladsaxe_street.pk},
        {"user_id": vestegnen.coordinator.pk},
    ]
    with acting_for(actor):
        for each in wrong:
            with pytest.raises(DatabaseError), transaction.atomic():
                EmergencyAccess.objects.create(**{**right, **each})
        EmergencyAccess.objects.create(**right)


@pytest.mark.usefixtures("file")
def test_an_unreviewed_use_suspends_in_the_database_too(
    colleague: User, vestegnen: Vestegnen, client_of: ClientOf, actor_of: ActorOf
) -> None:
    use_by(colleague, vestegnen.gladsaxe_ssp, due_on=timezone.localdate() - timedelta(days=1))

    assert "Din nødadgang hviler" in _ask(client_of(colleague))
    with acting_for(actor_of(colleague)), connection.cursor() as cursor:
        cursor.execute("SELECT ctx.may_break_glass()")
        assert cursor.fetchone() == (False,)
