"""What hangs on an agreement and a chair: signatures, budget, templates, the end announced, the hand-over list."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from rundbord.access.session import acting_for
from rundbord.audit import Event, own_entries
from rundbord.notices.models import Notice
from rundbord.partnership.jobs import announce
from rundbord.partnership.models import (
    Agreement,
    BudgetLine,
    ChairTerm,
    FocusPoint,
    Forum,
    ForumSeat,
    HandOverStep,
    Party,
    Signature,
)
from rundbord.partnership.rules.focus_templates import NORREBRO
from rundbord.partnership.vocabulary import HandOverKind
from tests.database import as_owner
from tests.factories.situations import ActorOf, ClientOf, Vestegnen

TODAY = timezone.localdate


@pytest.fixture
def secretary(vestegnen: Vestegnen, client_of: ClientOf) -> Client:
    """The partnership's secretary at a browser."""
    return client_of(vestegnen.secretary)


@pytest.fixture
def agreement(vestegnen: Vestegnen) -> Agreement:
    """An agreement that ends in a hundred days."""
    with as_owner():
        return Agreement.objects.create(
            partnership=vestegnen.partnership,
            title="Partnerskabsaftale",
            signed_on=TODAY() - timedelta(days=900),
            starts_on=TODAY() - timedelta(days=800),
            ends_on=TODAY() + timedelta(days=100),
        )


def _party(vestegnen: Vestegnen, code: str) -> Party:
    with as_owner():
        return Party.objects.get(partnership=vestegnen.partnership, authority__code=code)


def _chair(vestegnen: Vestegnen, code: str) -> ChairTerm:
    with as_owner():
        return ChairTerm.objects.create(
            partnership=vestegnen.partnership, party=_party(vestegnen, code), starts_on=TODAY() - timedelta(days=400)
        )


def test_a_signature_stands_with_office_and_the_chosen_name_and_the_missing_are_named(
    vestegnen: Vestegnen, secretary: Client, agreement: Agreement, actor_of: ActorOf
) -> None:
    form = {
        "party": str(_party(vestegnen, "herlev").pk),
        "office": "Borgmester",
        "name": "Test Testesen",
        "signed_on": str(TODAY() - timedelta(days=10)),
    }

    secretary.post(f"/partnerskab/aftaler/{agreement.pk}/underskrift/", form)

    text = secretary.get(f"/partnerskab/aftaler/{agreement.pk}/").content.decode()
    assert "Borgmester Test Testesen" in text
    missing = text.split("Mangler:")[1][:200]
    assert "Vestegnens Politi" in missing
    assert "Herlev" not in missing
    with acting_for(actor_of(vestegnen.dpo)):
        [entry] = own_entries(event=Event.SIGNATURE_ADDED, limit=5)
        assert "Testesen" not in str(entry)


def test_a_signature_carries_no_number_and_is_not_entered_twice(
    vestegnen: Vestegnen, secretary: Client, agreement: Agreement
) -> None:
    address = f"/partnerskab/aftaler/{agreement.pk}/underskrift/"
    form = {"party": str(_party(vestegnen, "herlev").pk), "office": "Borgmester", "signed_on": str(TODAY())}
    secretary.post(address, form)

    again = secretary.post(address, form).content.decode()
    numbered = secretary.post(address, {**form, "office": "Direktør", "name": "Test 610108-0000"}).content.decode()

    assert "allerede lagt ind" in again
    assert "uden tal" in numbered
    with as_owner():
        assert Signature.objects.count() == 1


def test_the_budget_is_added_up_by_year_and_a_wrong_year_is_explained(
    vestegnen: Vestegnen, secretary: Client, agreement: Agreement
) -> None:
    address, year = f"/partnerskab/aftaler/{agreement.pk}/budget/", TODAY().year
    for code, amount in (("herlev", 300_000), ("gladsaxe", 450_000)):
        party = str(_party(vestegnen, code).pk)
        secretary.post(address, {"party": party, "year": year, "amount": amount, "purpose": "Sekretariat"})
    wrong = secretary.post(address, {"party": str(_party(vestegnen, "herlev").pk), "year": 1999, "amount": 5})

    text = secretary.get(f"/partnerskab/aftaler/{agreement.pk}/").content.decode()
    assert f"{year} i alt 750.000 kr." in text
    assert "Vælg et år imellem" in wrong.content.decode()
    with as_owner():
        assert BudgetLine.objects.count() == 2


