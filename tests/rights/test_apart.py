"""What goes along, what is answered apart, what the log says, and what goes when a file is deleted."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor, system_of
from rundbord.access.session import acting_for
from rundbord.audit import Event
from rundbord.concerns.models import YoungPerson
from rundbord.identity.models import User
from rundbord.keys.actions import destroy_data_key
from rundbord.keys.places import place_of
from rundbord.keys.queries import open_key
from rundbord.logcontrol.rules.reads import CONTROLLED
from rundbord.rights.actions import Decided, answer, decide, decide_group, let_go
from rundbord.rights.models import GatheredItem, RightsRequest
from rundbord.rights.queries.items import ItemView, items_of, to_decide
from rundbord.rights.queries.requests import opened
from rundbord.rights.rules.keeping import stays_without_file
from rundbord.rights.rules.purposes import NOT_TOLD, PURPOSES
from rundbord.rights.vocabulary import ItemDecision, ItemGroup, WithholdBasis
from tests.concerns.attaching import WORDS, attachment_to
from tests.concerns.files import SEEN, fact_about
from tests.database import as_owner
from tests.factories.situations import ActorOf, ClientOf, Vestegnen
from tests.rights.asking import asked_by, gathered, registrar
from tests.rights.test_gathering import known_by

TEACHER = "Klasselæreren på Eksempelskolen"
GIVE = Decided(decision=ItemDecision.GIVE)
HOLD = Decided(decision=ItemDecision.WITHHOLD, basis=WithholdBasis.OTHERS)


@pytest.fixture
def clerk(vestegnen: Vestegnen) -> User:
    """Gladsaxe's registrar."""
    return registrar(vestegnen.gladsaxe_ssp)


def _items(request: RightsRequest, by: Actor) -> list[ItemView]:
    with acting_for(by):
        return items_of(opened(request))


def _told_by_a_teacher(ours: Actor) -> YoungPerson:
    """A file with a fact that a teacher told, and an attachment that the teacher sent."""
    person = known_by(ours)
    with acting_for(ours):
        fact = fact_about(person, ours, words="Kom for sent hele ugen.")
        source = open_key(person.data_key_id).seal(TEACHER, at=place_of(fact, "source"))
    with as_owner():
        type(fact).objects.filter(pk=fact.pk).update(source=source)
    attachment_to(person, ours, source=TEACHER)
    return person


def test_what_is_attached_goes_along_and_who_told_it_is_decided_on_apart(
    clerk: User, vestegnen: Vestegnen, actor_of: ActorOf, client_of: ClientOf
) -> None:
    desk, client = actor_of(clerk), client_of(clerk)
    _told_by_a_teacher(actor_of(vestegnen.coordinator))
    request = gathered(asked_by(desk))
    notifiers = [each for each in _items(request, desk) if each.group is ItemGroup.NOTIFIER]
    attached = next(each for each in _items(request, desk) if each.item.attached_form)

    assert len(notifiers) == 2
    assert not any(TEACHER in each.text for each in _items(request, desk) if each.group is not ItemGroup.NOTIFIER)
    form = client.get(f"/rettigheder/{request.pk}/{notifiers[0].item.pk}/").context["form"]
    assert (form.initial["decision"], form.initial["basis"]) == ("withhold", "dbl22_2_9")
    with acting_for(desk):
        decide_group(request, ItemGroup.OWN, GIVE, by=desk)
        # Who told it is never handed out by deciding on the whole group.
        assert decide_group(request, ItemGroup.NOTIFIER, GIVE, by=desk) == 0
        decide_group(request, ItemGroup.NOTIFIER, HOLD, by=desk)
    assert client.get(f"/rettigheder/{request.pk}/udtraek/")["Content-Type"].startswith("application/json")
    with acting_for(desk):
        decide(request, attached.item.pk, GIVE, by=desk)
        answer(request, by=desk)

    taken = client.get(f"/rettigheder/{request.pk}/udtraek/")

    with ZipFile(BytesIO(taken.content)) as parts:
        assert parts.namelist() == ["udtraek.json", "bilag-1.txt"]
        assert parts.read("bilag-1.txt").decode() == WORDS
        extract = parts.read("udtraek.json").decode()
    assert "bilag-1.txt" in extract
    assert TEACHER not in extract
    assert "§ 22, stk. 2, nr. 9" in extract


