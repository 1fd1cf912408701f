"""An area's status: police and SSP each say, and it stands when both say the same."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID

import pytest
from django.test import Client

from rundbord.access.session import acting_for
from rundbord.audit import Event, own_entries
from rundbord.identity.vocabulary import AuthorityKind
from rundbord.partnership.models import AreaAssessment
from rundbord.partnership.queries import standings
from rundbord.partnership.rules import Standing, Word, objections_to_assessing
from rundbord.partnership.vocabulary import AreaStatus
from tests.database import as_owner
from tests.factories.situations import ActorOf, ClientOf, Vestegnen

MONDAY, TUESDAY = datetime(2026, 11, 16, 9, tzinfo=UTC), datetime(2026, 11, 17, 9, tzinfo=UTC)
HERE, ELSEWHERE = UUID(int=1), UUID(int=2)


def _said(status: AreaStatus, at: datetime = MONDAY) -> Word:
    return Word(status=status, said_at=at)


@pytest.mark.parametrize(
    ("standing", "sentence", "stands"),
    [
        (Standing(), "Ikke vurderet", None),
        (Standing(police=_said(AreaStatus.CALM)), "Politiet: Roligt · SSP: ikke vurderet", None),
        (
            Standing(police=_said(AreaStatus.CALM), ssp=_said(AreaStatus.WATCHED)),
            "Politiet: Roligt · SSP: Følges tæt",
            None,
        ),
        (
            Standing(police=_said(AreaStatus.GANG_FREE), ssp=_said(AreaStatus.GANG_FREE, TUESDAY)),
            "Bandefrit",
            AreaStatus.GANG_FREE,
        ),
    ],
)
def test_a_status_stands_when_both_say_the_same(standing: Standing, sentence: str, stands: AreaStatus | None) -> None:
    assert standing.sentence == sentence
    assert standing.status is stands
    assert standing.since == (TUESDAY if stands else None)


@pytest.mark.parametrize(
    ("kind", "authority_id", "words"),
    [
        (AuthorityKind.POLICE, ELSEWHERE, ""),
        (AuthorityKind.MUNICIPALITY, HERE, ""),
        (AuthorityKind.MUNICIPALITY, ELSEWHERE, "en anden kommune"),
        (AuthorityKind.HOUSING, HERE, "Kun politi og kommuner"),
        (AuthorityKind.OTHER, HERE, "Kun politi og kommuner"),
    ],
)
def test_ssp_speaks_for_its_own_municipality(kind: AuthorityKind, authority_id: UUID, words: str) -> None:
    objections = objections_to_assessing(
        kind=kind, authority_id=authority_id, area_authority_id=HERE, area_kind=AuthorityKind.MUNICIPALITY
    )

    assert words in str(objections)
    assert bool(words) is bool(objections)


def _assess(client: Client, vestegnen: Vestegnen, status: AreaStatus, reason: str = "Roligt på stedet.") -> str:
    fields = {"status": status.value, "reason": reason}
    return client.post(f"/omraader/{vestegnen.station.pk}/vurder/", fields, follow=True).content.decode()


def test_both_sides_together_make_an_area_gang_free(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    police = _assess(client_of(vestegnen.officer), vestegnen, AreaStatus.GANG_FREE)
    ssp = _assess(client_of(vestegnen.coordinator), vestegnen, AreaStatus.GANG_FREE)

    assert "Status står fast, når begge siger det samme." in police
    assert "Politi og SSP siger det samme" in ssp
    assert "1 er bandefrit" in client_of(vestegnen.leader).get("/omraader/").content.decode()


def test_the_history_keeps_every_word_with_its_reason(
    vestegnen: Vestegnen, client_of: ClientOf, actor_of: ActorOf
) -> None:
    client = client_of(vestegnen.officer)
    _assess(client, vestegnen, AreaStatus.TENSE, "To grupper ved stationen hver aften.")

    text = _assess(client, vestegnen, AreaStatus.CALM, "Ingen grupper i to uger.")

    assert text.index("Ingen grupper i to uger.") < text.index("To grupper ved stationen hver aften.")
    with acting_for(actor_of(vestegnen.officer)):
        police = standings()[vestegnen.station.pk].police
        events = [entry.event for entry in own_entries()]
    assert police is not None
    assert police.status is AreaStatus.CALM
    assert events.count(Event.AREA_ASSESSED) == 2


def test_a_person_in_the_reason_is_stopped_with_the_words(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    text = _assess(client_of(vestegnen.officer), vestegnen, AreaStatus.TENSE, "Bilen AB 12 345 holder der hver aften.")

    assert "AB 12 345" in text
    with as_owner():
        assert not AreaAssessment.objects.exists()


def test_another_municipality_does_not_assess(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    text = _assess(client_of(vestegnen.herlev_case_worker), vestegnen, AreaStatus.CALM)

    assert "en anden kommune" in text
    with as_owner():
        assert not AreaAssessment.objects.exists()


def test_a_reporter_does_not_assess(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    assert client_of(vestegnen.street_worker).get(f"/omraader/{vestegnen.station.pk}/vurder/").status_code == 403