def test_what_was_entered_by_mistake_is_struck_and_only_by_the_secretary(
    vestegnen: Vestegnen, secretary: Client, client_of: ClientOf, agreement: Agreement
) -> None:
    with as_owner():
        own = {"partnership": vestegnen.partnership, "agreement": agreement, "party": _party(vestegnen, "herlev")}
        signed = Signature.objects.create(**own, office="Borgmester", signed_on=TODAY())
        line = BudgetLine.objects.create(**own, year=TODAY().year, amount=1000)
    addresses = [f"/partnerskab/underskrifter/{signed.pk}/slet/", f"/partnerskab/budget/{line.pk}/slet/"]

    refused = [client_of(vestegnen.officer).post(address).status_code for address in addresses]
    done = [secretary.post(address).status_code for address in addresses]

    assert refused == [403, 403]
    assert done == [302, 302]
    with as_owner():
        assert not Signature.objects.exists()
        assert not BudgetLine.objects.exists()


def test_a_housing_organisation_reads_the_agreement_and_neither_signatures_nor_budget(
    vestegnen: Vestegnen, client_of: ClientOf, agreement: Agreement
) -> None:
    text = client_of(vestegnen.caretaker).get(f"/partnerskab/aftaler/{agreement.pk}/").content.decode()

    assert "Partnerskabsaftale" in text
    assert "Underskrifter" not in text


def test_a_template_adds_its_points_once(vestegnen: Vestegnen, secretary: Client) -> None:
    page = secretary.get("/partnerskab/indsatspunkter/skabeloner/").content.decode()
    for _ in range(2):
        secretary.post("/partnerskab/indsatspunkter/skabeloner/", {"template": "noerrebro"})

    assert "De ti indsatser fra Nørrebro" in page
    with as_owner():
        titles = list(FocusPoint.objects.order_by("position").values_list("title", flat=True))
    assert titles == [title for title, _ in NORREBRO.points]
    assert len(titles) == 10


def test_the_end_is_announced_once_a_mark_to_secretaries_and_to_the_chairs_leaders(
    vestegnen: Vestegnen, agreement: Agreement
) -> None:
    _chair(vestegnen, "herlev")

    announce(0)
    announce(0)

    with as_owner():
        told = set(Notice.objects.filter(kind="agreement_ends").values_list("recipient__code", "role"))
        assert Notice.objects.filter(kind="agreement_ends").count() == len(told)
        Agreement.objects.update(ends_on=TODAY() + timedelta(days=80))
        Notice.objects.update(at=timezone.now() - timedelta(days=20))
    assert ("herlev", "leader") in told
    assert ("gladsaxe", "secretary") in told
    assert ("gladsaxe", "leader") not in told
    announce(0)
    with as_owner():
        assert Notice.objects.filter(kind="agreement_ends").count() == 2 * len(told)


def test_nothing_is_announced_when_the_next_agreement_is_signed(vestegnen: Vestegnen, agreement: Agreement) -> None:
    with as_owner():
        Agreement.objects.create(
            partnership=vestegnen.partnership,
            title="Næste aftale",
            signed_on=TODAY(),
            starts_on=agreement.ends_on + timedelta(days=1),
            ends_on=agreement.ends_on + timedelta(days=700),
        )

    announce(0)

    with as_owner():
        assert not Notice.objects.filter(kind="agreement_ends").exists()


def test_the_day_counts_down_for_the_secretary_and_not_for_an_officer(
    vestegnen: Vestegnen, secretary: Client, client_of: ClientOf, agreement: Agreement
) -> None:
    assert "dage, til aftalen udløber" in secretary.get("/").content.decode()
    assert "til aftalen udløber" not in client_of(vestegnen.officer).get("/").content.decode()


