"""During a shift: areas and contacts by one tap, what is seen becomes reports, needs are passed on."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from rundbord.audit import Event
from rundbord.notices.models import Notice
from rundbord.partnership.vocabulary import Audience
from rundbord.situation.models import Report
from rundbord.situation.vocabulary import Nature, SourceKind
from rundbord.streetwork.models import AreaVisit, PassedNeed, Shift, ShiftReport, ShiftSheet
from tests.database import as_owner
from tests.factories import rows, shifts
from tests.factories.situations import ClientOf, Vestegnen
from tests.logs import logged


@pytest.fixture
def shift(vestegnen: Vestegnen) -> Shift:
    """A shift that has run for half an hour, with the station on its route."""
    return shifts.running(
        *(vestegnen.partnership, vestegnen.gladsaxe_street), team=(vestegnen.street_worker,), areas=(vestegnen.station,)
    )


@pytest.fixture
def street(vestegnen: Vestegnen, client_of: ClientOf) -> Client:
    """The street worker's phone."""
    return client_of(vestegnen.street_worker)


def _at(shift: Shift, part: str = "") -> str:
    return f"/gadearbejde/vagter/{shift.pk}/{part}"


def _observe(street: Client, shift: Shift, vestegnen: Vestegnen, **changed: Any) -> Any:
    typed = {"area": str(vestegnen.station.pk), "size": "8-15", "activity": "quarrel", "mood": "tense", "age": "13-15"}
    return street.post(_at(shift, "observation/"), {**typed, **changed})


def test_a_tap_on_an_area_builds_the_route(shift: Shift, street: Client, vestegnen: Vestegnen) -> None:
    for area in (vestegnen.station, vestegnen.station, vestegnen.park):
        street.post(_at(shift, "omraade/"), {"omraade": str(area.pk)})

    with as_owner():
        visited = list(AreaVisit.objects.order_by("entered_at").values_list("area__name", flat=True))
    assert visited == ["Stationen", "Parken"]
    assert "I er i <strong>Parken</strong>" in street.get(_at(shift)).content.decode()


def test_a_group_in_a_few_taps_becomes_an_ordinary_report(shift: Shift, street: Client, vestegnen: Vestegnen) -> None:
    response = _observe(street, shift, vestegnen, words="Ved kiosken.")

    with as_owner():
        remembered = ShiftReport.objects.select_related("report").get()
        visited = AreaVisit.objects.get()
    report = remembered.report
    assert response.headers["Location"] == f"{_at(shift)}#set"
    assert report.heading == "Gruppe på 8–15, 13–15 år: skænderi eller uro"
    assert report.text == f"{report.heading}. Stemningen er spændt. Ved kiosken."
    assert (report.nature, report.source_kind, report.audience) == (
        Nature.OBSERVATION,
        SourceKind.STREET,
        Audience.PARTIES,
    )
    assert (report.area_id, report.category, report.mood) == (vestegnen.station.pk, "uro", "tense")
    assert (remembered.size_band, remembered.activity) == ("8-15", "quarrel")
    assert visited.area_id == vestegnen.station.pk
    assert logged(Event.REPORTED, about=report)
    assert logged(Event.SEEN_ON_SHIFT, about=shift)


