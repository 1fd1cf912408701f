"""A yes to somebody outside the table, by name and for a purpose: letters keep to it, and withdrawal takes all back."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.refusal import Refused
from rundbord.access.roles import Role
from rundbord.access.session import acting_for
from rundbord.audit import Event
from rundbord.concerns import actions
from rundbord.concerns.jobs import take_back_without_consent
from rundbord.concerns.models import Consent, Fact, YoungPerson
from rundbord.concerns.queries.proposals import Wish
from rundbord.concerns.rules.consenting import (
    GivenConsent,
    is_same_outsider,
    outsiders_as_text,
    outsiders_from_text,
)
from rundbord.notices.models import Notice
from rundbord.sharing import queries
from rundbord.sharing.actions import withdraw_told
from rundbord.sharing.models import Disclosure, DisclosureCorrection
from rundbord.sharing.vocabulary import Capacity, DisclosurePurpose, LegalBasis
from tests.concerns.files import file_on
from tests.database import as_owner
from tests.factories import rows
from tests.factories.situations import ActorOf, ClientOf, Vestegnen
from tests.logs import all_words, logged
from tests.sharing.telling import Table, copy_of, table_of

MENTOR = "Mentor Eksempel"
WHY = "Mentoren skal vide, hvornår han træner, så de kan følges ad to gange om ugen."
DAY = timedelta(days=1)


@pytest.fixture
def table(vestegnen: Vestegnen, actor_of: ActorOf) -> Table:
    return table_of(vestegnen, actor_of)


@pytest.fixture
def person(table: Table) -> YoungPerson:
    """Gladsaxe follows somebody."""
    return file_on(table.gladsaxe)


def _consent(person: YoungPerson, by: Actor, **changes: Any) -> Consent:
    today = timezone.localdate()
    given = GivenConsent(
        **{
            "given_by": ["person", "custody_holder"],
            "recipients": [],
            "outsiders": ((Capacity.MENTOR, MENTOR),),
            "purposes": [DisclosurePurpose.EARLY_HELP.value],
            "classes": ["p1", "p2"],
            "given_on": today,
            "valid_until": today + 30 * DAY,
            "is_free": True,
            "is_informed": True,
            **changes,
        }
    )
    with acting_for(by):
        return actions.record_consent(person, given, is_written=True, by=by)


def _tell(person: YoungPerson, by: Actor, **changes: Any) -> int:
    with acting_for(by):
        wish = Wish(
            **{
                "purpose": DisclosurePurpose.EARLY_HELP,
                "necessity": WHY,
                "basis": LegalBasis.CONSENT,
                "facts": frozenset({str(Fact.objects.filter(person=person).latest("written_at").pk)}),
                "outsiders": ((Capacity.MENTOR, MENTOR),),
                **changes,
            }
        )
        return actions.disclose_facts(person, wish, by=by)


def _withdraw(consent: Consent, by: Actor) -> None:
    with acting_for(by):
        actions.withdraw_consent(consent.pk, by=by)


def _recalled() -> set[Any]:
    with as_owner():
        return set(DisclosureCorrection.objects.filter(kind="withdrawn").values_list("disclosure_id", flat=True))


def test_it_is_written_down_in_words_and_sealed(person: YoungPerson, vestegnen: Vestegnen, client_of: ClientOf) -> None:
    client, today = client_of(vestegnen.coordinator), timezone.localdate()
    sent = {
        "given_by": ["person", "custody_holder"],
        "outside_kind_1": "landlord",
        "outside_name_1": "Udlejer Eksempel",
        "purposes": ["early_help"],
        "classes": ["p2"],
        "given_on": today.isoformat(),
        "valid_until": (today + 30 * DAY).isoformat(),
        "is_free": "on",
        "is_informed": "on",
    }

    answer = client.post(f"/unge/{person.pk}/samtykke/", sent)

    assert answer.status_code == 302
    page = client.get(f"/unge/{person.pk}/").content.decode()
    assert "Udlejer Eksempel (udlejer)" in page
    assert "Tidlig hjælp til et barn eller en ung" in page
    with as_owner():
        [consent] = Consent.objects.all()
        assert b"Udlejer" not in bytes(consent.outsiders or b"")
        assert consent.recipients == []
    assert "Udlejer Eksempel" not in all_words()


def test_somebody_without_a_name_or_a_kind_is_put_right_before_it_is_kept(
    person: YoungPerson, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    client = client_of(vestegnen.coordinator)

    page = client.post(f"/unge/{person.pk}/samtykke/", {"outside_kind_1": "mentor", "outside_name_2": "Nogen"})

    assert {"outside_name_1", "outside_kind_2", "purposes", "is_free"} <= set(page.context["form"].errors)
    with as_owner():
        assert not Consent.objects.exists()


def test_a_letter_goes_to_whom_the_consent_names(person: YoungPerson, table: Table) -> None:
    consent = _consent(person, table.gladsaxe)

    assert _tell(person, table.gladsaxe, outsiders=((Capacity.MENTOR, " mentor  EKSEMPEL "),)) == 1

    with as_owner():
        [told] = Disclosure.objects.all()
        assert told.rests_on == consent.pk
        assert told.expires_on == consent.valid_until


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"outsiders": ((Capacity.MENTOR, "En anden"),)}, "Samtykket nævner ikke"),
        ({"outsiders": ((Capacity.ASSOCIATION, MENTOR),)}, "Samtykket nævner ikke"),
        ({"purpose": DisclosurePurpose.CRIME_PREVENTION}, "Samtykket er givet til et andet formål"),
    ],
)
def test_another_name_kind_or_purpose_is_not_agreed_to(
    changes: dict[str, Any], sentence: str, person: YoungPerson, table: Table
) -> None:
    _consent(person, table.gladsaxe)

    with pytest.raises(Refused, match=sentence):
        _tell(person, table.gladsaxe, **changes)


def test_what_ended_yesterday_or_was_taken_back_holds_no_more(person: YoungPerson, table: Table) -> None:
    consent = _consent(person, table.gladsaxe)
    with as_owner():
        Consent.objects.update(given_on=timezone.localdate() - 9 * DAY, valid_until=timezone.localdate() - DAY)
    with pytest.raises(Refused, match="gælder ikke i dag"):
        _tell(person, table.gladsaxe)
    with as_owner():
        Consent.objects.update(valid_until=timezone.localdate() + DAY)
    _withdraw(consent, table.gladsaxe)

    with pytest.raises(Refused, match="trukket tilbage"):
        _tell(person, table.gladsaxe)


def test_withdrawal_takes_back_the_copy_and_the_letter_in_the_same_act(
    person: YoungPerson, table: Table, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    consent = _consent(person, table.gladsaxe, recipients=[vestegnen.herlev_ssp.pk])
    _tell(person, table.gladsaxe, units=frozenset({str(vestegnen.herlev_ssp.pk)}))
    with as_owner():
        letter, copied = Disclosure.objects.order_by("recipient_unit__name").reverse()
        letter, copied = (letter, copied) if letter.recipient_unit_id is None else (copied, letter)
    client = client_of(vestegnen.coordinator)
    assert client.get(f"/videregivet/{letter.pk}/brev/").status_code == 200

    _withdraw(consent, table.gladsaxe)
    _withdraw(consent, table.gladsaxe)

    assert _recalled() == {letter.pk, copied.pk}
    with acting_for(table.herlev):
        assert queries.received_view(queries.received_of(copy_of(copied).pk)).row.is_taken_back
    with as_owner():
        assert DisclosureCorrection.objects.count() == 2
        assert Notice.objects.filter(kind="disclosure_corrected", unit=vestegnen.herlev_ssp).exists()
    _letter_is_no_more(client, letter)
    assert logged(Event.CONSENT_WITHDRAWN, about=person) == 1
    assert logged(Event.DISCLOSURE_RECALLED, about=letter) == 1


def _letter_is_no_more(client: Client, letter: Disclosure) -> None:
    for path in ("brev/", "brev.pdf", "aflevering/"):
        assert client.get(f"/videregivet/{letter.pk}/{path}").status_code == 404
    page = client.get(f"/videregivet/{letter.pk}/").content.decode()
    assert "Kaldt tilbage" in page
    assert "Se brevet" not in page


def test_what_rests_on_another_ground_or_another_consent_stays(
    person: YoungPerson, table: Table, vestegnen: Vestegnen
) -> None:
    consent = _consent(person, table.gladsaxe)
    other = _consent(person, table.gladsaxe, outsiders=((Capacity.MENTOR, "En anden"),))
    _tell(person, table.gladsaxe, outsiders=((Capacity.MENTOR, "En anden"),))

    _withdraw(consent, table.gladsaxe)

    assert _recalled() == set()
    with as_owner():
        assert Disclosure.objects.get().rests_on == other.pk


def test_the_night_takes_back_what_the_withdrawing_colleague_does_not_see(
    person: YoungPerson, table: Table, vestegnen: Vestegnen, actor_of: ActorOf
) -> None:
    consent = _consent(person, table.gladsaxe)
    _tell(person, table.gladsaxe)
    with as_owner():
        Disclosure.objects.update(readers=[table.gladsaxe.user_id])
    colleague = actor_of(rows.user(vestegnen.gladsaxe_ssp, Role.CASE_WORKER))
    _withdraw(consent, colleague)
    assert _recalled() == set()

    take_back_without_consent(0)
    take_back_without_consent(0)

    with as_owner():
        assert _recalled() == {Disclosure.objects.get().pk}
        assert DisclosureCorrection.objects.count() == 1


def test_another_authority_takes_back_nothing(person: YoungPerson, table: Table) -> None:
    consent = _consent(person, table.gladsaxe)
    _tell(person, table.gladsaxe)
    stranger = replace(table.police)

    with acting_for(stranger):
        assert withdraw_told([consent.pk], by=stranger) == 0
    assert _recalled() == set()


def test_outsiders_are_read_back_as_they_were_written() -> None:
    named = [(Capacity.MENTOR, "Mentor Eksempel"), (Capacity.LANDLORD, "Udlejer")]

    assert outsiders_from_text(outsiders_as_text(named)) == named
    assert outsiders_from_text("") == []
    assert outsiders_from_text("Mor Eksempel") == [(Capacity.OTHER, "Mor Eksempel")]


@pytest.mark.parametrize(
    ("other", "is_same"),
    [
        ((Capacity.MENTOR, "mentor   eksempel"), True),
        ((Capacity.MENTOR, "Mentor Eksempelsen"), False),
        ((Capacity.NETWORK, "Mentor Eksempel"), False),
    ],
)
def test_a_name_is_the_same_whatever_its_spaces_and_capitals(other: tuple[Capacity, str], is_same: bool) -> None:
    assert is_same_outsider((Capacity.MENTOR, MENTOR), other) is is_same
