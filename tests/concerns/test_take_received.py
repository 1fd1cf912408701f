"""A concern from what another authority told: chosen lines stand in the own file, bound to basis, copy and last day."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from rundbord.audit import Event
from rundbord.concerns.models import Concern, Fact, YoungPerson
from rundbord.sharing.vocabulary import InformationClass
from tests.concerns.raising import typed
from tests.database import as_owner
from tests.factories.situations import ActorOf, ClientOf, Vestegnen
from tests.logs import logged
from tests.sharing.telling import CPR, NAME, SEEN, copy_of, line, table_of, tell

OFFENCE = "Sigtet for tyveri i oktober."


@pytest.fixture
def received(vestegnen: Vestegnen, actor_of: ActorOf) -> Any:
    """What the police told SSP Herlev: something seen, and an offence that Herlev could not write down itself."""
    police = table_of(vestegnen, actor_of).police
    lines = [line(), line(OFFENCE, information_class=InformationClass.OFFENCE)]
    [told] = tell(police, [vestegnen.herlev_ssp], lines)
    return copy_of(told)


def _raise_from(received: Any, client: Client, **changes: Any) -> Any:
    sent = {**typed(name=NAME, seen="", grade=""), "lines": ["0", "1"], "use_cpr": "on", **changes}
    return client.post(f"/unge/ny/?modtaget={received.pk}", sent)


def test_the_form_knows_who_it_is_and_keeps_the_number_hidden(
    received: Any, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    page = client_of(vestegnen.herlev_case_worker).get(f"/unge/ny/?modtaget={received.pk}")

    assert page.context["form"]["name"].value() == NAME
    assert SEEN in page.content.decode()
    assert CPR[6:] not in page.content.decode().replace("-", "").replace(str(received.pk).replace("-", ""), "")
    assert logged(Event.DISCLOSURE_READ, about=received) == 1


def test_chosen_lines_stand_in_the_own_file_bound_to_where_they_came_from(
    received: Any, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    client = client_of(vestegnen.herlev_case_worker)

    answer = _raise_from(received, client)

    assert answer.status_code == 302
    with as_owner():
        facts = list(Fact.objects.all())
        person = YoungPerson.objects.get()
        assert Concern.objects.get().source_id == received.pk
    assert {fact.information_class for fact in facts} == {"p2", "p3"}
    assert {(fact.received_under, fact.received_id) for fact in facts} == {(received.basis, received.pk)}
    assert {fact.keep_until for fact in facts} == {received.expires_on}
    assert person.cpr_index is not None
    page = client.get(answer.headers["Location"]).content.decode()
    assert OFFENCE in page
    assert "Modtaget" in page


def test_lines_that_were_not_chosen_stay_behind(received: Any, vestegnen: Vestegnen, client_of: ClientOf) -> None:
    _raise_from(received, client_of(vestegnen.herlev_case_worker), lines=["0"])

    with as_owner():
        assert [fact.information_class for fact in Fact.objects.all()] == ["p2"]


def test_with_neither_a_line_nor_own_words_nothing_is_opened(
    received: Any, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    answer = _raise_from(received, client_of(vestegnen.herlev_case_worker), lines=[])

    assert "seen" in answer.context["form"].errors
    with as_owner():
        assert not YoungPerson.objects.exists()


def test_own_words_are_added_beside_what_was_received(received: Any, vestegnen: Vestegnen, client_of: ClientOf) -> None:
    _raise_from(received, client_of(vestegnen.herlev_case_worker), seen="Set i klubben i går.", grade="seen")

    with as_owner():
        assert Fact.objects.filter(received_under="").count() == 1
        assert Fact.objects.exclude(received_under="").count() == 2


@pytest.mark.parametrize("who", ["coordinator", "officer", "outsider"])
def test_nobody_opens_a_file_from_what_others_were_told(
    who: str, received: Any, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    client = client_of(getattr(vestegnen, who))

    assert client.get(f"/unge/ny/?modtaget={received.pk}").status_code == 404
    assert _raise_from(received, client).status_code == 404
