"""What the picture is told: zones in force with what changed, the next seven days, each line with its readers."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from rundbord.access.session import acting_for
from rundbord.partnership.vocabulary import Audience
from rundbord.zones import actions, queries
from rundbord.zones.models import ComingEvent
from rundbord.zones.queries import Told, ToldKind
from tests.database import as_owner
from tests.factories import rows
from tests.factories.situations import ActorOf, Vestegnen

DAY = timedelta(days=1)


def _told(vestegnen: Vestegnen, actor_of: ActorOf, kind: ToldKind) -> list[Told]:
    now = timezone.now()
    with acting_for(actor_of(vestegnen.coordinator)):
        return [line for line in queries.told_in_picture(since=now - DAY, until=now) if line.kind is kind]


def test_a_zone_is_told_with_its_countdown_and_what_is_new(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    now = timezone.now()
    rows.zone(vestegnen.partnership, vestegnen.local_police, name="Ny", starts_at=now - DAY / 2)
    rows.zone(vestegnen.partnership, vestegnen.local_police, name="Gammel", starts_at=now - 9 * DAY)
    rows.zone(
        *(vestegnen.partnership, vestegnen.local_police),
        name="Udløbet",
        starts_at=now - 9 * DAY,
        ends_at=now - DAY / 2,
    )
    rows.zone(
        *(vestegnen.partnership, vestegnen.local_police), name="Glemt", starts_at=now - 9 * DAY, ends_at=now - 2 * DAY
    )

    told = {line.heading: line for line in _told(vestegnen, actor_of, ToldKind.ZONE)}

    assert {name: line.change for name, line in told.items()} == {"Ny": "Ny zone", "Gammel": "", "Udløbet": "Udløbet"}
    assert told["Ny"].when.startswith("Udløber om 7 dage")
    assert told["Ny"].label == "Visitationszone, politilovens § 6"


def test_a_prolongation_and_an_end_are_told(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    now, officer = timezone.now(), actor_of(vestegnen.officer)
    zone = rows.zone(vestegnen.partnership, vestegnen.local_police, starts_at=now - 9 * DAY)
    common = {"reasons": "Uro.", "decided_by": "Politidirektøren", "decided_on": timezone.localdate()}
    longer = actions.Ruling(starts_at=now, ends_at=now + 20 * DAY, **common)  # type: ignore[arg-type]
    with acting_for(officer):
        row = queries.zone_row(zone.pk)
        ruling = actions.Ruling(**{**vars(longer), "starts_at": row.newest.ends_at})
        answer = actions.Answer(is_needed=True, happened="Intern viden om fund.")
        actions.prolong_zone(zone, ruling, answer, after=1, by=officer)
    [prolonged] = _told(vestegnen, actor_of, ToldKind.ZONE)
    with acting_for(officer):
        actions.end_zone(zone, actions.Ruling(**{**vars(longer), "ends_at": now}), after=2, by=officer)
    [ended] = _told(vestegnen, actor_of, ToldKind.ZONE)

    assert prolonged.change.startswith("Forlænget for 1. gang, til ")
    assert ended.change == "Ophævet før tid"
    assert "Intern viden" not in repr((prolonged, ended))


def test_a_published_zone_is_for_partners_too(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    rows.zone(vestegnen.partnership, vestegnen.local_police, name="Åben", link="https://politi.example/zone")
    rows.zone(vestegnen.partnership, vestegnen.local_police, name="Intern")

    told = {line.heading: line.audience for line in _told(vestegnen, actor_of, ToldKind.ZONE)}

    assert told == {"Åben": Audience.PARTNERS, "Intern": Audience.PARTIES}


def test_events_of_the_next_seven_days_are_told_in_order(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    now, today = timezone.now(), timezone.localdate()
    for title, days, changed in (("Tredje", 6, now), ("Første", 0, now), ("For sent", 7, now), ("Forbi", -1, now)):
        with as_owner():
            ComingEvent.objects.create(
                partnership=vestegnen.partnership,
                authority=vestegnen.gladsaxe,
                audience=Audience.PARTIES,
                kind="arrangement",
                title=title,
                first_day=today + days * DAY,
                last_day=today + days * DAY,
                area=vestegnen.station,
                influence="some",
                expected="Mange i byen.",
                planned="Gadeteamet er der.",
                changed_at=changed,
                created_at=now - 5 * DAY,
            )

    told = [line for line in _told(vestegnen, actor_of, ToldKind.COMING_EVENT) if line.id]

    assert [line.heading for line in told] == ["Første", "Tredje"]
    assert told[0].text == "Mange i byen. Planlagt: Gadeteamet er der."
    assert told[0].change == "Ændret"
    assert told[0].area_names == (vestegnen.station.name,)
