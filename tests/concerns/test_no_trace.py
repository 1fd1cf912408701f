"""What is typed of a person lies sealed in the file and nowhere else: no draft, no log line, no title, no notice."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse

from rundbord.concerns.models import Concern, Fact, YoungPerson
from rundbord.identity.models import Draft
from rundbord.notices.models import Notice
from tests.concerns.raising import CPR, typed
from tests.database import as_owner
from tests.factories.situations import ClientOf, Vestegnen

_TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
_DRAWN = re.compile(r"'(request|timestamp)': '[^']*'")
_TYPED = ("Eksempel", "610112", "4321", "kiosken", "Eksempelvej")


@pytest.fixture
def person(vestegnen: Vestegnen, client_of: ClientOf) -> YoungPerson:
    client_of(vestegnen.coordinator).post("/unge/ny/", typed(cpr=CPR, address="Eksempelvej 1"))
    with as_owner():
        return YoungPerson.objects.get()


def _screens(person: YoungPerson) -> list[str]:
    with as_owner():
        concern, fact = Concern.objects.get(), Fact.objects.get()
    file, of_fact = f"/unge/{person.pk}/", f"/unge/{person.pk}/oplysninger/{fact.pk}/"
    inside = ("", "oplysninger/", "oplysninger/ny/", "bekymring/", "cpr/", "hvem/", "snaever/", "forholdsregel/")
    return [
        *("/unge/", "/unge/ny/", "/unge/find/"),
        *(file + each for each in inside),
        *(f"{file}bekymring/{concern.pk}/{each}/" for each in ("rolle", "niveau")),
        *(of_fact + each for each in ("ret/", "traek-tilbage/", "laesere/")),
    ]


def test_no_title_names_anybody_and_no_form_keeps_a_draft(
    person: YoungPerson, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    client, saving = client_of(vestegnen.coordinator), reverse("identity:save_draft")
    for address in _screens(person):
        page = client.get(address).content.decode()
        [title] = _TITLE.findall(page)

        assert [word for word in _TYPED if word in title] == [], address
        assert saving not in page, address
    with as_owner():
        assert not Draft.objects.exists()


def test_no_line_of_the_servers_log_holds_what_was_typed(
    person: YoungPerson, vestegnen: Vestegnen, client_of: ClientOf, caplog: pytest.LogCaptureFixture
) -> None:
    client = client_of(vestegnen.coordinator)
    caplog.set_level("DEBUG")
    client.post("/unge/ny/", typed(cpr="611399-4321", role=""))
    client.post("/unge/find/", {"cpr": CPR, "reason": "Følger op på samtalen."})
    client.post(f"/unge/{person.pk}/cpr/", {"reason": "Til brev i Digital Post."})
    client.post(f"/unge/{person.pk}/hvem/", {"name": "Ung Eksempel", "address": "Eksempelvej 1"})

    logged = [record.getMessage() for record in caplog.records if not record.name.startswith("django.db")]
    # Chance may write any four digits into a number of a request or a fraction of a second.
    lines = [_DRAWN.sub("", line) for line in logged]

    assert lines
    assert [line for line in lines if any(word in line for word in _TYPED)] == []


def test_a_notice_leads_to_the_file_and_says_nothing(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    client_of(vestegnen.coordinator).post(
        "/unge/ny/",
        typed(seen_class="p4", readers=[str(vestegnen.leader.pk)]),
    )

    with as_owner():
        [notice] = Notice.objects.all()
        [person] = YoungPerson.objects.all()
    assert notice.path == f"/unge/{person.pk}/"
    assert [word for word in _TYPED if word in notice.sentence] == []
