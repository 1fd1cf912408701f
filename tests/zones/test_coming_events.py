"""Coming events: by day, with holidays, kept up to date by two at once, and never about a person."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from rundbord.access.session import acting_for
from rundbord.audit import Event, own_entries
from rundbord.partnership.vocabulary import Audience
from rundbord.zones.models import ComingEvent
from tests.database import as_owner
from tests.factories.situations import ActorOf, ClientOf, Vestegnen


def _fields(**changed: Any) -> dict[str, Any]:
    day = timezone.localdate() + timedelta(days=3)
    return {
        "kind": "match",
        "title": "Lokalopgør på stadion",
        "first_day": day.isoformat(),
        "from_clock": "18:00",
        "to_clock": "20:00",
        "place_text": "Stadion",
        "influence": "great",
        "expected": "Mange på vej gennem stationen.",
        "planned": "Synlig patrulje fra kl. 17.",
        "source": "Kampprogrammet",
        **changed,
    }


def _event(vestegnen: Vestegnen, **columns: Any) -> ComingEvent:
    now, day = timezone.now(), timezone.localdate() + timedelta(days=columns.pop("in_days", 3))
    with as_owner():
        return ComingEvent.objects.create(
            **{
                "partnership": vestegnen.partnership,
                "authority": vestegnen.gladsaxe,
                "audience": Audience.PARTIES,
                "kind": "match",
                "title": "Lokalopgør på stadion",
                "first_day": day,
                "last_day": day,
                "influence": "some",
                "expected": "Mange i byen.",
                "changed_at": now,
                "created_at": now,
                **columns,
            }
        )


def _seen_by(client_of: ClientOf, vestegnen: Vestegnen, event: ComingEvent) -> str:
    """Give what a form that is opened now has seen."""
    shown = client_of(vestegnen.coordinator).get(f"/begivenheder/{event.pk}/ret/").context["form"]
    return str(shown["seen"].value())


def test_what_one_party_writes_the_others_read_on_its_day(
    vestegnen: Vestegnen, client_of: ClientOf, actor_of: ActorOf
) -> None:
    client_of(vestegnen.coordinator).post("/begivenheder/ny/", _fields(area=str(vestegnen.station.pk)))

    shown = client_of(vestegnen.officer).get("/begivenheder/").content.decode()
    for words in ("Lokalopgør på stadion", "kl. 18.00–20.00", "Stor indflydelse", "Synlig patrulje", "Kampprogrammet"):
        assert words in shown
    with acting_for(actor_of(vestegnen.coordinator)):
        assert own_entries(event=Event.COMING_EVENT_ADDED)


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"first_day": "2020-01-01"}, "allerede forbi"),
        ({"last_day": "2020-01-01"}, "Sidste dag ligger før første dag"),
        ({"to_clock": "17:00"}, "Slut ligger før begyndelsen"),
        ({"kind": "funeral", "audience": "partners"}, "kan ikke deles med boligorganisationer"),
        ({"kind": "release", "title": "Løsladelse"}, "angives kun området"),
        ({"title": "Ring til 12 34 56 78"}, "»12 34 56 78«"),
    ],
)
def test_what_cannot_stand_is_explained(
    changed: dict[str, str], sentence: str, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    shown = client_of(vestegnen.coordinator).post("/begivenheder/ny/", _fields(**changed)).content.decode()

    assert sentence in shown
    assert "Mange på vej gennem stationen." in shown
    with as_owner():
        assert not ComingEvent.objects.exists()


@pytest.mark.parametrize(("kind", "is_kept"), [("match", True), ("trial", False), ("funeral", False)])
def test_a_warning_of_the_guard_cannot_be_brushed_aside_where_the_event_turns_on_somebody(
    kind: str, is_kept: bool, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    client = client_of(vestegnen.coordinator)
    fields = _fields(kind=kind, title="Mindehøjtid for en 19-årig")
    asked = client.post("/begivenheder/ny/", fields)
    keep = asked.context["form"].examined["title"].mark

    again = client.post("/begivenheder/ny/", fields | {"title-wording": keep})

    assert ("Behold ordene" in asked.content.decode()) is is_kept
    assert (again.status_code == 302) is is_kept
    with as_owner():
        assert ComingEvent.objects.exists() is is_kept


def test_the_suggested_wording_is_taken_where_the_event_turns_on_somebody(
    vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    fields = _fields(kind="funeral", title="Begravelse af en 19-årig")

    answer = client_of(vestegnen.coordinator).post("/begivenheder/ny/", fields | {"title-wording": "suggested"})

    assert answer.status_code == 302
    with as_owner():
        assert "19" not in ComingEvent.objects.get().title


def test_the_days_ahead_stand_with_holidays_and_what_repeats(
    vestegnen: Vestegnen, client_of: ClientOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = timezone.make_aware(datetime(2026, 12, 20, 9, 0))
    monkeypatch.setattr("django.utils.timezone.now", lambda: now)
    _event(vestegnen, title="Nytårsaften", repeats_yearly=True, first_day="2024-12-31", last_day="2024-12-31")
    _event(vestegnen, title="Lang markedsuge", first_day="2026-12-15", last_day="2026-12-22")

    shown = client_of(vestegnen.coordinator).get("/begivenheder/").content.decode()

    order = [shown.index(words) for words in ("Søndag 20. december", "Lang markedsuge", "Juledag", "Nytårsaften")]
    assert order == sorted(order)
    assert "Torsdag 31. december" in shown


def test_later_and_past_events_are_paged(
    vestegnen: Vestegnen, client_of: ClientOf, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(31):
        _event(vestegnen, title=f"Forbi {number:02}", in_days=-1 - number)
    _event(vestegnen, title="Langt ude", in_days=60)
    client = client_of(vestegnen.coordinator)

    with django_assert_max_num_queries(14):
        past = client.get("/begivenheder/?vis=forbi").content.decode()
    cursor = past.split("vis=forbi&amp;efter=")[1].split('"')[0]
    older = client.get(f"/begivenheder/?vis=forbi&efter={cursor}").content.decode()

    assert past.index("Forbi 00") < past.index("Forbi 29")
    assert "Forbi 30" not in past
    assert "Forbi 30" in older
    assert "Langt ude" in client.get("/begivenheder/?vis=senere").content.decode()
    assert "Langt ude" not in client.get("/begivenheder/").content.decode()


def test_of_two_who_change_it_the_second_sees_the_firsts_words_and_keeps_the_own(
    vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    event = _event(vestegnen)
    seen = _seen_by(client_of, vestegnen, event)
    path = f"/begivenheder/{event.pk}/ret/"
    first = client_of(vestegnen.officer)
    first.post(path, _fields(seen=seen, expected="Politiets ord.", area=str(vestegnen.park.pk)))

    second = client_of(vestegnen.coordinator)
    shown = second.post(path, _fields(seen=seen, expected="Kommunens ord.")).content.decode()

    assert "En anden har imens rettet feltet til »Politiets ord.«" in shown
    assert f"»{vestegnen.park.name}«" in shown
    assert "Kommunens ord." in shown
    with as_owner():
        assert ComingEvent.objects.get().expected == "Politiets ord."


def test_a_change_keeps_kind_and_readers(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    event = _event(vestegnen, kind="trial", title="Retsmøde", place_text="Retten")
    seen = _seen_by(client_of, vestegnen, event)
    fields = _fields(seen=seen, title="Retsmøde, anden dag", kind="match", audience="partners")

    answer = client_of(vestegnen.coordinator).post(f"/begivenheder/{event.pk}/ret/", fields)

    assert answer.status_code == 302
    with as_owner():
        kept = ComingEvent.objects.get()
    assert (kept.title, kept.kind, kept.audience) == ("Retsmøde, anden dag", "trial", Audience.PARTIES)


def test_a_change_of_a_trial_is_guarded_as_strictly(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    event = _event(vestegnen, kind="trial", title="Retsmøde")
    seen = _seen_by(client_of, vestegnen, event)
    fields = _fields(seen=seen, title="Retsmøde om en 19-årig")

    shown = client_of(vestegnen.coordinator).post(f"/begivenheder/{event.pk}/ret/", fields).content.decode()

    assert "må ikke stå her" in shown
    assert "Behold ordene" not in shown


def test_a_cancelled_event_stays_with_its_reason_and_is_changed_no_more(
    vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    event = _event(vestegnen)
    client = client_of(vestegnen.officer)

    client.post(f"/begivenheder/{event.pk}/aflys/", {"reason": "Kampen er flyttet."})
    again = client.post(f"/begivenheder/{event.pk}/aflys/", {"reason": "Igen."}).content.decode()

    shown = client.get("/begivenheder/").content.decode()
    assert "Aflyst" in shown
    assert "Kampen er flyttet." in shown
    assert "allerede aflyst" in again


@pytest.mark.parametrize("who", ["street_worker", "herlev_case_worker"])
def test_who_reads_alone_is_offered_no_change(who: str, vestegnen: Vestegnen, client_of: ClientOf) -> None:
    event = _event(vestegnen)
    client = client_of(getattr(vestegnen, who))

    shown = client.get("/begivenheder/").content.decode()

    assert event.title in shown
    assert "/ret/" not in shown
    assert client.get(f"/begivenheder/{event.pk}/ret/").status_code == 403


def test_an_event_for_the_police_is_hidden_from_the_others(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    event = _event(vestegnen, audience=Audience.POLICE, title="Retsmøde")

    own, police, other = (
        client_of(user).get("/begivenheder/").content.decode()
        for user in (vestegnen.coordinator, vestegnen.officer, vestegnen.herlev_case_worker)
    )

    assert ["Retsmøde" in text for text in (own, police, other)] == [True, True, False]
    assert client_of(vestegnen.secretary).get(f"/begivenheder/{event.pk}/ret/").status_code in {200, 404}
