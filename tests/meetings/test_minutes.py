"""Minutes: they write themselves, seats answer once, and fixed bytes take nothing more, in the database too."""

from __future__ import annotations

from datetime import timedelta
from hashlib import sha256
from io import BytesIO

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone
from pypdf import PdfReader

from rundbord.access.refusal import Refused
from rundbord.access.session import acting_for
from rundbord.audit import Event, own_entries
from rundbord.meetings import actions
from rundbord.meetings.models import AgendaItem, Approval, Meeting, MeetingEntry, Minutes
from rundbord.meetings.queries import meeting_of
from rundbord.meetings.vocabulary import Verdict
from rundbord.notices.models import Notice
from tests.database import as_owner
from tests.factories import meetings as rows
from tests.factories.situations import ActorOf, ClientOf, Vestegnen


@pytest.fixture
def held(vestegnen: Vestegnen) -> Meeting:
    """A meeting that is over, with one note and both seats filled."""
    now = timezone.now()
    meeting = rows.meeting(
        rows.forum(vestegnen, vestegnen.local_police), state="ended", begun_at=now - timedelta(hours=1), ended_at=now
    )
    with as_owner():
        item = AgendaItem.objects.get(meeting=meeting, position=2)
    rows.entry(item, vestegnen.gladsaxe_ssp, "Lygterne er slukket.")
    rows.present(meeting)
    return meeting


def _answer(client_of: ClientOf, user: object, meeting: Meeting, **fields: str) -> object:
    page = client_of(user).get(f"/moeder/{meeting.pk}/referat/")  # type: ignore[arg-type]
    [seat] = page.context["form"].seats
    return client_of(user).post(  # type: ignore[arg-type]
        f"/moeder/{meeting.pk}/referat/", {"seat": seat, "verdict": "approved", **fields}
    )


def test_ending_a_meeting_asks_every_seat_for_an_answer(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    meeting = rows.meeting(rows.forum(vestegnen, vestegnen.local_police))
    leader = client_of(vestegnen.secretary)
    leader.post(f"/moeder/{meeting.pk}/begynd/")

    answer = leader.post(f"/moeder/{meeting.pk}/slut/")

    assert answer["Location"] == f"/moeder/{meeting.pk}/referat/"
    with as_owner():
        told = set(Notice.objects.filter(kind="minutes_wait").values_list("unit__name", flat=True))
    assert told == {"SSP Gladsaxe", "Lokalpolitiet"}


def test_when_all_have_answered_the_minutes_are_fixed_as_bytes_with_their_digest(
    vestegnen: Vestegnen, held: Meeting, client_of: ClientOf, actor_of: ActorOf
) -> None:
    leader = client_of(vestegnen.secretary)
    _answer(client_of, vestegnen.secretary, held)
    early = leader.post(f"/moeder/{held.pk}/referat/fastlaas/").content.decode()
    _answer(client_of, vestegnen.officer, held, verdict="objected", remark="Vi sagde i aften, ikke i morgen.")

    leader.post(f"/moeder/{held.pk}/referat/fastlaas/")

    assert "1 plads mangler at svare" in early
    given = client_of(vestegnen.officer).get(f"/moeder/{held.pk}/referat.pdf").content
    words = " ".join(page.extract_text() for page in PdfReader(BytesIO(given)).pages)
    assert "Lygterne er slukket." in words
    assert "Vi sagde i aften, ikke i morgen." in words
    assert "til stede" in words
    with as_owner():
        minutes = Minutes.objects.get()
    assert bytes(minutes.digest) == sha256(given).digest()
    with acting_for(actor_of(vestegnen.officer)):
        assert own_entries(event=Event.MINUTES_FETCHED)


def test_nothing_is_added_to_fixed_minutes(vestegnen: Vestegnen, held: Meeting, actor_of: ActorOf) -> None:
    officer, secretary = actor_of(vestegnen.officer), actor_of(vestegnen.secretary)
    with as_owner():
        Meeting.objects.filter(pk=held.pk).update(ended_at=timezone.now() - timedelta(days=8))
        item = AgendaItem.objects.select_related("meeting__forum").get(meeting=held, position=2)
        own = item.meeting.forum.seats.get(unit=vestegnen.local_police)
    with acting_for(secretary):
        actions.fix_minutes(meeting_of(held.pk), by=secretary)

    with acting_for(officer):
        with pytest.raises(DatabaseError), transaction.atomic():
            MeetingEntry.objects.create(
                partnership=vestegnen.partnership,
                forum_id=held.forum_id,
                meeting=held,
                item=item,
                authority=vestegnen.police,
                unit=vestegnen.local_police,
                unit_name="-",
                text="Et ord mere",
                at=timezone.now(),
            )
        with pytest.raises(DatabaseError), transaction.atomic():
            Approval.objects.create(
                partnership=vestegnen.partnership,
                forum_id=held.forum_id,
                meeting=held,
                authority=vestegnen.police,
                seat=own,
                verdict="approved",
                at=timezone.now(),
            )
    with acting_for(secretary):
        assert Meeting.objects.filter(pk=held.pk).update(place="Et andet sted") == 0
        assert AgendaItem.objects.filter(meeting=held).update(is_postponed=True) == 0
        with pytest.raises(DatabaseError), transaction.atomic():
            Minutes.objects.update(content=b"-")
        with pytest.raises(Refused, match="fastlåst"):
            actions.fix_minutes(meeting_of(held.pk), by=secretary)


def test_words_come_too_late_once_somebody_has_approved(
    vestegnen: Vestegnen, held: Meeting, client_of: ClientOf
) -> None:
    _answer(client_of, vestegnen.secretary, held)
    with as_owner():
        item = AgendaItem.objects.get(meeting=held, position=2)

    shown = client_of(vestegnen.officer).post(
        f"/moeder/{held.pk}/", {"item": str(item.pk), "text": "Vi går en tur til"}
    )

    assert "Skriv det som en bemærkning" in shown.content.decode()


def test_a_remark_needs_its_words(vestegnen: Vestegnen, held: Meeting, client_of: ClientOf) -> None:
    answer = _answer(client_of, vestegnen.officer, held, verdict="objected")

    assert "Skriv, hvad der skal stå anderledes" in answer.content.decode()  # type: ignore[attr-defined]
    with as_owner():
        assert not Approval.objects.exists()


def test_nobody_answers_for_the_seat_of_others(vestegnen: Vestegnen, held: Meeting, actor_of: ActorOf) -> None:
    officer = actor_of(vestegnen.officer)
    with as_owner():
        other = held.forum.seats.get(unit=vestegnen.gladsaxe_ssp)

    with acting_for(officer), pytest.raises(Refused, match="jeres egne"):
        actions.answer_minutes(meeting_of(held.pk), other, Verdict.APPROVED, by=officer)


def test_changed_bytes_are_given_to_nobody(
    vestegnen: Vestegnen, held: Meeting, actor_of: ActorOf, client_of: ClientOf
) -> None:
    secretary = actor_of(vestegnen.secretary)
    with as_owner():
        Meeting.objects.filter(pk=held.pk).update(ended_at=timezone.now() - timedelta(days=8))
    with acting_for(secretary):
        actions.fix_minutes(meeting_of(held.pk), by=secretary)
    with as_owner():
        Minutes.objects.update(content=b"noget andet")

    answer = client_of(vestegnen.officer).get(f"/moeder/{held.pk}/referat.pdf")

    assert "passer ikke til sit segl" in answer.content.decode()