def test_it_lies_in_the_coordinators_inbox_and_the_shift_tells_what_became_of_it(
    shift: Shift, street: Client, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    _observe(street, shift, vestegnen)
    coordinator = client_of(vestegnen.coordinator)
    assert "Gruppe på 8–15, 13–15 år" in coordinator.get("/indbakke/").content.decode()
    before = street.get(_at(shift)).content.decode()
    with as_owner():
        report = Report.objects.get()

    coordinator.post(f"/indbakke/{report.pk}/afvis/", {"reason": "known", "note": "Vi ved det."})

    after = street.get(_at(shift)).content.decode()
    assert "Venter på sortering" in before
    assert "Ikke brugt: Allerede kendt" in after
    assert "Vi ved det." in after


def test_size_and_doing_are_asked_for_and_the_words_stay(shift: Shift, street: Client, vestegnen: Vestegnen) -> None:
    response = _observe(street, shift, vestegnen, size="", activity="", words="Ved kiosken.")

    text = response.content.decode()
    assert "Vælg, cirka hvor mange de er." in text
    assert "Vælg det, der passer bedst." in text
    assert "Ved kiosken." in text
    with as_owner():
        assert not Report.objects.exists()


def test_a_person_in_the_words_is_stopped(shift: Shift, street: Client, vestegnen: Vestegnen) -> None:
    response = _observe(street, shift, vestegnen, words="En af dem er 010203-1234.")

    assert response.status_code == 200
    with as_owner():
        assert not Report.objects.exists()


def test_an_urgent_one_wakes_the_coordinators(shift: Shift, street: Client, vestegnen: Vestegnen) -> None:
    _observe(street, shift, vestegnen, is_urgent="on")

    with as_owner():
        assert Notice.objects.filter(kind="urgent_report").exists()


def test_an_episode_says_whether_the_police_were_there(shift: Shift, street: Client, vestegnen: Vestegnen) -> None:
    typed = {"area": str(vestegnen.park.pk), "words": "Flaske kastet mod bussen.", "with_police": "nej"}
    assert "Vælg ja eller nej." in street.post(_at(shift, "episode/"), {**typed, "with_police": ""}).content.decode()

    street.post(_at(shift, "episode/"), typed)

    with as_owner():
        remembered = ShiftReport.objects.select_related("report").get()
    assert remembered.report.text == "Flaske kastet mod bussen. Politiet var ikke med."
    assert remembered.with_police is False


def test_staff_safety_stays_with_the_own_authority(
    shift: Shift, street: Client, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    street.post(_at(shift, "sikkerhed/"), {"area": str(vestegnen.station.pk), "words": "Truet af en gruppe. Gik væk."})

    with as_owner():
        assert Report.objects.get().audience == Audience.AUTHORITY
    own = client_of(vestegnen.coordinator)
    assert "Truet af en gruppe" in own.get("/indbakke/").content.decode()
    assert 'href="/sikkerhedsbeskeder/ny/"' in own.get(_at(shift)).content.decode()
    police = client_of(vestegnen.officer).get(_at(shift)).content.decode()
    assert "Truet" not in police


def test_contacts_are_counted_by_tap_and_never_named(shift: Shift, street: Client) -> None:
    for kind in ("new", "new", "continued"):
        street.post(_at(shift, "kontakt/"), {"kontakt": kind})

    assert street.post(_at(shift, "kontakt/"), {"kontakt": "navn"}).status_code == 404
    with as_owner():
        sheet = ShiftSheet.objects.get(shift=shift)
    assert (sheet.new_contacts, sheet.continued_contacts) == (2, 1)


def test_a_need_is_passed_to_a_unit_by_its_kind(shift: Shift, street: Client, vestegnen: Vestegnen) -> None:
    street.post(_at(shift, "behov/"), {"kind": "job", "unit": str(vestegnen.gladsaxe_ssp.pk)})

    text = street.get(_at(shift)).content.decode()
    assert "Job og fritidsjob" in text
    assert "SSP Gladsaxe" in text
    with as_owner():
        assert PassedNeed.objects.get().kind == "job"
    assert logged(Event.NEED_PASSED, about=shift)


@pytest.mark.parametrize("part", ["observation/", "episode/", "sikkerhed/", "behov/", "slut/"])
def test_what_was_typed_for_a_shift_that_is_over_stays_on_the_page(
    part: str, vestegnen: Vestegnen, street: Client
) -> None:
    over = shifts.shift(vestegnen.partnership, vestegnen.gladsaxe_street)
    typed = {
        **{"area": str(vestegnen.station.pk), "size": "1-3", "activity": "other", "words": "Bevar mig."},
        **{"with_police": "ja", "kind": "job", "unit": str(vestegnen.gladsaxe_ssp.pk)},
        **{"new_contacts": "0", "continued_contacts": "0"},
    }

    text = street.post(_at(over, part), typed).content.decode()

    assert "Vagten er ikke i gang" in text
    assert part == "behov/" or "Bevar mig." in text
    with as_owner():
        assert not Report.objects.exists()


def test_a_report_of_the_team_alone_is_not_counted_for_a_colleague_outside_it(
    shift: Shift, street: Client, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    _observe(street, shift, vestegnen, audience="unit")
    leader = client_of(vestegnen.leader)

    assert "Gruppe på" in street.get(_at(shift)).content.decode()
    text = leader.get(_at(shift)).content.decode()
    assert "Gruppe på" not in text
    assert "0 indberetninger" in text


def test_an_area_of_another_partnership_is_not_found(shift: Shift, street: Client, vestegnen: Vestegnen) -> None:
    foreign = rows.area(vestegnen.other_partnership, "Andet sted", vestegnen.outside)

    assert street.post(_at(shift, "omraade/"), {"omraade": str(foreign.pk)}).status_code == 404
