"""What conflicts tell elsewhere: the picture, an area's page, the black-out."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone
from django.utils.formats import date_format

from rundbord.access.session import acting_for
from rundbord.conflicts import queries
from rundbord.conflicts.models import (
    Conflict,
    GroupIdentity,
    RetaliationWindow,
    RiskPoint,
    TensionChange,
    Weighing,
)
from rundbord.conflicts.rules.telling import Changes, changes_in_words
from rundbord.partnership.vocabulary import Audience
from rundbord.situation.queries.stored_copies import copies_of
from tests.database import as_owner
from tests.factories import conflicts, rows
from tests.factories.situations import ActorOf, ClientOf, Vestegnen
from tests.queries import own_queries

SINCE = timedelta(hours=24)


@pytest.fixture
def burning(vestegnen: Vestegnen) -> Conflict:
    """A conflict of a week, with a night in which much happened."""
    now = timezone.now()
    conflict = conflicts.conflict(
        vestegnen.partnership,
        vestegnen.gladsaxe_ssp,
        areas=(vestegnen.station, vestegnen.park),
        opened_at=now - timedelta(days=7),
        review_due_at=now - timedelta(hours=1),
        tension="acute",
        urgency=0,
    )
    conflicts.event(conflict, is_confirmed=True)
    conflicts.event(conflict, withdrawn_at=now, withdrawn_why="Det var fyrværkeri.")
    conflicts.event(conflict, at=now - timedelta(days=6), happened_at=now - timedelta(days=6))
    old = {"at": now - timedelta(days=6)}
    conflicts.hypothesis(conflict, **old)
    conflicts.hypothesis(conflict, words="En gammel gæld.", motive="debt", confidence="weak", **old)
    expired = conflicts.hypothesis(conflict, words="En krænkelse.", expires_at=now - timedelta(hours=1), **old)
    with as_owner():
        for at, level in ((now - timedelta(days=7), "high"), (now - timedelta(hours=2), "acute")):
            TensionChange.objects.create(**conflicts.part(conflict, at=at), tension=level, reason=f"Derfor {level}.")
        Weighing.objects.create(
            **conflicts.part(conflict, **old),
            hypothesis=expired,
            confidence="fair",
            reason="Set før.",
            expires_at=expired.expires_at,
        )
        RetaliationWindow.objects.create(
            **conflicts.part(conflict),
            trigger="Skuddene i nat",
            opens_at=now - timedelta(hours=2),
            closes_at=now + timedelta(hours=70, minutes=30),
        )
        for words, day in (("Retsmøde", 4), ("Kamp i går", -1)):
            RiskPoint.objects.create(
                **conflicts.part(conflict, **old),
                kind="trial",
                words=words,
                area=vestegnen.station,
                starts_on=timezone.localdate() + timedelta(days=day),
            )
    return conflict


def test_the_picture_tells_how_a_conflict_stands_and_what_changed_since_the_last_one(
    burning: Conflict, vestegnen: Vestegnen, actor_of: ActorOf
) -> None:
    now = timezone.now()
    conflicts.identity(conflicts.group(burning, "A"), vestegnen.police)

    with acting_for(actor_of(vestegnen.officer)):
        [told] = queries.told_in_picture(since=now - SINCE, until=now)

    day = date_format(timezone.localdate() + timedelta(days=4), "j. F")
    assert (told.title, told.tension, told.tension_reason) == (burning.title, "Akut", "Derfor acute.")
    assert told.areas == ("Parken", "Stationen")
    assert told.changes == (
        "Spænding fra høj til akut",
        "1 ny hændelse (bekræftet)",
        "1 gengældelsesvindue sat",
    )
    assert told.hypotheses == (
        "Territorium, rimelig tiltro: Grupperne vil begge have pladsen foran stationen.",
        "Gæld, svag tiltro: En gammel gæld.",
    )
    assert told.windows == ("Skuddene i nat: 2 døgn og 22 timer tilbage",)
    assert told.risks == (f"{day} · Retsmøde eller dom · Retsmøde · Stationen",)
    assert told.is_review_overdue
    assert (told.audience, told.authority_id) == (Audience.PARTIES, vestegnen.gladsaxe.pk)
    assert "Nordgruppen" not in str(told)


def test_a_conflict_closed_since_the_last_picture_is_told_once_more_and_then_no_longer(
    vestegnen: Vestegnen, actor_of: ActorOf
) -> None:
    now = timezone.now()
    opened_at = now - timedelta(days=50)
    for title, hours in (("I nat", 3), ("For længst", 90)):
        conflicts.conflict(
            vestegnen.partnership,
            vestegnen.gladsaxe_ssp,
            title=title,
            opened_at=opened_at,
            closed_at=now - timedelta(hours=hours),
        )

    with acting_for(actor_of(vestegnen.coordinator)):
        told = queries.told_in_picture(since=now - SINCE, until=now)

    assert [(each.title, each.is_closed, each.changes) for each in told] == [("I nat", True, ("Afsluttet",))]


def test_where_every_hypothesis_has_expired_the_picture_says_that(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    now = timezone.now()
    conflict = conflicts.conflict(vestegnen.partnership, vestegnen.gladsaxe_ssp)
    conflicts.hypothesis(conflict, expires_at=now - timedelta(days=1))

    with acting_for(actor_of(vestegnen.coordinator)):
        [told] = queries.told_in_picture(since=now - SINCE, until=timezone.now())

    assert told.hypotheses == ("Alle hypoteser er udløbet og skal vurderes igen",)


def test_the_picture_asks_a_fixed_number_of_queries(burning: Conflict, vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    now, actor = timezone.now(), actor_of(vestegnen.coordinator)
    counted = []
    for number in (0, 8):
        for _ in range(number):
            conflicts.event(conflicts.conflict(vestegnen.partnership, vestegnen.gladsaxe_ssp))
        with own_queries() as asked, acting_for(actor):
            queries.told_in_picture(since=now - SINCE, until=now + SINCE)
        counted.append(len(asked))

    assert counted[0] == counted[1] <= 18


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        (Changes(), []),
        (Changes(is_new=True, tension_after="Høj", events=2), ["Ny konflikt", "2 nye hændelser"]),
        (Changes(events=1), ["1 ny hændelse (ubekræftet)"]),
        (Changes(events=3, confirmed=3), ["3 nye hændelser (alle bekræftet)"]),
        (Changes(events=3, confirmed=1), ["3 nye hændelser (1 bekræftet)"]),
        (Changes(tension_before="Høj", tension_after="Høj"), ["Spænding vurderet igen: høj"]),
        (Changes(tension_before="Akut", tension_after="Lav"), ["Spænding fra akut til lav"]),
        (Changes(is_reopened=True, steps=2, reviews=1), ["Åbnet igen", "2 nye skridt", "1 gennemgang"]),
        (
            Changes(new_hypotheses=1, weighed=2, new_windows=1, new_risks=3),
            [
                "1 gengældelsesvindue sat",
                "1 ny hypotese",
                "2 hypoteser vurderet igen",
                "3 nye steder eller dage i risiko",
            ],
        ),
    ],
)
def test_changes_read_in_plain_danish(changes: Changes, words: list[str]) -> None:
    assert changes_in_words(changes) == words


def test_an_area_tells_its_conflicts_open_ones_first(
    burning: Conflict, vestegnen: Vestegnen, actor_of: ActorOf
) -> None:
    columns = {"areas": (vestegnen.station,)}
    conflicts.conflict(vestegnen.partnership, vestegnen.gladsaxe_ssp, title="Lav", urgency=3, **columns)
    conflicts.conflict(
        vestegnen.partnership, vestegnen.gladsaxe_ssp, title="Forbi", closed_at=timezone.now(), **columns
    )
    conflicts.conflict(vestegnen.partnership, vestegnen.gladsaxe_ssp, title="Et andet sted", areas=())
    conflicts.conflict(vestegnen.partnership, vestegnen.local_police, title="Skjult", audience="authority", **columns)

    with acting_for(actor_of(vestegnen.herlev_case_worker)):
        found = [row.conflict.title for row in queries.conflicts_of_area(vestegnen.station.pk)]

    assert found == [burning.title, "Lav", "Forbi"]


def test_an_incident_leads_to_the_conflicts_of_its_area_first(
    burning: Conflict, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    conflicts.conflict(
        vestegnen.partnership, vestegnen.herlev_ssp, title="I parken", areas=(vestegnen.park,), urgency=0
    )
    conflicts.conflict(vestegnen.partnership, vestegnen.herlev_ssp, title="Et andet sted", urgency=0)
    client = client_of(vestegnen.coordinator)
    link = f"?haendelse=7a0b2d1e-8c61-4f6c-9b39-3f1f0a9f0001&overskrift=Skud&omraade={vestegnen.park.pk}"

    shown = client.get(f"/konflikter/vaelg/{link}").content.decode()

    assert shown.index("I parken") < shown.index("Et andet sted")
    assert f"/konflikter/{burning.pk}/haendelse/?haendelse=7a0b2d1e" in shown
    assert client.get("/konflikter/vaelg/?omraade=intet").status_code == 200


def test_a_black_out_reaches_the_words_of_conflicts_and_no_identity(
    burning: Conflict, vestegnen: Vestegnen, actor_of: ActorOf
) -> None:
    """Who a group is is read by an action that logs it; the police put that right themselves."""
    conflicts.event(burning, words="Set med Kaptajnen ved kiosken.")
    conflicts.hypothesis(burning, words="Kaptajnen vil have pladsen.")
    group = conflicts.group(burning, "A", "Kaptajnens folk")
    conflicts.identity(group, vestegnen.police, "Kaptajnens gruppe")
    conflicts.clearance(burning, vestegnen.police, vestegnen.gladsaxe, unit=vestegnen.gladsaxe_ssp)
    actor = actor_of(vestegnen.coordinator)

    with acting_for(actor):
        found = copies_of(["Kaptajnens", "Kaptajnen"], actor=actor)
        for row, changes in found.rows:
            type(row)._base_manager.filter(pk=row.pk).update(**changes)

    assert {type(row).__name__ for row, _ in found.rows} == {"ConflictEvent", "Hypothesis", "ConflictGroup"}
    with as_owner():
        assert "Kaptajnen" in GroupIdentity.objects.get().name
        group.refresh_from_db()
        assert "Kaptajnen" not in group.label


@pytest.mark.parametrize(("audience", "leads"), [(Audience.PARTIES, True), (Audience.AUTHORITY, False)])
def test_an_incident_that_all_parties_read_leads_into_a_conflict(
    *, audience: Audience, leads: bool, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    incident = rows.incident(vestegnen.partnership, vestegnen.gladsaxe, audience=audience, heading="Skud ved stationen")

    shown = client_of(vestegnen.coordinator).get(f"/haendelser/{incident.pk}/").content.decode()

    assert ("Føj til en konflikt" in shown) is leads
    assert (f"/konflikter/vaelg/?haendelse={incident.pk}" in shown) is leads


def test_a_new_conflict_from_an_incident_goes_on_to_tell_it_as_the_first_event(
    vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    link = "?haendelse=7a0b2d1e-8c61-4f6c-9b39-3f1f0a9f0001&overskrift=Skud+ved+stationen"
    fields = {
        "title": "Uro ved stationen",
        "kind": "revenge",
        "started_on": timezone.localdate(),
        "areas": [vestegnen.station.pk],
        "owner": vestegnen.gladsaxe_ssp.pk,
        "tension": "acute",
        "reason": "Skud i nat, og gengældelse ventes.",
        "audience": "parties",
    }
    client = client_of(vestegnen.coordinator)

    answer = client.post(f"/konflikter/ny/{link}", fields)

    assert answer["Location"].endswith(f"/haendelse/{link}")
    assert "Skud ved stationen" in client.get(answer["Location"]).content.decode()
