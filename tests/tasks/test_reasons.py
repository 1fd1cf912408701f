"""What a decision rests on, who disagreed, whether it still holds, and how surely its effect is known."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.conf import settings
from django.utils import timezone

from rundbord.access.refusal import NotPermitted, Refused
from rundbord.access.session import acting_for
from rundbord.audit import Event, own_entries
from rundbord.tasks import actions
from rundbord.tasks.models import DecisionReview, Dissent, Outcome, Task
from rundbord.tasks.vocabulary import EffectGrade, ReviewVerdict, TaskOutcome
from tests.database import as_owner
from tests.factories.situations import ActorOf, ClientOf, Vestegnen
from tests.tasks.rows import decided


def _fields(vestegnen: Vestegnen, **changed: object) -> dict[str, object]:
    basis = {"alternatives": "Flere runder.", "basis": "12 hændelser mod 5 før."}
    return {
        "what": "Skifte lygterne på stien",
        "owner": vestegnen.local_police.pk,
        "due_on": timezone.localdate(),
        **basis,
        **changed,
    }


def test_a_decision_tells_what_it_rests_on(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    area = f"{settings.ORIGIN}/omraader/{vestegnen.station.pk}/?sog=noget"
    review_on = timezone.localdate() + timedelta(days=30)
    client = client_of(vestegnen.leader)

    answer = client.post("/opgaver/ny/", _fields(vestegnen, basis_path=area, review_on=review_on))

    shown = client_of(vestegnen.officer).get(answer["Location"]).content.decode()
    with as_owner():
        assert Task.objects.get().basis_path == f"/omraader/{vestegnen.station.pk}/"
    assert "Flere runder." in shown
    assert "12 hændelser mod 5 før." in shown
    assert f'href="/omraader/{vestegnen.station.pk}/"' in shown
    assert "SSP Gladsaxe, Gladsaxe Kommune" in shown


@pytest.mark.parametrize(
    "address",
    ["https://eksempel.dk/", "//eksempel.dk/", "/unge/", "/findes-ikke/", "/vaeg/abcde-fghjk-mnpqr-stuvw/"],
    ids=["et andet sted", "skjult andet sted", "en side om unge", "ingen side", "en hemmelig adresse"],
)
def test_a_basis_is_a_page_about_no_person_and_no_secret(
    address: str, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    shown = client_of(vestegnen.leader).post("/opgaver/ny/", _fields(vestegnen, basis_path=address)).content.decode()

    assert "Indsæt adressen på en side i Rundbord" in shown
    assert '<details class="foldout" open>' in shown
    with as_owner():
        assert not Task.objects.exists()


@pytest.mark.parametrize("field", ["alternatives", "basis"])
def test_no_person_is_named_in_what_a_decision_rests_on(field: str, vestegnen: Vestegnen, client_of: ClientOf) -> None:
    fields = _fields(vestegnen, **{field: "Ring til 12 34 56 78"})

    assert "»12 34 56 78«" in client_of(vestegnen.leader).post("/opgaver/ny/", fields).content.decode()


def test_a_review_lies_after_today(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    fields = _fields(vestegnen, review_on=timezone.localdate())

    assert (
        "Gennemgangen ligger ikke efter i dag"
        in client_of(vestegnen.leader).post("/opgaver/ny/", fields).content.decode()
    )


def test_a_unit_says_itself_that_it_disagrees(vestegnen: Vestegnen, client_of: ClientOf, actor_of: ActorOf) -> None:
    task = decided(vestegnen, vestegnen.gladsaxe_ssp)

    client_of(vestegnen.herlev_case_worker).post(
        f"/opgaver/{task.pk}/uenighed/", {"unit": vestegnen.herlev_ssp.pk, "text": "Vi ville vente en uge."}
    )

    shown = client_of(vestegnen.officer).get(f"/opgaver/{task.pk}/").content.decode()
    assert "Vi ville vente en uge." in shown
    with acting_for(actor_of(vestegnen.herlev_case_worker)):
        assert own_entries(event=Event.DISSENT_NOTED)


def test_whoever_takes_notes_writes_for_another_unit_and_it_shows(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    task = decided(vestegnen, vestegnen.gladsaxe_ssp)
    client = client_of(vestegnen.leader)

    client.post(f"/opgaver/{task.pk}/uenighed/", {"unit": vestegnen.herlev_ssp.pk, "text": "De ville vente."})

    assert "noteret af SSP Gladsaxe" in client.get(f"/opgaver/{task.pk}/").content.decode()


def test_nobody_else_says_that_a_unit_disagrees(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    task = decided(vestegnen, vestegnen.gladsaxe_ssp)
    worker = actor_of(vestegnen.herlev_case_worker)

    with acting_for(worker), pytest.raises(Refused, match="din egen enhed"):
        actions.note_dissent(task, vestegnen.gladsaxe_ssp, text="De er uenige.", by=worker)

    with as_owner():
        assert not Dissent.objects.exists()


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"effect": "Det virkede."}, "Virkningen kan kun stå her"),
        ({"effect": "Det virkede.", "grade": "not_measured"}, "Virkningen kan kun stå her"),
        ({"effect": "Der blev færre.", "grade": "measured"}, "Skriv, hvad der er målt, og tallet"),
        ({"effect": "", "grade": "estimated"}, "Skriv, hvad I skønner"),
    ],
    ids=["uden grad", "ikke målt", "målt uden tal", "skøn uden ord"],
)
def test_no_effect_is_claimed_that_was_not_measured(
    fields: dict[str, str], sentence: str, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    task = decided(vestegnen, vestegnen.local_police)

    shown = client_of(vestegnen.officer).post(f"/opgaver/{task.pk}/", {"outcome": "done", **fields}).content.decode()

    assert sentence in shown
    with as_owner():
        assert not Outcome.objects.exists()


def test_what_was_measured_stands_with_its_grade(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    task = decided(vestegnen, vestegnen.local_police)
    fields = {"outcome": "done", "effect": "4 hændelser mod 9 ugen før.", "grade": EffectGrade.MEASURED}
    client = client_of(vestegnen.officer)

    client.post(f"/opgaver/{task.pk}/", fields)

    shown = client.get(f"/opgaver/{task.pk}/").content.decode()
    assert "Virkning, målt:" in shown
    assert "4 hændelser mod 9 ugen før." in shown


def test_a_second_look_sets_the_next_day(vestegnen: Vestegnen, client_of: ClientOf, actor_of: ActorOf) -> None:
    task = decided(vestegnen, vestegnen.local_police, review_on=timezone.localdate())
    later = timezone.localdate() + timedelta(days=90)

    client_of(vestegnen.leader).post(f"/opgaver/{task.pk}/gennemgang/", {"verdict": "stands", "next_on": later})

    with as_owner():
        assert Task.objects.get().review_on == later
        assert DecisionReview.objects.get().verdict == ReviewVerdict.STANDS
    with acting_for(actor_of(vestegnen.leader)):
        assert own_entries(event=Event.DECISION_REVIEWED)


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"verdict": "lapsed"}, "Skriv kort hvorfor"),
        ({"verdict": "stands", "next_on": "2020-01-01"}, "Næste gennemgang ligger ikke efter i dag"),
        ({"verdict": "lapsed", "text": "Forbi.", "next_on": "2999-01-01"}, "skal ikke gennemgås igen"),
    ],
)
def test_a_second_look_that_says_too_little_is_refused(
    fields: dict[str, str], sentence: str, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    task = decided(vestegnen, vestegnen.local_police)

    shown = client_of(vestegnen.leader).post(f"/opgaver/{task.pk}/gennemgang/", fields).content.decode()

    assert sentence in shown
    with as_owner():
        assert not DecisionReview.objects.exists()


def test_a_reporter_looks_no_decision_through(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    task = decided(vestegnen, vestegnen.gladsaxe_street)
    reporter = actor_of(vestegnen.street_worker)

    with acting_for(reporter), pytest.raises(NotPermitted):
        actions.review_decision(task, ReviewVerdict.STANDS, by=reporter)


@pytest.mark.parametrize("page", ["", "uenighed/", "gennemgang/"])
def test_another_partnership_finds_none_of_it(page: str, vestegnen: Vestegnen, client_of: ClientOf) -> None:
    task = decided(vestegnen, vestegnen.local_police)

    assert client_of(vestegnen.outsider).get(f"/opgaver/{task.pk}/{page}").status_code == 404


def test_an_older_decision_without_any_of_it_is_shown_and_finished(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    task = decided(vestegnen, vestegnen.local_police, decided_in=None)
    client = client_of(vestegnen.officer)

    assert client.get(f"/opgaver/{task.pk}/").status_code == 200
    client.post(f"/opgaver/{task.pk}/", {"outcome": TaskOutcome.DONE})

    with as_owner():
        assert Task.objects.get().closed_at is not None
