"""A letter about an exit case, to whom the consent names and who reads nothing here: judged, printed, asked back."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO
from typing import Any
from uuid import uuid4

import pytest
from django.db import DatabaseError, transaction
from django.test import Client
from django.utils import timezone
from pypdf import PdfReader

from rundbord.access.actor import Actor, system_of
from rundbord.access.refusal import Refused
from rundbord.access.session import acting_for
from rundbord.audit import Event
from rundbord.identity.models import User
from rundbord.interventions.actions import exits
from rundbord.interventions.exit_vocabulary import ExitRecallCause, ExitSide, ExitState
from rundbord.interventions.models import ExitCase, ExitConsent, ExitDelivery, ExitLetter
from rundbord.interventions.queries.exits import exit_letter_view, letters_of, outsiders_named
from rundbord.sharing.vocabulary import Capacity, DeliveryManner, LegalBasis
from tests.database import as_owner
from tests.factories.situations import ActorOf, ClientOf, Vestegnen
from tests.interventions.exits import (
    CPR,
    NAME,
    WORDS,
    agreed,
    agreed_by_letter,
    consent,
    coordinator,
    fresh,
    letter_by,
    letter_wish,
)
from tests.logs import all_words, logged

MENTOR = ("mentor", "Mentor Mentorsen")


@pytest.fixture
def user(vestegnen: Vestegnen) -> User:
    return coordinator(vestegnen.gladsaxe_ssp, "Kommunens koordinator")


@pytest.fixture
def own(user: User, actor_of: ActorOf) -> Actor:
    return actor_of(user)


@pytest.fixture
def client(user: User, client_of: ClientOf) -> Client:
    return client_of(user)


def _letter(letter: ExitLetter, by: Actor) -> ExitLetter:
    with acting_for(by):
        return ExitLetter.objects.select_related("case").get(pk=letter.pk)


def test_a_coordinator_without_a_seat_is_told_in_a_letter_under_the_exit_declaration(own: Actor) -> None:
    letter = letter_by(own)

    with acting_for(own):
        view = exit_letter_view(letter)
    assert view.content is not None
    assert [line.text for line in view.content.lines][-1] == WORDS
    assert (view.content.name, view.content.cpr) == (NAME, "")
    assert view.row.to_whom == f"KANARIEFUGL-koordinatoren, {Capacity.PROBATION.label}"
    assert letter.basis == LegalBasis.CONSENT_EXIT.value
    assert letter.expires_on <= timezone.localdate() + timedelta(days=366)
    assert logged(Event.EXIT_LETTER_WRITTEN, about=letter) == 1
    assert "KANARIEFUGL" not in all_words()


def test_another_whom_the_consent_names_is_told_what_is_private_and_nothing_of_the_case(own: Actor) -> None:
    case = agreed_by_letter(own, outside_name_1=MENTOR)

    with acting_for(own):
        with pytest.raises(Refused) as refused:
            exits.write_letter(case, letter_wish(case, 1, parts=frozenset({"status"})), by=own)
        letter = exits.write_letter(case, letter_wish(case, 1), by=own)

    assert any("Status" in sentence for sentences in refused.value.reasons.values() for sentence in sentences)
    assert letter.basis == LegalBasis.CONSENT.value


def test_a_landlord_needs_nothing_private(own: Actor) -> None:
    case = agreed_by_letter(own, outside_name_1=("landlord", "Udlejer Udlejersen"))

    with acting_for(own), pytest.raises(Refused):
        exits.write_letter(case, letter_wish(case, 1), by=own)


@pytest.mark.parametrize(
    ("changed", "field"), [({"to": None}, "readers"), ({"necessity": "Kort."}, "necessity"), ({"role": None}, "role")]
)
def test_everything_that_stands_against_it_is_said(changed: dict[str, Any], field: str, own: Actor) -> None:
    case = agreed_by_letter(own)

    with acting_for(own), pytest.raises(Refused) as refused:
        exits.write_letter(case, letter_wish(case, **changed), by=own)

    assert field in refused.value.reasons


def test_nobody_whom_the_consent_does_not_name_is_written_to(own: Actor) -> None:
    case = agreed_by_letter(own)

    with acting_for(own):
        with pytest.raises(Refused):
            exits.write_letter(case, letter_wish(case, to=uuid4()), by=own)
        right = exits.write_letter(case, letter_wish(case), by=own)
        right.pk, right.outsider_id = uuid4(), uuid4()
        with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
            right.save(force_insert=True)


def test_a_consent_without_letters_lets_nobody_be_written_to(own: Actor) -> None:
    case = agreed(own)

    with acting_for(own):
        assert outsiders_named(case) == []


@pytest.mark.parametrize(
    ("letters", "field"),
    [
        ({"others": {"outside_name_1": ("", "Kun et navn")}}, "outside_name_1"),
        ({"others": {"outside_name_1": ("mentor", "")}}, "outside_name_1"),
        ({"others": {"outside_name_1": MENTOR, "outside_name_2": MENTOR}}, "by_letter"),
        ({"sides": [ExitSide.POLICE, ExitSide.PROBATION]}, "by_letter"),
    ],
)
def test_whom_a_consent_names_for_letters_is_named_wholly(letters: dict[str, object], field: str, own: Actor) -> None:
    case, by_letter = agreed(own), exits.ByLetter(**letters)  # type: ignore[arg-type]

    with acting_for(own), pytest.raises(Refused) as refused:
        exits.give_consent(case, consent(), signer=exits.Signer(name=NAME, cpr=CPR), by_letter=by_letter, by=own)

    assert field in refused.value.reasons


def test_how_it_was_handed_over_and_received_is_noted(own: Actor) -> None:
    letter = letter_by(own)

    with acting_for(own):
        exits.note_delivery(letter, DeliveryManner.IN_HAND, timezone.localdate(), by=own)
        exits.note_delivery(letter, DeliveryManner.RECEIPT, timezone.localdate(), by=own)
        [row] = letters_of(letter.case)

    assert row.is_received
    assert logged(Event.EXIT_DELIVERY_NOTED, about=letter) == 2


@pytest.mark.parametrize("days", [-1, 1])
def test_neither_before_it_was_written_nor_ahead_of_time(days: int, own: Actor) -> None:
    letter = letter_by(own)

    with acting_for(own), pytest.raises(Refused, match="Dagen"):
        exits.note_delivery(letter, DeliveryManner.IN_HAND, timezone.localdate() + timedelta(days=days), by=own)


def test_only_what_was_asked_back_comes_back(own: Actor) -> None:
    letter = letter_by(own)

    with acting_for(own):
        with pytest.raises(Refused, match="ikke kaldt tilbage"):
            exits.note_delivery(letter, DeliveryManner.RETURNED, timezone.localdate(), by=own)
        exits.ask_back(letter, ExitRecallCause.WRONG, by=own)
        letter = _letter(letter, own)
        exits.note_delivery(letter, DeliveryManner.RETURNED, timezone.localdate(), by=own)
        [row] = letters_of(letter.case)
        with pytest.raises(Refused, match="allerede kaldt tilbage"):
            exits.ask_back(letter, ExitRecallCause.WRONG, by=own)
        with pytest.raises(Refused, match="kaldt tilbage"):
            exits.print_letter(letter, by=own)

    assert row.is_returned
    assert logged(Event.EXIT_RECALLED, about=letter) == 1


def test_a_withdrawn_consent_asks_every_letter_back_at_once(own: Actor) -> None:
    letter = letter_by(own)

    with acting_for(own):
        exits.withdraw_consent(letter.case, by=own)

    assert _letter(letter, own).cause == ExitRecallCause.WITHDRAWN.value


def test_so_does_the_end_of_the_case(own: Actor) -> None:
    letter = letter_by(own)

    with acting_for(own):
        exits.move_case(fresh(letter.case, own), ExitState.BROKEN_OFF, reason=WORDS, by=own)

    assert _letter(letter, own).cause == ExitRecallCause.ENDED.value


@pytest.mark.parametrize(("sides", "stands"), [([ExitSide.PROBATION], True), ([], False)])
def test_a_renewed_consent_asks_back_what_it_does_not_carry(sides: list[ExitSide], stands: bool, own: Actor) -> None:
    letter = letter_by(own)

    with acting_for(own):
        by_letter = exits.ByLetter(sides=sides)
        exits.give_consent(letter.case, consent(), signer=exits.Signer(name=NAME), by_letter=by_letter, by=own)

    assert (_letter(letter, own).taken_back_at is None) is stands


def test_nothing_is_written_once_the_consent_is_withdrawn(own: Actor) -> None:
    case = agreed_by_letter(own)
    with acting_for(own):
        wish = letter_wish(case)
        exits.withdraw_consent(case, by=own)

        with pytest.raises(Refused):
            exits.write_letter(case, wish, by=own)


@pytest.mark.parametrize("who", ["coordinator", "leader", "officer", "dpo", "administrator", "outsider"])
def test_nobody_else_reaches_a_letter(who: str, own: Actor, vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    letter = letter_by(own)
    with acting_for(own):
        exits.note_delivery(letter, DeliveryManner.IN_HAND, timezone.localdate(), by=own)

    with acting_for(actor_of(getattr(vestegnen, who))):
        assert not ExitLetter.objects.exists()
        assert not ExitDelivery.objects.exists()


def test_nor_another_exit_coordinator_of_the_authority(own: Actor, vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    letter_by(own)

    with acting_for(actor_of(coordinator(vestegnen.gladsaxe_ssp, "En anden koordinator"))):
        assert not ExitLetter.objects.exists()


def test_the_night_takes_letters_with_their_case(own: Actor) -> None:
    letter = letter_by(own)
    with acting_for(own):
        exits.note_delivery(letter, DeliveryManner.IN_HAND, timezone.localdate(), by=own)
    with as_owner():
        ExitCase.objects.filter(pk=letter.case_id).update(delete_on=timezone.localdate())

    system = system_of(own.authority_id)
    with acting_for(system):
        assert exits.delete_gone_cases(by=system) == 1

    with as_owner():
        assert not ExitLetter.objects.exists()
        assert not ExitConsent.objects.exists()


def test_from_consent_to_receipt_on_the_screens(own: Actor, client: Client) -> None:
    case = agreed_by_letter(own)
    page = client.get(f"/exit/{case.pk}/").content.decode()
    assert f'href="/exit/{case.pk}/brev/"' in page
    assert "Må få brev" in page
    with acting_for(own):
        [to] = outsiders_named(case)

    refused = client.post(f"/exit/{case.pk}/brev/", {"necessity": "", "grade": "seen"})
    assert refused.status_code == 200
    sent = {
        **{"readers": str(to.key), "parts": ["status"], "words": WORDS, "grade": "seen", "role": "concern"},
        "necessity": "Koordinatoren skal kunne aftale et sikkert sted at mødes.",
    }
    assert client.post(f"/exit/{case.pk}/brev/", sent).status_code == 302

    with as_owner():
        letter = ExitLetter.objects.get()
    address = f"/exit/brev/{letter.pk}/"
    assert WORDS in client.get(address).content.decode()
    pdf = client.get(f"{address}pdf/")
    text = "".join(leaf.extract_text() for leaf in PdfReader(BytesIO(pdf.content)).pages)
    assert pdf["Content-Disposition"] == 'attachment; filename="brev.pdf"'
    assert NAME in text
    assert CPR[:6] not in text
    assert logged(Event.EXIT_LETTER_PRINTED, about=letter) == 1
    handed = {"manner": "receipt", "on": timezone.localdate().isoformat()}
    assert client.post(f"{address}afleveret/", handed)["Location"] == address
    assert "Kvitteret" in client.get(f"/exit/{case.pk}/").content.decode()
    assert client.post(f"{address}kald-tilbage/", {"cause": "wrong"}).status_code == 302
    assert "Kaldt tilbage: bed om brevet" in client.get(address).content.decode()
    assert client.get(f"{address}pdf/").status_code == 404


def test_the_consent_form_names_them(own: Actor, client: Client) -> None:
    case = agreed(own)
    sent = {
        **{"name": NAME, "cpr": "650599-1234", "given_on": timezone.localdate().isoformat(), "months": "6"},
        **{"municipality": "Koordinator A", "police": "Koordinator B", "probation": "Koordinator C"},
        **{"by_letter": ["probation"], "outside_kind_1": "mentor", "outside_name_1": MENTOR[1]},
        **{"is_written": "on", "is_informed": "on", "is_free": "on"},
    }

    assert client.post(f"/exit/{case.pk}/samtykke/", sent).status_code == 302

    with acting_for(own):
        named = outsiders_named(fresh(case, own))
    assert [(each.name, each.capacity, each.is_coordinator) for each in named] == [
        ("Koordinator C", Capacity.PROBATION, True),
        (MENTOR[1], Capacity.MENTOR, False),
    ]
