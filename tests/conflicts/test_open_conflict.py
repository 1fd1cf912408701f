"""Opening and changing a conflict file, and the list of conflicts."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from rundbord.access.refusal import NotPermitted, Refused
from rundbord.access.session import acting_for
from rundbord.audit import Event, own_entries
from rundbord.conflicts import actions
from rundbord.conflicts.models import Conflict, ConflictGroup, ConflictRevision, TensionChange
from rundbord.conflicts.vocabulary import ConflictKind, Tension
from rundbord.notices.models import Notice
from rundbord.partnership.vocabulary import Audience
from tests.database import as_owner
from tests.factories import conflicts
from tests.factories.situations import ActorOf, ClientOf, Vestegnen
from tests.queries import own_queries


def _fields(vestegnen: Vestegnen, **changes: Any) -> dict[str, Any]:
    return {
        "title": "Uro mellem to grupper ved stationen",
        "kind": "territory",
        "started_on": timezone.localdate(),
        "areas": [vestegnen.station.pk],
        "owner": vestegnen.local_police.pk,
        "group_a": "omkring torvet",
        "group_b": "omkring skolen",
        "tension": "high",
        "reason": "To sammenstød på tre døgn og trusler på nettet.",
        "audience": "parties",
        **changes,
    }


def test_a_conflict_begins_with_groups_by_letters_a_judgement_and_a_review_in_72_hours(
    vestegnen: Vestegnen, actor_of: ActorOf, client_of: ClientOf
) -> None:
    answer = client_of(vestegnen.coordinator).post("/konflikter/ny/", _fields(vestegnen))

    with as_owner():
        conflict = Conflict.objects.get()
        assert answer["Location"] == f"/konflikter/{conflict.pk}/"
        assert [(each.letter, each.label) for each in ConflictGroup.objects.order_by("letter")] == [
            ("A", "omkring torvet"),
            ("B", "omkring skolen"),
        ]
        assert TensionChange.objects.get().tension == "high"
        assert ConflictRevision.objects.get().areas_label == "Stationen"
        assert conflict.review_due_at - conflict.opened_at == timedelta(hours=72)
        assert Notice.objects.get(kind="conflict_given").unit_id == vestegnen.local_police.pk
    with acting_for(actor_of(vestegnen.coordinator)):
        assert own_entries(event=Event.CONFLICT_OPENED)


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"title": "Opgør med Peter Hansen"}, "Peter Hansen"),
        ({"group_a": "ring til 12 34 56 78"}, "»12 34 56 78«"),
        ({"areas": []}, "Dette felt er påkrævet"),
        ({"started_on": "2099-01-01"}, "ikke begynde i fremtiden"),
        ({"reason": "ved ikke"}, "Skriv, hvad der ligger til grund"),
        ({"group_b": "Omkring torvet"}, "samme betegnelse"),
        ({"audience": "partners"}, "er ikke en af de tilgængelige valgmuligheder"),
        ({"audience": "authority"}, "Enheden kan ikke læse konflikten"),
    ],
    ids=[
        *("en person", "et nummer", "intet område", "i fremtiden", "ingen grund", "to ens grupper"),
        *("for partnere", "en enhed, der ikke kan læse den"),
    ],
)
def test_what_cannot_stand_in_a_conflict_is_explained_and_kept(
    changed: dict[str, Any], sentence: str, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    shown = client_of(vestegnen.coordinator).post("/konflikter/ny/", _fields(vestegnen, **changed)).content.decode()

    assert sentence in shown
    assert "trusler på nettet" in shown or "reason" in changed
    with as_owner():
        assert not Conflict.objects.exists()


def test_a_reader_may_not_open_one(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    reader = actor_of(vestegnen.secretary)
    opening = actions.Opening(
        title="Uro ved stationen",
        kind=ConflictKind.TERRITORY,
        started_on=timezone.localdate(),
        owner=vestegnen.gladsaxe_ssp,
        areas=[vestegnen.station],
        labels=["", ""],
        tension=Tension.LOW,
        reason="Roligt, men det følges tæt.",
    )

    with acting_for(reader), pytest.raises(NotPermitted):
        actions.open_conflict(opening, by=reader)


def test_a_narrow_conflict_is_seen_by_its_readers_alone(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    client_of(vestegnen.coordinator).post("/konflikter/ny/", _fields(vestegnen, audience="police"))
    with as_owner():
        conflict = Conflict.objects.get()

    assert conflict.audience == Audience.POLICE
    assert client_of(vestegnen.officer).get(f"/konflikter/{conflict.pk}/").status_code == 200
    assert client_of(vestegnen.herlev_case_worker).get(f"/konflikter/{conflict.pk}/").status_code == 404
    assert client_of(vestegnen.outsider).get(f"/konflikter/{conflict.pk}/").status_code == 404
    assert client_of(vestegnen.caretaker).get(f"/konflikter/{conflict.pk}/").status_code == 403


def _change(vestegnen: Vestegnen, shown: str, **changes: Any) -> dict[str, Any]:
    return {
        "title": "Uro mellem to grupper ved stationen",
        "kind": "territory",
        "started_on": timezone.localdate(),
        "areas": [vestegnen.station.pk],
        "owner": vestegnen.gladsaxe_ssp.pk,
        "communication": "",
        "seen": shown,
        **changes,
    }


def _seen(page: Any) -> str:
    return str(page.context["form"]["seen"].value())


def test_of_two_who_change_at_once_both_keep_their_words(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    conflict = conflicts.conflict(vestegnen.partnership, vestegnen.gladsaxe_ssp, areas=(vestegnen.station,))
    address = f"/konflikter/{conflict.pk}/ret/"
    first, second = client_of(vestegnen.coordinator), client_of(vestegnen.officer)
    seen = _seen(first.get(address))

    first.post(address, _change(vestegnen, seen, communication="Skolen skriver til forældrene."))
    refused = second.post(
        address, _change(vestegnen, seen, kind="revenge", communication="Politiet taler med pressen.")
    )

    shown = refused.content.decode()
    assert "En anden har imens rettet feltet til »Skolen skriver til forældrene.«" in shown
    assert "Politiet taler med pressen." in shown
    both = "Skolen skriver til forældrene. Politiet taler med pressen."
    second.post(address, _change(vestegnen, _seen(refused), kind="revenge", communication=both))
    with as_owner():
        standing = Conflict.objects.get()
        assert (standing.kind, standing.communication, standing.version) == ("revenge", both, 3)
        assert [row.version for row in ConflictRevision.objects.order_by("version")] == [2, 3]


def test_whoever_read_an_older_version_is_refused_even_without_a_form(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    conflict = conflicts.conflict(vestegnen.partnership, vestegnen.gladsaxe_ssp, version=4)
    actor = actor_of(vestegnen.coordinator)
    facts = actions.Facts(
        title="Uro",
        kind=ConflictKind.OTHER,
        started_on=timezone.localdate(),
        owner=vestegnen.gladsaxe_ssp,
        areas=[vestegnen.park],
        communication="",
        version=3,
    )

    with acting_for(actor), pytest.raises(Refused, match="En anden gemte konflikten"):
        actions.change_conflict(conflict, facts, by=actor)


def test_a_change_of_the_territory_is_told_by_name(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    conflict = conflicts.conflict(vestegnen.partnership, vestegnen.gladsaxe_ssp, areas=(vestegnen.station,))
    client = client_of(vestegnen.coordinator)
    address = f"/konflikter/{conflict.pk}/ret/"
    seen = _seen(client.get(address))
    client.post(address, _change(vestegnen, seen, areas=[vestegnen.station.pk, vestegnen.park.pk]))

    late = client.post(address, _change(vestegnen, seen)).content.decode()

    assert "rettet feltet til »Parken, Stationen«" in late or "rettet feltet til »Stationen, Parken«" in late
    shown = client.get(f"/konflikter/{conflict.pk}/udgaver/").content.decode()
    assert "Parken, Stationen" in shown


def test_the_list_shows_the_gravest_first_then_the_review_that_is_due_first(
    vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    now = timezone.now()
    for title, tension, urgency, hours in (
        ("Lav", "low", 3, -5),
        ("Høj senere", "high", 1, 40),
        ("Akut", "acute", 0, 60),
        ("Høj over tiden", "high", 1, -3),
    ):
        conflicts.conflict(
            vestegnen.partnership,
            vestegnen.gladsaxe_ssp,
            title=title,
            tension=tension,
            urgency=urgency,
            review_due_at=now + timedelta(hours=hours),
        )
    conflicts.conflict(vestegnen.partnership, vestegnen.gladsaxe_ssp, title="Forbi", closed_at=now)

    shown = client_of(vestegnen.herlev_case_worker).get("/konflikter/").content.decode()

    order = [shown.index(f">{title}<") for title in ("Akut", "Høj over tiden", "Høj senere", "Lav")]
    assert order == sorted(order)
    assert "Forbi" not in shown
    assert shown.count("Gennemgang mangler") == 2
    assert "2 konflikter mangler gennemgang" in shown


def test_the_list_is_paged_without_losing_or_repeating_any(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    for number in range(45):
        conflicts.conflict(
            vestegnen.partnership, vestegnen.gladsaxe_ssp, title=f"Konflikt {number:02}", urgency=number % 4
        )
    client = client_of(vestegnen.coordinator)
    seen: list[str] = []
    cursor = ""
    for _ in range(3):
        listed = client.get(f"/konflikter/?efter={cursor}").context["listed"]
        seen += [row.conflict.title for row in listed.rows]
        cursor = listed.after

    assert cursor == ""
    assert len(seen) == len(set(seen)) == 45


def test_the_list_has_a_fixed_number_of_queries(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    client = client_of(vestegnen.coordinator)
    counted = []
    for number in (1, 19):
        for _ in range(number):
            conflicts.conflict(vestegnen.partnership, vestegnen.gladsaxe_ssp, areas=(vestegnen.station,))
        with own_queries() as asked:
            client.get("/konflikter/")
        counted.append(len(asked))

    assert counted[0] == counted[1] <= 6


def test_empty_lists_say_what_will_stand_there(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    client = client_of(vestegnen.coordinator)

    assert "Ingen åbne konflikter" in client.get("/konflikter/").content.decode()
    assert "Ingen konflikter er afsluttet" in client.get("/konflikter/?vis=afsluttede").content.decode()
