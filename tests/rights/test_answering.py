"""From what was found to the answer: senders are asked, people decide, and silence leaves no trace in the words."""

from __future__ import annotations

import json
from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from pypdf import PdfReader

from rundbord.access.actor import Actor
from rundbord.access.refusal import Refused
from rundbord.access.session import acting_for
from rundbord.identity.models import User
from rundbord.keys.core.blind_index import index_of_cpr
from rundbord.keys.current import look_up_key
from rundbord.notices.models import Notice
from rundbord.rights.actions import Decided, answer, answer_sender_question, ask_senders, decide, decide_group
from rundbord.rights.models import RightsRequest, SenderQuestion
from rundbord.rights.queries.items import ItemView, items_of, to_decide
from rundbord.rights.queries.requests import opened
from rundbord.rights.vocabulary import ItemDecision, ItemGroup, Outcome, RightKind, SenderAnswer, WithholdBasis
from rundbord.sharing.actions import Righting, correct_disclosure
from rundbord.sharing.rules.corrections import CorrectionKind
from tests.concerns.files import SEEN, fact_about, file_on, take_into
from tests.database import as_owner
from tests.factories.situations import ActorOf, ClientOf, Vestegnen
from tests.rights.asking import asked_by, gathered, number, registrar
from tests.rights.test_gathering import known_by
from tests.sharing.telling import NAME, Table, copy_of, line, table_of, tell

TOLD = "Blev set med gruppen på stationen i går aftes."
# The number that is told of: nobody has it (replacement range).
BORN_THEN = "610111-0000"
SILENT = Decided(decision=ItemDecision.WITHHOLD, basis=WithholdBasis.SILENT)
GIVE = Decided(decision=ItemDecision.GIVE)


@pytest.fixture
def table(vestegnen: Vestegnen, actor_of: ActorOf) -> Table:
    """Police, Gladsaxe and Herlev at one table."""
    return table_of(vestegnen, actor_of)


@pytest.fixture
def clerk(vestegnen: Vestegnen) -> User:
    """Gladsaxe's registrar."""
    return registrar(vestegnen.gladsaxe_ssp)


@pytest.fixture
def police_clerk(vestegnen: Vestegnen) -> User:
    """The police's."""
    return registrar(vestegnen.local_police, sign_in_name="politi-registratur")


def asked_for(desk: Actor, **changed: Any) -> RightsRequest:
    """Ask for what was told under the number of the telling's young person."""
    return gathered(asked_by(desk, name=NAME, cpr=number(BORN_THEN), **changed))


def _items(request: RightsRequest, by: Actor) -> list[ItemView]:
    with acting_for(by):
        return [item for group in to_decide(items_of(opened(request))) for item in group.items]


def _reread(request: RightsRequest, by: Actor) -> RightsRequest:
    with acting_for(by):
        return RightsRequest.objects.get(pk=request.pk)


def test_what_the_police_told_is_asked_about_before_anybody_decides(
    clerk: User, police_clerk: User, table: Table, actor_of: ActorOf
) -> None:
    tell(table.police, [table.world.gladsaxe_ssp], [line(TOLD)])
    desk, theirs = actor_of(clerk), actor_of(police_clerk)
    request = asked_for(desk)
    (item,) = _items(request, desk)
    assert item.group is ItemGroup.RECEIVED

    with pytest.raises(Refused), acting_for(desk):
        decide(request, item.item.pk, GIVE, by=desk)
    with acting_for(desk):
        assert ask_senders(request, by=desk) == 1
        assert ask_senders(request, by=desk) == 0
    with acting_for(theirs):
        (question,) = SenderQuestion.objects.all()
        answer_sender_question(question, SenderAnswer.NOT, basis=WithholdBasis.SILENT, by=theirs)
        with pytest.raises(Refused):
            answer_sender_question(question, SenderAnswer.MAY, by=theirs)
    with pytest.raises(Refused), acting_for(desk):
        decide(request, item.item.pk, GIVE, by=desk)
    with acting_for(desk):
        decide(request, item.item.pk, SILENT, by=desk)
        answer(request, by=desk)
    assert _reread(request, desk).outcome == Outcome.ANSWERED.value
    with as_owner():
        told = set(Notice.objects.values_list("kind", "recipient_id"))
    assert ("sender_asked", table.world.police.pk) in told
    assert ("sender_answered", table.world.gladsaxe.pk) in told


def test_what_its_sender_put_right_is_handed_out_in_the_new_words(clerk: User, table: Table, actor_of: ActorOf) -> None:
    [told] = tell(table.police, [table.world.gladsaxe_ssp], [line(TOLD), line("Sagde, at han ville hjem.")])
    _right(told, table, kind=CorrectionKind.CORRECTED, line=0, new_wording="Var hjemme hele aftenen.")

    (item,) = _items(asked_for(actor_of(clerk)), actor_of(clerk))

    words = "\n".join(words for _, words in item.lines)
    assert "Var hjemme hele aftenen." in words
    assert "Sagde, at han ville hjem." in words
    assert TOLD not in words