def test_every_controlled_reading_has_a_purpose_in_words_or_a_reason_not_to_be_told() -> None:
    assert set(PURPOSES) | NOT_TOLD >= CONTROLLED
    assert not set(PURPOSES) & NOT_TOLD


def test_a_reading_is_told_with_its_own_purpose_and_an_earlier_request_too(
    clerk: User, vestegnen: Vestegnen, actor_of: ActorOf, client_of: ClientOf
) -> None:
    desk, ours = actor_of(clerk), actor_of(vestegnen.coordinator)
    person = known_by(ours)
    earlier = gathered(asked_by(desk))
    client_of(clerk).get(f"/rettigheder/{earlier.pk}/")
    with acting_for(desk):
        for group in to_decide(items_of(opened(earlier))):
            decide_group(earlier, group.group, HOLD, by=desk)
        answer(earlier, by=desk)
    with acting_for(ours):
        audit.record(Event.CPR_REVEALED, about=person, by=ours)
        audit.record(Event.EMERGENCY_READ, about=person, by=ours)

    told = [
        line for each in _items(gathered(asked_by(desk)), desk) if each.group is ItemGroup.LOG for line in each.lines
    ]

    said = " ".join(words for _, words in told)
    for purpose in ("den rigtige person", "nødadgang", "anmodning fra dig om indsigt"):
        assert purpose in said
    assert vestegnen.gladsaxe_ssp.name in said
    for user in (vestegnen.coordinator, clerk):
        assert user.name not in said


@pytest.mark.parametrize(
    ("decision", "outcome", "today", "is_closed", "stays"),
    [
        ("", "", date(2026, 12, 1), False, True),
        ("give", "", date(2026, 12, 2), False, False),
        ("give", "answered", date(2027, 3, 1), True, True),
        ("part", "answered", date(2027, 3, 1), True, True),
        ("withhold", "answered", date(2027, 3, 1), True, False),
        ("give", "withdrawn", date(2026, 11, 30), True, False),
    ],
)
def test_what_may_outlive_its_file(decision: str, outcome: str, today: date, *, is_closed: bool, stays: bool) -> None:
    due_on = date(2026, 12, 1)

    kept = stays_without_file(decision=decision, outcome=outcome, due_on=due_on, is_closed=is_closed, today=today)

    assert kept is stays


def test_the_night_takes_what_was_gathered_from_a_deleted_file_but_not_what_was_handed_out(
    clerk: User, vestegnen: Vestegnen, actor_of: ActorOf
) -> None:
    desk, ours = actor_of(clerk), actor_of(vestegnen.coordinator)
    person = known_by(ours)
    with acting_for(ours):
        fact_about(person, ours, words="Bror til Testine var også med.", names_others=True)
    answered, waiting = gathered(asked_by(desk)), gathered(asked_by(desk))
    given = next(each for each in _items(answered, desk) if each.lines and each.lines[0][1] == SEEN)
    with acting_for(desk):
        decide(answered, given.item.pk, GIVE, by=desk)
        decide_group(answered, ItemGroup.OWN, HOLD, by=desk)
        answer(answered, by=desk)
    machine = system_of(vestegnen.gladsaxe.pk)
    with acting_for(machine):
        assert let_go(by=machine) == 0
        destroy_data_key(YoungPerson.objects.get(pk=person.pk).data_key, by=machine)
        held = _count(waiting)

        went = let_go(by=machine)

        assert went > 0
        assert _count(waiting) == held
        assert let_go(by=machine) == 0
    with as_owner():
        left = GatheredItem.objects.filter(request=answered, root_id__isnull=False).exclude(group="log")
        assert [row.pk for row in left] == [given.item.pk]
        RightsRequest.objects.filter(pk=waiting.pk).update(answer_by=timezone.localdate().replace(year=2020, day=1))
    with acting_for(machine):
        let_go(by=machine)
        assert not GatheredItem.objects.filter(request=waiting, root_id__isnull=False).exists()


def _count(request: RightsRequest, **where: Any) -> int:
    return GatheredItem.objects.filter(request=request, **where).count()
