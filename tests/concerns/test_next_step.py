"""What comes next with a concern: fixed words and a day, by which lists and reminders go."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils import timezone

from rundbord.access.refusal import Refused
from rundbord.access.session import acting_for
from rundbord.audit import Event
from rundbord.concerns import actions
from rundbord.concerns.actions import ClosingWords
from rundbord.concerns.models import Concern
from rundbord.concerns.rules.next_steps import objections_to_next_step
from rundbord.concerns.vocabulary import NextStep
from tests.concerns.files import file_on
from tests.database import as_owner
from tests.factories.situations import ActorOf, ClientOf, Vestegnen
from tests.logs import entries_of

DAY = date(2026, 11, 30)


@pytest.mark.parametrize(
    ("step", "on", "fields"),
    [
        ("talk", DAY, set()),
        ("talk", DAY + timedelta(days=90), set()),
        ("talk", DAY + timedelta(days=91), {"on"}),
        ("talk", DAY - timedelta(days=1), {"on"}),
        ("", None, {"step", "on"}),
    ],
)
def test_a_next_step_has_words_and_a_day(step: str, on: date | None, fields: set[str]) -> None:
    assert set(objections_to_next_step(step=step, on=on, today=DAY)) == fields


def test_the_responsible_decides_and_the_list_goes_by_the_new_day(
    vestegnen: Vestegnen, actor_of: ActorOf, client_of: ClientOf
) -> None:
    by = actor_of(vestegnen.coordinator)
    person = file_on(by)
    with acting_for(by):
        concern = Concern.objects.get()
    day = timezone.localdate() + timedelta(days=12)

    page = f"/unge/{person.pk}/bekymring/{concern.pk}/naeste/"
    assert client_of(vestegnen.coordinator).post(page, {"step": "talk", "on": day.isoformat()}).status_code == 302

    with as_owner():
        found = Concern.objects.get()
    assert (found.next_step, found.next_on) == (NextStep.TALK.label, day)
    assert len(entries_of(Event.NEXT_STEP_SET, user=vestegnen.coordinator)) == 1
    assert client_of(vestegnen.officer).get(page).status_code == 404


def test_nothing_comes_after_the_end(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    by = actor_of(vestegnen.coordinator)
    file_on(by)
    with acting_for(by):
        concern = Concern.objects.get()
        note = "Aftalerne er fulgt, og den unge går til fodbold igen."
        actions.close_concern(concern, ClosingWords(outcome="settled", note=note), by=by)
        with pytest.raises(Refused, match="afsluttet"):
            actions.set_next_step(concern, "talk", on=timezone.localdate(), by=by)
