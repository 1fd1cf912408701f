"""The course of a conflict: events, tension, motives, windows, risks, steps, reviews, closing; and its page."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from rundbord.access.refusal import NotPermitted, Refused
from rundbord.access.session import acting_for
from rundbord.audit import Event, own_entries
from rundbord.conflicts import actions
from rundbord.conflicts.models import (
    Conflict,
    ConflictEvent,
    ConflictStep,
    Evidence,
    Hypothesis,
    RetaliationWindow,
    Review,
    RiskPoint,
    StatusChange,
    TensionChange,
    Weighing,
)
from rundbord.conflicts.vocabulary import Confidence, Tension
from rundbord.tasks.models import Task
from tests.database import as_owner
from tests.factories import conflicts
from tests.factories.situations import ActorOf, ClientOf, Vestegnen
from tests.queries import own_queries


@pytest.fixture
def conflict(vestegnen: Vestegnen) -> Conflict:
    made = conflicts.conflict(
        vestegnen.partnership,
        vestegnen.gladsaxe_ssp,
        areas=(vestegnen.station,),
        opened_at=timezone.now() - timedelta(days=40),
        review_due_at=timezone.now() + timedelta(hours=10),
    )
    conflicts.group(made, "A", "omkring torvet")
    conflicts.group(made, "B", "omkring skolen")
    return made


def _told(vestegnen: Vestegnen, **changes: Any) -> dict[str, Any]:
    return {
        "happened_at": (timezone.localtime() - timedelta(hours=3)).strftime("%Y-%m-%dT%H:%M"),
        "kind": "shooting",
        "severity": "life",
        "words": "Skud mod en opgang. Ingen kom til skade.",
        "area": vestegnen.station.pk,
        "place_text": "Stationsvej",
        "reliability": "a",
        "credibility": "1",
        "is_confirmed": "on",
        **changes,
    }


def test_an_event_stands_in_the_course_on_the_map_and_in_the_table_and_ends_the_quiet(
    conflict: Conflict, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    client = client_of(vestegnen.officer)
    before = client.get(f"/konflikter/{conflict.pk}/").content.decode()

    client.post(f"/konflikter/{conflict.pk}/haendelse/", _told(vestegnen))

    page = client_of(vestegnen.herlev_case_worker).get(f"/konflikter/{conflict.pk}/")
    shown = page.content.decode()
    assert "Er konflikten forbi?" in before
    assert "Er konflikten forbi?" not in shown
    assert "Altid pålidelig kilde, bekræftet af andre kilder (A1)" in shown
    assert "Stationsvej, Stationen" in shown
    [point] = page.context["map_points"]["features"]
    assert point["properties"]["kind"] == "confirmed"
    assert point["properties"]["precision_m"] == 500
    with as_owner():
        assert ConflictEvent.objects.get().unit_id == vestegnen.local_police.pk


def test_an_event_keeps_the_incident_it_comes_from(
    conflict: Conflict, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    client = client_of(vestegnen.officer)
    number = "7a0b2d1e-8c61-4f6c-9b39-3f1f0a9f0001"
    link = f"/konflikter/{conflict.pk}/haendelse/?haendelse={number}&overskrift=Skud+ved+stationen"
    form = client.get(link).context["form"]
    assert str(form["incident_id"].value()) == number

    client.post(link, _told(vestegnen, incident_id=number, incident_words="Skud ved stationen"))

    shown = client.get(f"/konflikter/{conflict.pk}/").content.decode()
    assert f'href="/haendelser/{number}/">Skud ved stationen</a>' in shown


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"happened_at": "2099-01-01T10:00"}, "Tidspunktet ligger i fremtiden"),
        ({"words": "Ahmed Jensen skød mod opgangen."}, "Ahmed Jensen"),
        ({"reliability": ""}, "Dette felt er påkrævet"),
    ],
)
def test_an_event_that_cannot_stand_is_explained(
    *, changed: dict[str, Any], sentence: str, conflict: Conflict, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    client = client_of(vestegnen.officer)

    shown = client.post(f"/konflikter/{conflict.pk}/haendelse/", _told(vestegnen, **changed)).content.decode()

    assert sentence in shown
    with as_owner():
        assert not ConflictEvent.objects.exists()


def test_an_event_told_by_mistake_is_withdrawn_with_a_reason_and_does_not_break_the_quiet(
    conflict: Conflict, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    client = client_of(vestegnen.officer)
    client.post(f"/konflikter/{conflict.pk}/haendelse/", _told(vestegnen))
    with as_owner():
        event = ConflictEvent.objects.get()
    address = f"/konflikter/{conflict.pk}/haendelse/{event.pk}/"

    refused = client.post(address, {"act": "withdraw", "reason": ""}).content.decode()
    client.post(address, {"act": "withdraw", "reason": "Det var fyrværkeri, ikke skud."})

    assert "Skriv kort, hvorfor" in refused
    shown = client.get(f"/konflikter/{conflict.pk}/").content.decode()
    assert "Trukket tilbage: Det var fyrværkeri, ikke skud." in shown
    assert "Er konflikten forbi?" in shown
    again = client.post(address, {"act": "confirm", "reason": ""}).content.decode()
    assert "allerede trukket tilbage" in again


def test_a_rumour_is_confirmed_later(conflict: Conflict, vestegnen: Vestegnen, client_of: ClientOf) -> None:
    event = conflicts.event(conflict)

    client_of(vestegnen.coordinator).post(f"/konflikter/{conflict.pk}/haendelse/{event.pk}/", {"act": "confirm"})

    with as_owner():
        assert ConflictEvent.objects.get().is_confirmed


def test_a_tension_is_a_persons_word_and_all_are_kept(
    conflict: Conflict, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    client = client_of(vestegnen.coordinator)
    address = f"/konflikter/{conflict.pk}/spaending/"

    for tension, seen, reason in (
        ("high", "raised", "Vold to gange på et døgn."),
        ("acute", "high", "Skud i nat; gengældelse ventes."),
    ):
        client.post(address, {"tension": tension, "seen": seen, "reason": reason})

    shown = client.get(f"/konflikter/{conflict.pk}/").content.decode()
    assert "Spænding: Akut" in shown
    assert "Spænding: Høj" in shown
    with as_owner():
        standing = Conflict.objects.get()
        assert (standing.tension, standing.urgency) == ("acute", 0)
        assert TensionChange.objects.count() == 2


def test_nobody_overrules_a_tension_unseen(conflict: Conflict, vestegnen: Vestegnen, client_of: ClientOf) -> None:
    address = f"/konflikter/{conflict.pk}/spaending/"
    given = {"tension": "low", "seen": "raised", "reason": "Roligt hele ugen, siger klubben."}
    client_of(vestegnen.officer).post(
        address, {"tension": "acute", "seen": "raised", "reason": "Skud i nat; gengældelse ventes."}
    )

    page = client_of(vestegnen.coordinator).post(address, given)

    shown = page.content.decode()
    assert "En anden har imens vurderet spændingen til »Akut«" in shown
    assert "Roligt hele ugen, siger klubben." in shown
    assert page.context["form"]["seen"].value() == "acute"
    with as_owner():
        assert Conflict.objects.get().tension == "acute"


def test_of_two_at_the_same_moment_the_database_lets_one_judge(
    conflict: Conflict, vestegnen: Vestegnen, actor_of: ActorOf
) -> None:
    actor = actor_of(vestegnen.coordinator)
    with acting_for(actor):
        actions.set_tension(conflict, Tension.HIGH, reason="Vold to gange på et døgn.", seen="raised", by=actor)

    with acting_for(actor), pytest.raises(Refused, match="imens vurderet spændingen til »Høj«"):
        actions.set_tension(conflict, Tension.LOW, reason="Roligt hele ugen.", seen="raised", by=actor)


def _hypothesis(**changes: Any) -> dict[str, Any]:
    return {
        "motive": "territory",
        "words": "Grupperne vil begge have pladsen foran stationen.",
        "confidence": "fair",
        "reason": "Set af to klubber og af gadeteamet.",
        "days": "14",
        **changes,
    }


def test_a_hypothesis_has_what_speaks_for_and_against_with_grades_and_units(
    conflict: Conflict, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    coordinator, officer = client_of(vestegnen.coordinator), client_of(vestegnen.officer)
    evidence = {"evidence": "Begge grupper møder op samtidig.", "reliability": "b", "credibility": "2"}
    coordinator.post(f"/konflikter/{conflict.pk}/hypotese/", _hypothesis(confidence="strong", **evidence))
    with as_owner():
        hypothesis = Hypothesis.objects.get()

    officer.post(
        f"/konflikter/{conflict.pk}/hypotese/{hypothesis.pk}/holdepunkt/",
        {
            "side": "against",
            "words": "De seneste tre optrin skete et helt andet sted.",
            "known_on": timezone.localdate(),
            "reliability": "a",
            "credibility": "1",
        },
    )

    shown = coordinator.get(f"/konflikter/{conflict.pk}/").content.decode()
    assert "Taler for (1)" in shown
    assert "Taler imod (1)" in shown
    assert "Som regel pålidelig kilde, sandsynligvis rigtigt (B2)" in shown
    with as_owner():
        assert {each.unit_id for each in Evidence.objects.all()} == {
            vestegnen.gladsaxe_ssp.pk,
            vestegnen.local_police.pk,
        }


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"confidence": "strong"}, "Intet holdepunkt taler for endnu"),
        ({"reason": ""}, "Dette felt er påkrævet"),
        ({"evidence": "Set af en klub."}, "hvor god kilden til holdepunktet er"),
    ],
)
def test_a_hypothesis_that_stands_on_too_little_is_refused(
    *, changed: dict[str, Any], sentence: str, conflict: Conflict, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    client = client_of(vestegnen.coordinator)

    shown = client.post(f"/konflikter/{conflict.pk}/hypotese/", _hypothesis(**changed)).content.decode()

    assert sentence in shown
    assert "pladsen foran stationen" in shown


def test_a_hypothesis_expires_unless_somebody_renews_it(
    conflict: Conflict, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    hypothesis = conflicts.hypothesis(conflict, expires_at=timezone.now() - timedelta(hours=1))
    client = client_of(vestegnen.coordinator)
    before = client.get(f"/konflikter/{conflict.pk}/").content.decode()

    client.post(
        f"/konflikter/{conflict.pk}/hypotese/{hypothesis.pk}/vurder/",
        {"confidence": "weak", "reason": "Kun ét rygte holder stadig.", "days": "7"},
    )

    after = client.get(f"/konflikter/{conflict.pk}/").content.decode()
    assert "Udløbet (var rimelig)" in before
    assert "Udløbet" not in after
    with as_owner():
        assert Weighing.objects.get().confidence == Confidence.WEAK
        assert Hypothesis.objects.get().expires_at > timezone.now() + timedelta(days=6)


def test_a_hypothesis_that_does_not_hold_is_dropped_and_stays_in_the_file(
    conflict: Conflict, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    hypothesis = conflicts.hypothesis(conflict)
    client = client_of(vestegnen.coordinator)
    one = f"/konflikter/{conflict.pk}/hypotese/{hypothesis.pk}"

    client.post(f"{one}/opgiv/", {"reason": "Begge grupper er holdt op med at komme der."})

    shown = client.get(f"/konflikter/{conflict.pk}/").content.decode()
    assert "Opgivet" in shown
    assert "Hypotese opgivet" in shown
    late = client.post(f"{one}/vurder/", {"confidence": "weak", "reason": "Måske alligevel.", "days": "7"})
    assert "Hypotesen er opgivet" in late.content.decode()


def test_a_retaliation_window_counts_down_in_list_and_file_and_is_ended_with_a_reason(
    conflict: Conflict, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    client = client_of(vestegnen.officer)
    now = timezone.localtime().replace(second=0, microsecond=0)
    client.post(
        f"/konflikter/{conflict.pk}/vindue/",
        {
            "trigger": "Skuddene ved stationen",
            "opens_at": now.strftime("%Y-%m-%dT%H:%M"),
            "closes_at": (now + timedelta(hours=72)).strftime("%Y-%m-%dT%H:%M"),
            "reason": "Sidst kom svaret efter to døgn.",
        },
    )
    listed = client.get("/konflikter/").content.decode()
    shown = client.get(f"/konflikter/{conflict.pk}/").content.decode()
    with as_owner():
        window = RetaliationWindow.objects.get()

    client.post(f"/konflikter/{conflict.pk}/vindue/{window.pk}/luk/", {"reason": "Grupperne har mæglet i dag."})

    assert "Gengældelse frygtes" in listed
    assert "Skuddene ved stationen: 2 døgn og 23 timer tilbage" in listed
    assert "2 døgn og 23 timer tilbage" in shown
    after = client.get(f"/konflikter/{conflict.pk}/").content.decode()
    assert "Ingen gengældelse frygtes lige nu" in after
    assert "Grupperne har mæglet i dag." in after


def test_places_and_days_at_risk_are_listed_until_they_pass_or_are_removed(
    conflict: Conflict, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    client = client_of(vestegnen.coordinator)
    soon = timezone.localdate() + timedelta(days=5)
    address = f"/konflikter/{conflict.pk}/risiko/"
    client.post(
        address,
        {"kind": "trial", "words": "Retsmøde om overfaldet", "starts_on": soon, "area": vestegnen.park.pk},
    )
    client.post(address, {"kind": "meeting", "words": "Gruppe A mødes efter skoletid", "place_text": "Kiosken"})
    nothing = client.post(address, {"kind": "party", "words": "En fest et sted"}).content.decode()
    with as_owner():
        place = RiskPoint.objects.get(kind="meeting")

    client.post(f"/konflikter/{conflict.pk}/risiko/{place.pk}/fjern/")

    shown = client.get(f"/konflikter/{conflict.pk}/").content.decode()
    assert "Angiv et sted, en dag eller begge dele" in nothing
    assert "Retsmøde om overfaldet" in shown
    assert "Gruppe A mødes efter skoletid" not in shown


def test_a_step_is_a_task_of_its_unit_and_is_overdue_by_itself(
    conflict: Conflict, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    leader = client_of(vestegnen.leader)
    step = {
        "kind": "mediation",
        "what": "Tal med begge grupper i klubben",
        "owner": vestegnen.herlev_ssp.pk,
        "due_on": timezone.localdate(),
    }
    leader.post(f"/konflikter/{conflict.pk}/skridt/", step)

    with as_owner():
        task = Task.objects.get()
        assert ConflictStep.objects.get().task_id == task.pk
    assert "Tal med begge grupper" in client_of(vestegnen.herlev_case_worker).get("/").content.decode()
    assert "Frist i dag" in leader.get(f"/konflikter/{conflict.pk}/").content.decode()
    with as_owner():
        Task.objects.update(due_on=timezone.localdate() - timedelta(days=1))
    assert "Over fristen" in leader.get(f"/konflikter/{conflict.pk}/").content.decode()


def test_who_may_not_decide_takes_no_step(conflict: Conflict, vestegnen: Vestegnen, client_of: ClientOf) -> None:
    client = client_of(vestegnen.herlev_case_worker)

    assert "Nyt skridt" not in client.get(f"/konflikter/{conflict.pk}/").content.decode()
    assert client.get(f"/konflikter/{conflict.pk}/skridt/").status_code == 403


def test_a_step_of_a_narrow_conflict_warns_that_all_parties_read_the_task(
    vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    narrow = conflicts.conflict(vestegnen.partnership, vestegnen.gladsaxe_ssp, audience="police", title="Ved torvet")

    shown = client_of(vestegnen.leader).get(f"/konflikter/{narrow.pk}/skridt/").content.decode()

    assert "Alle parter kan læse opgaven" in shown
    assert "Konflikt: Ved torvet" not in shown


def test_a_review_says_what_was_looked_at_and_starts_the_clock_anew(
    conflict: Conflict, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    with as_owner():
        Conflict.objects.update(review_due_at=timezone.now() - timedelta(hours=5))
    client = client_of(vestegnen.coordinator)
    overdue = client.get(f"/konflikter/{conflict.pk}/").content.decode()
    address = f"/konflikter/{conflict.pk}/gennemgang/"
    asked = client.get(address).content.decode()

    client.post(address, {"looked_at": "Vi så på hypoteser og steder. Ingen nye tegn.", "within": "24"})

    assert "5 timer over tiden" in overdue
    assert "Det skal I omkring" in asked
    with as_owner():
        review = Review.objects.get()
        assert review.next_due_at - review.at == timedelta(hours=24)
        assert Conflict.objects.get().review_due_at == review.next_due_at


def test_a_person_closes_a_conflict_and_opens_it_again_with_reasons(
    conflict: Conflict, vestegnen: Vestegnen, client_of: ClientOf, actor_of: ActorOf
) -> None:
    client = client_of(vestegnen.coordinator)
    one = f"/konflikter/{conflict.pk}"
    refused = client.post(f"{one}/afslut/", {"reason": "ok"}).content.decode()
    client.post(f"{one}/afslut/", {"reason": "Roligt i en måned, og grupperne har talt sammen."})
    closed = client.get(f"{one}/").content.decode()
    late = client.post(f"{one}/haendelse/", _told(vestegnen)).content.decode()

    client.post(f"{one}/genaabn/", {"reason": "Nyt optrin ved stationen i nat."})

    assert "Skriv begrundelsen" in refused
    assert "Konflikten blev afsluttet" in closed
    assert "Ny hændelse" not in closed
    assert "Konflikten er afsluttet. Åbn den igen" in late
    with as_owner():
        standing = Conflict.objects.get()
        assert standing.closed_at is None
        assert standing.review_due_at > timezone.now() + timedelta(hours=71)
        assert standing.quiet_since > timezone.now() - timedelta(minutes=1)
        assert StatusChange.objects.count() == 2
    with acting_for(actor_of(vestegnen.coordinator)):
        assert own_entries(event=Event.CONFLICT_CLOSED)
        assert own_entries(event=Event.CONFLICT_REOPENED)


def test_of_two_who_close_the_second_learns_of_the_first(
    conflict: Conflict, vestegnen: Vestegnen, actor_of: ActorOf
) -> None:
    actor = actor_of(vestegnen.coordinator)
    with acting_for(actor):
        actions.close_conflict(conflict, reason="Roligt i en måned.", by=actor)

    with acting_for(actor), pytest.raises(Refused, match="Konflikten er afsluttet"):
        actions.close_conflict(conflict, reason="Roligt i en måned.", by=actor)


def test_a_reader_sees_all_and_changes_nothing(
    conflict: Conflict, vestegnen: Vestegnen, client_of: ClientOf, actor_of: ActorOf
) -> None:
    event = conflicts.event(conflict)
    shown = client_of(vestegnen.secretary).get(f"/konflikter/{conflict.pk}/").content.decode()
    reader = actor_of(vestegnen.secretary)

    assert "Trusler råbt over torvet." in shown
    assert "Ny hændelse" not in shown
    assert "Bekræft eller træk tilbage" not in shown
    with acting_for(reader), pytest.raises(NotPermitted):
        actions.confirm_event(event, by=reader)


def test_the_course_is_an_ordered_list_with_the_newest_first_and_pages_without_losing_any(
    conflict: Conflict, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    now = timezone.now()
    for number in range(150):
        conflicts.event(conflict, happened_at=now - timedelta(hours=number), words=f"Optrin {number:03}")
    client = client_of(vestegnen.coordinator)

    page = client.get(f"/konflikter/{conflict.pk}/forloeb/")
    seen: list[str] = []
    for _ in range(3):
        seen += [moment.words for moment in page.context["course"].moments]
        page = client.get(f"/konflikter/{conflict.pk}/forloeb/{page.context['older']}")

    assert '<ol class="card-list" reversed>' in client.get(f"/konflikter/{conflict.pk}/").content.decode()
    assert seen == [f"Optrin {number:03}" for number in range(150)]


@pytest.mark.parametrize("cursor", ["", "i går", "2026-11-20", "%00", "9999999999"])
def test_a_cursor_that_cannot_be_read_begins_the_course_anew(
    cursor: str, conflict: Conflict, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    assert client_of(vestegnen.coordinator).get(f"/konflikter/{conflict.pk}/forloeb/?foer={cursor}").status_code == 200


def test_the_page_has_a_fixed_number_of_queries(conflict: Conflict, vestegnen: Vestegnen, client_of: ClientOf) -> None:
    client = client_of(vestegnen.coordinator)
    counted = []
    for number in (1, 12):
        for _ in range(number):
            conflicts.event(conflict, area=vestegnen.station)
            conflicts.hypothesis(conflict)
        with own_queries() as asked:
            client.get(f"/konflikter/{conflict.pk}/")
        counted.append(len(asked))

    assert counted[0] == counted[1] <= 30


@pytest.mark.parametrize(
    "path",
    [
        *("", "forloeb/", "ret/", "udgaver/", "haendelse/", "spaending/", "hypotese/", "vindue/", "risiko/"),
        *("gennemgang/", "afslut/", "genaabn/", "grupper/"),
    ],
)
def test_a_conflict_out_of_reach_looks_like_one_that_is_not_there(
    path: str, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    hidden = conflicts.conflict(vestegnen.partnership, vestegnen.gladsaxe_ssp, audience="authority")
    client = client_of(vestegnen.officer)

    there = client.get(f"/konflikter/{hidden.pk}/{path}")
    missing = client.get(f"/konflikter/00000000-0000-4000-8000-000000000001/{path}")

    assert there.status_code == missing.status_code == 404
    assert client_of(vestegnen.leader).get(f"/konflikter/{hidden.pk}/{path}").status_code == 200
