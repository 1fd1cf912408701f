"""A sudden event begins from an incident, and stands in the next picture with the safety notices that hold."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from rundbord.access.session import acting_for
from rundbord.alerts import actions
from rundbord.partnership.vocabulary import Audience
from rundbord.situation.queries.drafts import draft_picture
from tests.factories import rows
from tests.factories.situations import ActorOf, ClientOf, Vestegnen


def test_an_incident_leads_to_the_card_filled_with_what_it_knows(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    incident = rows.incident(vestegnen.partnership, vestegnen.police, heading="Skud ved stationen")
    client = client_of(vestegnen.officer)

    shown = client.get(f"/haendelser/{incident.pk}/").content.decode()
    card = client.get(f"/pludseligt/ny/?haendelse={incident.pk}&overskrift=Skud+ved+stationen").content.decode()

    assert "Åbn som pludselig hændelse" in shown
    assert 'value="Skud ved stationen"' in card
    assert str(incident.pk) in card


def test_a_narrow_incident_does_not_lead_to_a_card_that_all_parties_read(
    vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    incident = rows.incident(vestegnen.partnership, vestegnen.police, audience=Audience.AUTHORITY)

    shown = client_of(vestegnen.officer).get(f"/haendelser/{incident.pk}/").content.decode()

    assert "Åbn som pludselig hændelse" not in shown


def test_the_next_picture_tells_what_is_known_and_who_is_warned(
    vestegnen: Vestegnen, actor_of: ActorOf, client_of: ClientOf
) -> None:
    officer, now = actor_of(vestegnen.officer), timezone.now()
    with acting_for(officer):
        actions.raise_event(
            actions.Raised(
                title="Skud ved stationen",
                happened_at=now - timedelta(minutes=20),
                reported_at=now - timedelta(minutes=15),
                known="Tre skud er hørt.",
                unknown="Hvem der stod bag.",
                area=vestegnen.station,
            ),
            by=officer,
        )
        actions.send_notice(
            actions.Warned(
                title="Gå to sammen ved stationen",
                text="Gå to sammen efter kl. 18.",
                valid_from=now,
                valid_until=now + timedelta(days=1),
                units=[vestegnen.local_police],
            ),
            by=officer,
        )
    coordinator = actor_of(vestegnen.coordinator)
    with acting_for(coordinator):
        groups = draft_picture(coordinator).edition.threads

    shown = client_of(vestegnen.coordinator).get("/situationsbillede/kladde/").content.decode()
    assert [group.label for group in groups] == ["Pludselige hændelser", "Sikkerhedsbeskeder"]
    assert groups[0].threads[0].lines[1:] == (
        "Ikke set endnu.",
        "Det ved vi: Tre skud er hørt.",
        "Det ved vi ikke: Hvem der stod bag.",
    )
    assert "0 af 1 enheder har kvitteret." in shown