def test_a_fact_that_was_taken_from_a_copy_bears_its_correction(clerk: User, table: Table, actor_of: ActorOf) -> None:
    [told] = tell(table.police, [table.world.gladsaxe_ssp], [line(TOLD)])
    with acting_for(table.gladsaxe):
        index = index_of_cpr(number(BORN_THEN), look_up_key(table.gladsaxe.authority_id))
    person = file_on(table.gladsaxe, cpr_index=index)
    take_into(person, copy_of(told).pk, table.gladsaxe)
    _right(told, table, kind=CorrectionKind.CORRECTED, line=0, new_wording="Var hjemme hele aftenen.")

    facts = [item for item in _items(asked_for(actor_of(clerk)), actor_of(clerk)) if item.item.source_id != told.pk]

    words = [words for item in facts for _, words in item.lines]
    assert words.count("Var hjemme hele aftenen.") == 1
    assert TOLD in words


def test_what_its_sender_took_back_is_named_and_its_words_are_not_handed_out(
    clerk: User, table: Table, actor_of: ActorOf
) -> None:
    [told] = tell(table.police, [table.world.gladsaxe_ssp], [line(TOLD)])
    _right(told, table, kind=CorrectionKind.RECALLED)

    (item,) = _items(asked_for(actor_of(clerk)), actor_of(clerk))

    assert "Kaldt tilbage af afsenderen" in [label for label, _ in item.lines]
    assert TOLD not in "\n".join(words for _, words in item.lines)


def _right(told: Any, table: Table, **fields: Any) -> None:
    righting = Righting(reason="Det var en anden person, der stod ved stationen den aften.", **fields)
    with acting_for(table.police):
        correct_disclosure(told, righting, by=table.police)


def test_of_two_who_decide_at_once_the_second_reads_the_first_and_keeps_the_own_text(
    clerk: User, table: Table, actor_of: ActorOf, client_of: ClientOf
) -> None:
    tell(table.police, [table.world.gladsaxe_ssp], [line(TOLD)])
    desk = actor_of(clerk)
    request = asked_for(desk)
    with acting_for(desk):
        ask_senders(request, by=desk)
    with as_owner():
        SenderQuestion.objects.update(answer=SenderAnswer.MAY.value)
    address = f"/rettigheder/{request.pk}/{_items(request, desk)[0].item.pk}/"
    first, second = client_of(clerk), client_of(registrar(table.world.gladsaxe_ssp, sign_in_name="anden"))
    part = {"decision": "part", "basis": "dbl22_2_9", "redacted": "Blev set [udeladt].", "read_at": ""}

    assert first.post(address, {"decision": "give", "basis": "", "read_at": ""}).status_code == 302
    refused = second.post(address, part)

    page = refused.content.decode()
    assert "i mellemtiden" in page
    assert "Blev set [udeladt]." in page
    read_at = refused.context["form"]["read_at"].value()
    assert second.post(address, {**part, "read_at": read_at}).status_code == 302
    assert _items(request, desk)[0].redacted == "Blev set [udeladt]."


def test_the_asked_desk_reads_its_own_words_and_nobody_elses(
    police_clerk: User, table: Table, actor_of: ActorOf, client_of: ClientOf
) -> None:
    tell(table.police, [table.world.gladsaxe_ssp], [line(TOLD)])
    clerk = registrar(table.world.gladsaxe_ssp)
    desk = actor_of(clerk)
    request = asked_for(desk)
    with acting_for(desk):
        ask_senders(request, by=desk)
        question = SenderQuestion.objects.get()
    address = f"/rettigheder/spurgt/{question.pk}/"
    police = client_of(police_clerk)

    shown = police.get(address).content.decode()

    assert TOLD in shown
    assert "Gladsaxe Kommune" in police.get("/rettigheder/spurgt/").content.decode()
    assert TOLD not in police.get("/rettigheder/spurgt/").content.decode()
    assert police.get(f"/rettigheder/{request.pk}/").status_code == 404
    herlev = registrar(table.world.herlev_ssp, sign_in_name="herlev-registratur")
    assert client_of(herlev).get(address).status_code == 404
    assert client_of(clerk).get(address).status_code == 404
    sent = police.post(address, {"answer": "not"})
    assert "Vælg, efter hvilken regel" in sent.content.decode()


def _answered(desk: Actor, client: Client, request: RightsRequest) -> tuple[bytes, str, str]:
    page = client.get(f"/rettigheder/{request.pk}/svar/").content.decode()
    pdf = client.get(f"/rettigheder/{request.pk}/brev/").content
    extract = client.get(f"/rettigheder/{request.pk}/udtraek/").content.decode()
    main = page[page.index("<main") : page.index("</main>")]
    return pdf, extract, main.replace(str(request.pk), "").split("csrfmiddlewaretoken")[0]


