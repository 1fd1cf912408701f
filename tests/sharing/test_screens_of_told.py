"""The screens of what was told and received: what they show, what they log, and to whom they do not exist."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from rundbord.access.session import acting_for
from rundbord.audit import Event
from rundbord.sharing import queries
from rundbord.sharing.models import Disclosure
from rundbord.sharing.vocabulary import DeliveryManner
from tests.factories.situations import ActorOf, ClientOf, Vestegnen
from tests.logs import logged
from tests.queries import own_queries
from tests.sharing.telling import CPR, NAME, SEEN, WHY, Table, ask, copy_of, line, table_of, tell

WRONG = "Det var en anden person, der stod ved stationen den aften."


@pytest.fixture
def table(vestegnen: Vestegnen, actor_of: ActorOf) -> Table:
    return table_of(vestegnen, actor_of)


@pytest.fixture
def police(client_of: ClientOf, vestegnen: Vestegnen) -> Client:
    return client_of(vestegnen.officer)


@pytest.fixture
def herlev(client_of: ClientOf, vestegnen: Vestegnen) -> Client:
    return client_of(vestegnen.herlev_case_worker)


def _told(table: Table) -> Disclosure:
    [told] = tell(table.police, [table.world.herlev_ssp])
    return told


def _page(client: Client, path: str, **data: Any) -> str:
    answer = client.post(path, data, follow=True) if data else client.get(path)
    assert answer.status_code == 200, path
    return answer.content.decode()


def test_the_lists_name_nobody(police: Client, herlev: Client, table: Table) -> None:
    _told(table)

    for page in (_page(police, "/videregivet/"), _page(herlev, "/modtaget/")):
        assert "SSP-samarbejdet" in page
        assert NAME not in page
        assert SEEN not in page


def test_a_copy_stands_under_its_conditions_and_each_reading_is_logged(herlev: Client, table: Table) -> None:
    copy = copy_of(_told(table))

    page = _page(herlev, f"/modtaget/{copy.pk}/")
    _page(herlev, f"/modtaget/{copy.pk}/")

    for words in (NAME, SEEN, WHY, "Må ikke gives videre uden afsenderens ja.", "Derefter slettes kopien."):
        assert words in page
    assert page.index("Vilkår") < page.index(SEEN)
    assert NAME not in page.split("</title>")[0]
    assert f"/unge/ny/?modtaget={copy.pk}" in page
    assert logged(Event.DISCLOSURE_READ, about=copy) == 2


def test_the_cpr_number_is_masked_and_shown_once_for_a_need(herlev: Client, table: Table) -> None:
    copy = copy_of(_told(table))
    digits = f"{CPR[:6]}-{CPR[6:]}"

    assert digits not in _page(herlev, f"/modtaget/{copy.pk}/")
    assert digits not in _page(herlev, f"/modtaget/{copy.pk}/cpr/", need="nysgerrig")
    assert digits in _page(herlev, f"/modtaget/{copy.pk}/cpr/", need="journal")
    assert digits not in _page(herlev, f"/modtaget/{copy.pk}/")
    assert logged(Event.RECEIVED_CPR_SHOWN, about=copy) == 1


def test_a_receipt_is_seen_by_the_sender_without_a_name(police: Client, herlev: Client, table: Table) -> None:
    told = _told(table)

    _page(herlev, f"/modtaget/{copy_of(told).pk}/kvitter/", ja="1")

    page = _page(police, f"/videregivet/{told.pk}/")
    assert "SSP-konsulent, SSP Herlev, Herlev Kommune" in page
    assert table.herlev.user_name not in page


def test_a_recall_is_confirmed_and_the_words_are_gone(police: Client, herlev: Client, table: Table) -> None:
    told = _told(table)
    copy = copy_of(told)

    shown = _page(police, f"/videregivet/{told.pk}/ret/", kind="recalled", line="", reason=WRONG, new_wording="")
    assert "72 timer" in shown
    waiting = _page(herlev, f"/modtaget/{copy.pk}/")
    assert WRONG in waiting
    confirm = waiting.split(f"/modtaget/{copy.pk}/rettelse/")[1].split("/")[0]
    after = _page(herlev, f"/modtaget/{copy.pk}/rettelse/{confirm}/", was_used="nej", was_passed_on="nej")

    assert "Kaldt tilbage" in after
    for words in (NAME, SEEN, WRONG):
        assert words not in after
    assert "Kaldt tilbage og slettet" in _page(police, f"/videregivet/{told.pk}/")


def test_a_request_is_taken_back_and_has_nothing_to_put_right(police: Client, table: Table) -> None:
    [asked] = ask(table.police, [table.world.herlev_ssp])

    page = _page(police, f"/videregivet/{asked.pk}/ret/")
    assert "Det blev givet videre" not in page
    assert "Det spurgte I om" in page
    assert "Det skal der stå" not in page
    after = _page(police, f"/videregivet/{asked.pk}/ret/", kind="recalled", reason=WRONG)
    assert "Kaldt tilbage" in after


def test_a_correction_is_refused_beside_its_fields(police: Client, table: Table) -> None:
    told = _told(table)

    page = _page(police, f"/videregivet/{told.pk}/ret/", kind="corrected", line="0", reason="Fejl.", new_wording="")

    assert "Skriv, hvad der er galt" in page
    assert "Skriv, hvad der skal stå i stedet." in page
    assert "Fejl." in page


def test_the_new_words_stand_instead_of_the_old(police: Client, herlev: Client, table: Table) -> None:
    told = _told(table)
    right = "Var hjemme hele aftenen sammen med familien."

    _page(police, f"/videregivet/{told.pk}/ret/", kind="corrected", line="0", reason=WRONG, new_wording=right)

    page = _page(herlev, f"/modtaget/{copy_of(told).pk}/")
    assert page.index(right) < page.index(SEEN)
    assert "<s>" in page


@pytest.mark.parametrize("who", ["coordinator", "outsider"])
def test_to_everybody_else_it_does_not_exist(who: str, client_of: ClientOf, vestegnen: Vestegnen, table: Table) -> None:
    told = _told(table)
    client = client_of(getattr(vestegnen, who))

    for path in (f"/modtaget/{copy_of(told).pk}/", f"/videregivet/{told.pk}/", f"/videregivet/{told.pk}/ret/"):
        assert client.get(path).status_code == 404
    assert "SSP-samarbejdet" not in client.get("/modtaget/").content.decode()


@pytest.mark.parametrize("who", ["dpo", "administrator", "secretary", "street_worker", "caretaker"])
def test_whoever_works_with_no_young_person_has_no_such_page(
    who: str, client_of: ClientOf, vestegnen: Vestegnen, table: Table
) -> None:
    told = _told(table)
    client = client_of(getattr(vestegnen, who))

    for path in ("/modtaget/", "/videregivet/", f"/modtaget/{copy_of(told).pk}/", f"/videregivet/{told.pk}/"):
        assert client.get(path).status_code == 403


def test_the_recipient_has_no_page_of_the_senders(herlev: Client, police: Client, table: Table) -> None:
    told = _told(table)

    assert herlev.get(f"/videregivet/{told.pk}/").status_code == 404
    assert police.get(f"/modtaget/{copy_of(told).pk}/").status_code == 404


def test_there_is_no_letter_to_a_unit(police: Client, table: Table) -> None:
    told = _told(table)

    for path in ("brev/", "brev.pdf", "aflevering/"):
        assert police.get(f"/videregivet/{told.pk}/{path}").status_code == 404
    assert set(DeliveryManner) >= {DeliveryManner.IN_HAND, DeliveryManner.RECEIPT}


def test_the_lists_ask_as_much_for_many_as_for_one(police: Client, herlev: Client, table: Table) -> None:
    _told(table)
    for client, path in ((police, "/videregivet/"), (herlev, "/modtaget/")):
        client.get(path)
    with own_queries() as few:
        police.get("/videregivet/")
        herlev.get("/modtaget/")
    for number in range(5):
        tell(table.police, [table.world.herlev_ssp], [line(f"Noget nyt nummer {number}.")])
    with own_queries() as many:
        police.get("/videregivet/")
        herlev.get("/modtaget/")

    assert len(many) == len(few)
    assert len(few) <= 22


def test_the_list_is_paged_by_key(herlev: Client, table: Table) -> None:
    for number in range(22):
        tell(table.police, [table.world.herlev_ssp], [line(f"Noget nyt nummer {number}.")])

    page = _page(herlev, "/modtaget/")

    assert page.count("Venter på kvittering") == 20
    assert "?efter=" in page


def test_the_start_page_counts_what_waits(herlev: Client, table: Table) -> None:
    _told(table)
    ask(table.police, [table.world.herlev_ssp])

    with acting_for(table.herlev):
        waits = queries.waiting_for(table.herlev)

    assert (waits.receipts, waits.requests, waits.received) == (1, 1, 2)
    assert "modtaget, der venter" in _page(herlev, "/")


def test_a_received_copy_becomes_an_own_file_that_stays_bound(herlev: Client, table: Table) -> None:
    copy = copy_of(_told(table))

    page = _page(herlev, f"/unge/ny/?modtaget={copy.pk}")

    assert f'value="{NAME}"' in page
    assert SEEN in page