def test_the_secretariat_follows_the_chair_and_the_next_chair_is_told_of_its_list(
    vestegnen: Vestegnen, secretary: Client
) -> None:
    former, first_day = _chair(vestegnen, "gladsaxe"), TODAY() + timedelta(days=30)

    answer = secretary.post(
        "/partnerskab/formandskab/",
        {
            "party": str(_party(vestegnen, "herlev").pk),
            "starts_on": str(first_day),
            "secretariat": str(vestegnen.herlev_ssp.pk),
            "note": "Mødeplanen er aftalt.",
        },
        follow=True,
    )

    assert "SSP Herlev" in answer.content.decode()
    with as_owner():
        former.refresh_from_db()
        term = ChairTerm.objects.get(ends_on=None)
        kinds = set(HandOverStep.objects.filter(chair=term).values_list("kind", flat=True))
        told = set(Notice.objects.filter(kind="chair_comes").values_list("recipient__code", "role"))
    assert former.ends_on == first_day - timedelta(days=1)
    assert term.secretariat_id == vestegnen.herlev_ssp.pk
    assert kinds == {each.value for each in HandOverKind}
    assert told == {("herlev", "leader"), ("herlev", "secretary")}


def test_a_secretariat_elsewhere_than_with_the_chair_is_refused(vestegnen: Vestegnen, secretary: Client) -> None:
    text = secretary.post(
        "/partnerskab/formandskab/",
        {
            "party": str(_party(vestegnen, "herlev").pk),
            "starts_on": str(TODAY()),
            "secretariat": str(vestegnen.gladsaxe_ssp.pk),
        },
    ).content.decode()

    assert "Sekretariatet følger formandskabet" in text
    with as_owner():
        assert not ChairTerm.objects.exists()


def test_a_step_is_ticked_by_a_unit_and_can_be_taken_back(
    vestegnen: Vestegnen, secretary: Client, client_of: ClientOf
) -> None:
    term = _chair(vestegnen, "gladsaxe")
    with as_owner():
        step = HandOverStep.objects.create(partnership=vestegnen.partnership, chair=term, kind="budget")
    address = f"/partnerskab/overdragelse/{step.pk}/"

    refused = client_of(vestegnen.officer).post(address, {"done": "1"}).status_code
    secretary.post(address, {"done": "1"})
    ticked = secretary.get(f"/partnerskab/formandskab/{term.pk}/").content.decode()
    secretary.post(address, {"done": "0"})

    assert refused == 403
    assert "SSP Gladsaxe, Gladsaxe Kommune" in ticked
    with as_owner():
        step.refresh_from_db()
    assert (step.done_on, step.done_by) == (None, "")


@pytest.mark.parametrize("in_days", [0, 30])
def test_the_secretarys_seats_move_on_the_day(vestegnen: Vestegnen, secretary: Client, in_days: int) -> None:
    term, first_day = _chair(vestegnen, "gladsaxe"), TODAY() + timedelta(days=in_days)
    with as_owner():
        ChairTerm.objects.filter(pk=term.pk).update(secretariat=vestegnen.gladsaxe_ssp)
        forum = Forum.objects.create(
            partnership=vestegnen.partnership,
            authority=vestegnen.gladsaxe,
            kind="steering",
            name="Styregruppen",
            rhythm="yearly",
            opened_at=timezone.now(),
        )
        for unit, role in ((vestegnen.gladsaxe_ssp, "secretary"), (vestegnen.herlev_ssp, "member")):
            ForumSeat.objects.create(
                partnership=vestegnen.partnership,
                forum=forum,
                authority_id=unit.authority_id,
                unit=unit,
                unit_name=unit.name,
                role=role,
                starts_on=TODAY() - timedelta(days=100),
            )

    secretary.post(
        "/partnerskab/formandskab/",
        {
            "party": str(_party(vestegnen, "herlev").pk),
            "starts_on": str(first_day),
            "secretariat": str(vestegnen.herlev_ssp.pk),
        },
    )

    with as_owner():
        seats = set(ForumSeat.objects.values_list("unit__name", "role", "starts_on", "ends_on"))
        step = HandOverStep.objects.get(kind="forums")
    before, day_before = TODAY() - timedelta(days=100), first_day - timedelta(days=1)
    assert seats == {
        ("SSP Gladsaxe", "secretary", before, day_before),
        ("SSP Herlev", "member", before, day_before),
        ("SSP Herlev", "secretary", first_day, None),
    }
    assert step.done_by == "Rundbord flyttede 1"
