"""Report incidents — indtast hændelser: all lines are saved or none, and nothing typed is lost."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from rundbord.access.session import acting_for
from rundbord.audit import Event
from rundbord.situation.models import Report
from rundbord.situation.vocabulary import Category, Nature, SourceKind
from tests.database import as_owner
from tests.factories.situations import ActorOf, ClientOf, Vestegnen
from tests.logs import logged

BURGLARY = {"when": "i går 22.30", "category": "ind", "place_text": "Eksempelvej", "text": "Terrassedør brudt op."}
FIGHT = {"when": "i går 18-20", "category": "vold", "place_text": "Stationen", "text": "Slagsmål mellem to grupper."}


def _post(client: Client, *lines: dict[str, str], audience: str = "parties", **more: str) -> Any:
    typed = {f"{number}-{name}": value for number, line in enumerate(lines) for name, value in line.items()}
    return client.post("/indberet/politi/", {**typed, "audience": audience, **more})


def _saved() -> list[Report]:
    with as_owner():
        return list(Report.objects.order_by("created_at"))


def test_lines_become_incidents_in_their_order(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    response = _post(client_of(vestegnen.officer), BURGLARY, FIGHT)

    first, second = _saved()
    assert response.headers["Location"] == f"/mine-indberetninger/?gemt={first.pk}&gemt={second.pk}"
    assert (first.category, first.heading) == (Category.BURGLARY, "Indbrud, Eksempelvej")
    assert {each.nature for each in (first, second)} == {Nature.INCIDENT}
    assert {each.source_kind for each in (first, second)} == {SourceKind.POLICE}
    assert second.ends_at is not None
    assert logged(Event.REPORTED, about=second)


def test_ten_lines_stand_ready_without_script(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    page = client_of(vestegnen.officer).get("/indberet/politi/")

    assert len(page.context["rows"]) == 10
    assert 'list="categories"' in page.content.decode()


def test_empty_lines_in_between_are_passed_over(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    _post(client_of(vestegnen.officer), BURGLARY, {}, FIGHT)

    assert len(_saved()) == 2


@pytest.mark.parametrize(
    ("wrong", "field", "says"),
    [
        ({"when": "snart"}, "when", "Skriv for eksempel 22"),
        ({"when": ""}, "when", "Skriv et tidspunkt"),
        ({"when": "1/1/2031 22"}, "when", "i fremtiden"),
        ({"category": "v"}, "category", "første bogstaver"),
        ({"place_text": ""}, "place_text", "Vælg et område"),
        ({"place_text": "Eksempelvej 12"}, "place_text", "Husnummer"),
        ({"text": ""}, "text", "Skriv kort"),
        ({"text": "Bil AB 12 345 kørte væk."}, "text", "Nummerplade"),
        ({"text": "Mehmet løb væk."}, "text", "»Mehmet«"),
    ],
)
def test_one_wrong_line_keeps_all_back_and_is_pointed_out(
    *, wrong: dict[str, str], field: str, says: str, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    response = _post(client_of(vestegnen.officer), BURGLARY, FIGHT | wrong)

    lines = response.context["rows"]
    assert says in str(lines[1].errors[field])
    assert not lines[0].errors
    assert lines[0]["text"].value() == BURGLARY["text"]
    assert lines[1][field].value() == wrong[field]
    assert "Intet er gemt endnu" in response.content.decode()
    assert _saved() == []


def test_words_kept_in_spite_of_a_warning_are_logged(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    client = client_of(vestegnen.officer)
    named = FIGHT | {"text": "Mehmet løb væk."}
    asked = _post(client, named).context["rows"][0]["text"].examined

    _post(client, named, **{"0-text-wording": asked.mark})

    assert logged(Event.GUARD_OVERRIDDEN, about=_saved()[0])


def test_nothing_typed_is_said_and_nothing_saved(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    response = _post(client_of(vestegnen.officer))

    assert "Udfyld mindst én række" in response.content.decode()


def test_only_the_chosen_readers_see_them(vestegnen: Vestegnen, client_of: ClientOf, actor_of: ActorOf) -> None:
    _post(client_of(vestegnen.officer), BURGLARY, audience="authority")

    with acting_for(actor_of(vestegnen.coordinator)):
        assert not Report.objects.exists()


def test_a_draft_fills_the_lines_again(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    client = client_of(vestegnen.officer)
    client.post("/kladde/", {"draft_key": "/indberet/politi/", "2-text": "Halvt skrevet"})

    lines = client.get("/indberet/politi/").context["rows"]

    assert lines[2]["text"].value() == "Halvt skrevet"


def test_others_than_the_police_cannot_open_it(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    assert client_of(vestegnen.street_worker).get("/indberet/politi/").status_code == 403