def test_two_worlds_silence_and_nothing_are_the_same_answer_byte_for_byte(
    clerk: User, table: Table, actor_of: ActorOf, client_of: ClientOf
) -> None:
    """In one world the police told something that must neither be confirmed nor denied; in the other nothing."""
    desk, client = actor_of(clerk), client_of(clerk)
    nothing = asked_for(desk)
    without = _answered(desk, client, nothing)
    tell(table.police, [table.world.gladsaxe_ssp], [line(TOLD)])
    hidden = asked_for(desk)
    with acting_for(desk):
        ask_senders(hidden, by=desk)
    with as_owner():
        SenderQuestion.objects.update(answer=SenderAnswer.NOT.value)
    (item,) = _items(hidden, desk)
    with acting_for(desk):
        decide(hidden, item.item.pk, SILENT, by=desk)

    with_it = _answered(desk, client, hidden)

    assert with_it == without
    text = "".join(page.extract_text() for page in PdfReader(BytesIO(with_it[0])).pages)
    assert "Vi har ikke oplysninger om dig, som vi kan give dig." in " ".join(text.split())
    assert "hverken må be- eller afkræfte" in " ".join(text.split())
    assert TOLD not in text


def test_what_is_held_back_by_an_own_rule_is_told_with_the_rule(
    clerk: User, vestegnen: Vestegnen, actor_of: ActorOf, client_of: ClientOf
) -> None:
    desk, ours = actor_of(clerk), actor_of(vestegnen.coordinator)
    person = known_by(ours)
    with acting_for(ours):
        fact_about(person, ours, words="Bror til Testine var også med.", names_others=True)
    request = gathered(asked_by(desk))
    items = {item.lines[0][1]: item for item in _items(request, desk)}
    given, named = items[SEEN], items["Bror til Testine var også med."]
    cut = Decided(decision=ItemDecision.PART, basis=WithholdBasis.OTHERS, redacted="[udeladt] var også med.")

    with acting_for(desk):
        decide(request, given.item.pk, GIVE, by=desk)
        decide(request, named.item.pk, cut, by=desk)
        with pytest.raises(Refused):
            answer(request, by=desk)
        assert decide_group(request, ItemGroup.OWN, GIVE, by=desk) >= 2
        answer(request, by=desk)
    told = json.loads(client_of(clerk).get(f"/rettigheder/{request.pk}/udtraek/").content)

    said = json.dumps(told, ensure_ascii=False)
    assert SEEN in said
    assert "[udeladt] var også med." in said
    assert "Testine" not in said
    assert told["undtaget efter"] == [WithholdBasis.OTHERS.label]
    assert {each["kilde"] for each in told["oplysninger"]} == {"Egen myndighed"}


def test_what_may_name_others_is_never_decided_with_the_rest(
    clerk: User, vestegnen: Vestegnen, actor_of: ActorOf
) -> None:
    desk, ours = actor_of(clerk), actor_of(vestegnen.coordinator)
    person = known_by(ours)
    with acting_for(ours):
        fact_about(person, ours, words="Testine var også med.", names_others=True)
    request = gathered(asked_by(desk))

    with acting_for(desk):
        decide_group(request, ItemGroup.OWN, GIVE, by=desk)

    assert [item.lines[0][1] for item in _items(request, desk) if item.decision is None] == ["Testine var også med."]


def test_the_desk_decides_and_answers_on_its_screens(
    clerk: User, vestegnen: Vestegnen, actor_of: ActorOf, client_of: ClientOf
) -> None:
    known_by(actor_of(vestegnen.coordinator))
    desk, client = actor_of(clerk), client_of(clerk)
    request = gathered(asked_by(desk))
    first = _items(request, desk)[0]

    shown = client.get(f"/rettigheder/{request.pk}/").content.decode()
    item = client.get(f"/rettigheder/{request.pk}/{first.item.pk}/")
    client.post(f"/rettigheder/{request.pk}/{first.item.pk}/", {"decision": "give"})
    early = client.post(f"/rettigheder/{request.pk}/svar/", {}).content.decode()
    client.post(f"/rettigheder/{request.pk}/gruppe/own/", {"decision": "give"})
    done = client.post(f"/rettigheder/{request.pk}/svar/", {})

    assert "Egne oplysninger" in shown
    assert item.status_code == 200
    assert "mangler en afgørelse" in early
    assert done.status_code == 302
    assert _reread(request, desk).outcome == "answered"
    assert SEEN in client.get(f"/rettigheder/{request.pk}/svar/").content.decode()


def test_a_wish_to_rectify_is_decided_in_words_that_the_person_reads(
    clerk: User, actor_of: ActorOf, client_of: ClientOf
) -> None:
    desk, client = actor_of(clerk), client_of(clerk)
    request = asked_by(desk, kind=RightKind.RECTIFY, words="Jeg var ikke ved stationen den aften.")
    address = f"/rettigheder/{request.pk}/afgoer/"

    short = client.post(address, {"outcome": "granted", "words": "Ja"}).content.decode()
    client.post(address, {"outcome": "granted", "words": "Vi har rettet det og sagt det til dem, der fik det."})

    assert "Skriv, hvad der er gjort" in short
    assert _reread(request, desk).outcome == "granted"
    pdf = client.get(f"/rettigheder/{request.pk}/brev/").content
    text = " ".join("".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).split())
    assert "Vi har rettet det" in text
    assert "Datatilsynet" in text
