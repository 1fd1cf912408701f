"""The partnership's page and its governing: agreement, chair, parties, focus points, units that must report."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from rundbord.access.roles import Role
from rundbord.access.session import acting_for
from rundbord.audit import Event, own_entries
from rundbord.foureyes.actions import confirm
from rundbord.foureyes.models import Order
from rundbord.partnership.models import (
    Agreement,
    AgreementExtension,
    Area,
    ChairTerm,
    FocusPoint,
    Partnership,
    Party,
    ReportingDuty,
)
from tests.database import as_owner
from tests.factories import rows
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
            text="Parterne forebygger sammen.",
            signed_on=TODAY() - timedelta(days=900),
            starts_on=TODAY() - timedelta(days=800),
            ends_on=TODAY() + timedelta(days=100),
        )


def _party(vestegnen: Vestegnen, code: str) -> Party:
    with as_owner():
        return Party.objects.get(partnership=vestegnen.partnership, authority__code=code)


def _form(**changes: str) -> dict[str, str]:
    return {
        "title": "Ny partnerskabsaftale",
        "text": "Parterne mødes hver måned.",
        "signed_on": str(TODAY()),
        "starts_on": str(TODAY() + timedelta(days=200)),
        "ends_on": str(TODAY() + timedelta(days=900)),
        "seen": "{}",
    } | changes


def test_the_page_shows_agreement_parties_and_chair(
    vestegnen: Vestegnen,
    client_of: ClientOf,
    agreement: Agreement,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    client = client_of(vestegnen.officer)

    with django_assert_max_num_queries(22):
        text = client.get("/partnerskab/").content.decode()

    assert all(words in text for words in ("Partnerskabsaftale", "Herlev Kommune", "Boligselskabet Eksempel"))
    assert "Optag part" not in text


def test_an_end_in_sight_is_warned_of(vestegnen: Vestegnen, secretary: Client, agreement: Agreement) -> None:
    assert "100 dage endnu" in secretary.get("/partnerskab/").content.decode()


def test_no_agreement_is_an_alarm(vestegnen: Vestegnen, secretary: Client) -> None:
    assert "Ingen aftale gælder i dag" in secretary.get("/partnerskab/").content.decode()


def test_an_extension_moves_the_end_and_keeps_the_original(
    vestegnen: Vestegnen, secretary: Client, agreement: Agreement
) -> None:
    later = TODAY() + timedelta(days=800)

    secretary.post(
        f"/partnerskab/aftaler/{agreement.pk}/forlaeng/",
        {"ends_on": str(later), "decided_on": str(TODAY()), "note": "Besluttet i styregruppen."},
    )

    page = secretary.get("/partnerskab/")
    assert page.context["current"].term.ends_on == later
    assert "udløber snart" not in page.content.decode()
    with as_owner():
        assert AgreementExtension.objects.get().agreement_id == agreement.pk
        assert Agreement.objects.get().ends_on == agreement.ends_on


def test_an_overlapping_agreement_is_refused_and_the_text_kept(
    vestegnen: Vestegnen, secretary: Client, agreement: Agreement
) -> None:
    text = secretary.post("/partnerskab/aftaler/ny/", _form(starts_on=str(TODAY()))).content.decode()

    assert "overlapper »Partnerskabsaftale«" in text
    assert "Parterne mødes hver måned." in text


def test_a_following_agreement_is_entered(vestegnen: Vestegnen, secretary: Client, agreement: Agreement) -> None:
    response = secretary.post("/partnerskab/aftaler/ny/", _form())

    assert response.status_code == 302
    with as_owner():
        assert Agreement.objects.filter(title="Ny partnerskabsaftale").exists()


def test_a_cpr_number_never_gets_into_an_agreement(vestegnen: Vestegnen, secretary: Client) -> None:
    text = secretary.post("/partnerskab/aftaler/ny/", _form(text="Om 070761-4285.")).content.decode()

    assert "070761-4285" in text
    with as_owner():
        assert not Agreement.objects.exists()


def test_two_who_correct_an_agreement_learn_of_each_other(
    vestegnen: Vestegnen, secretary: Client, agreement: Agreement
) -> None:
    address = f"/partnerskab/aftaler/{agreement.pk}/ret/"
    seen = secretary.get(address).context["form"].initial["seen"]
    with as_owner():
        Agreement.objects.update(text="Den andens tekst.")

    dates = {name: str(getattr(agreement, name)) for name in ("signed_on", "starts_on", "ends_on")}
    text = secretary.post(address, {"title": "Aftale", "text": "Min tekst.", **dates, "seen": seen}).content.decode()

    assert "Den andens tekst." in text
    assert "Min tekst." in text
    with as_owner():
        assert Agreement.objects.get().text == "Den andens tekst."


def test_the_chair_goes_over_without_a_day_between(vestegnen: Vestegnen, secretary: Client) -> None:
    first_day = TODAY() + timedelta(days=30)
    with as_owner():
        ChairTerm.objects.create(
            partnership=vestegnen.partnership,
            party=_party(vestegnen, "gladsaxe"),
            starts_on=TODAY() - timedelta(days=400),
        )

    secretary.post(
        "/partnerskab/formandskab/",
        {"party": str(_party(vestegnen, "herlev").pk), "starts_on": str(first_day), "note": "Mødeplanen er aftalt."},
    )

    with as_owner():
        former, latter = ChairTerm.objects.order_by("starts_on")
    assert former.ends_on == first_day - timedelta(days=1)
    assert (latter.starts_on, latter.ends_on, latter.note) == (first_day, None, "Mødeplanen er aftalt.")
    assert "Gladsaxe Kommune" in secretary.get("/partnerskab/").content.decode().split("Formandskab")[1][:400]


def test_a_new_party_sees_the_table_from_its_first_day(
    vestegnen: Vestegnen, secretary: Client, actor_of: ActorOf
) -> None:
    secretary.post("/partnerskab/parter/ny/", {"authority": str(vestegnen.outside.pk), "joined_on": str(TODAY())})
    with as_owner():
        order = Order.objects.get()
        leader = actor_of(vestegnen.leader)
    with acting_for(leader):
        confirm(order, by=leader)

    with as_owner():
        Party.objects.get(partnership=vestegnen.partnership, authority=vestegnen.outside)
        Party.objects.filter(partnership=vestegnen.other_partnership).delete()
    with acting_for(actor_of(vestegnen.outsider)):
        assert Partnership.objects.get() == vestegnen.partnership


def test_a_former_party_sees_nothing_from_the_day_after(
    vestegnen: Vestegnen, secretary: Client, actor_of: ActorOf
) -> None:
    actor = actor_of(vestegnen.herlev_case_worker)

    secretary.post(f"/partnerskab/parter/{_party(vestegnen, 'herlev').pk}/udtraed/", {"left_on": str(TODAY())})

    with acting_for(actor):
        on_the_last_day = Area.objects.count()
    with as_owner():
        Party.objects.filter(authority=vestegnen.herlev).update(left_on=TODAY() - timedelta(days=1))
    with acting_for(actor):
        assert [model.objects.count() for model in (Area, Partnership, Party, Agreement)] == [0, 0, 0, 0]
    assert on_the_last_day == 2


def test_a_former_partys_open_session_finds_no_partnership(
    vestegnen: Vestegnen, secretary: Client, client_of: ClientOf
) -> None:
    theirs = client_of(vestegnen.herlev_case_worker)
    yesterday = TODAY() - timedelta(days=1)

    secretary.post(f"/partnerskab/parter/{_party(vestegnen, 'herlev').pk}/udtraed/", {"left_on": str(yesterday)})
    with as_owner():
        order = Order.objects.get()
    client_of(vestegnen.leader).post(f"/to-personer/{order.pk}/bekraeft/", {"agrees": "on"})

    assert theirs.get("/partnerskab/").status_code == 404
    assert theirs.get(f"/omraader/{vestegnen.park.pk}/").status_code == 404


def test_the_last_police_cannot_leave(vestegnen: Vestegnen, secretary: Client) -> None:
    address = f"/partnerskab/parter/{_party(vestegnen, 'politi').pk}/udtraed/"

    assert "mindst én part fra politi" in secretary.post(address, {"left_on": str(TODAY())}).content.decode()


def test_focus_points_have_an_order(vestegnen: Vestegnen, secretary: Client) -> None:
    for title in ("Tryghed i boligområder", "Færre nye i bander"):
        secretary.post("/partnerskab/indsatspunkter/ny/", {"title": title, "text": "", "seen": "{}"})
    with as_owner():
        second = FocusPoint.objects.get(title="Færre nye i bander")

    secretary.post(f"/partnerskab/indsatspunkter/{second.pk}/flyt/")

    titles = [point.title for point in secretary.get("/partnerskab/").context["points"]]
    assert titles == ["Færre nye i bander", "Tryghed i boligområder"]


def test_a_focus_point_is_changed_and_removed(vestegnen: Vestegnen, secretary: Client, actor_of: ActorOf) -> None:
    with as_owner():
        point = FocusPoint.objects.create(partnership=vestegnen.partnership, position=1, title="Uro", text="")
    address = f"/partnerskab/indsatspunkter/{point.pk}"
    seen = secretary.get(f"{address}/ret/").context["form"].initial["seen"]

    secretary.post(f"{address}/ret/", {"title": "Ro i byen", "text": "Hele året.", "seen": seen})
    changed = secretary.get("/partnerskab/").content.decode()
    secretary.post(f"{address}/fjern/")

    assert "Ro i byen" in changed
    with acting_for(actor_of(vestegnen.dpo)):
        events = [entry.event for entry in own_entries()]
    assert Event.FOCUS_POINT_REMOVED in events
    with as_owner():
        assert not FocusPoint.objects.exists()


def test_a_unit_of_any_party_must_report(vestegnen: Vestegnen, secretary: Client) -> None:
    fields = {"unit": str(vestegnen.herlev_ssp.pk), "weekdays": ["1", "3"], "expected_by": "07:15"}

    secretary.post("/partnerskab/indberetning/ny/", {**fields, "starts_on": str(TODAY())})
    again = secretary.post("/partnerskab/indberetning/ny/", {**fields, "starts_on": str(TODAY())})

    with as_owner():
        duty = ReportingDuty.objects.get()
    assert (duty.authority_id, duty.weekdays) == (vestegnen.herlev.pk, [1, 3])
    assert "Mandag og onsdag" in secretary.get("/partnerskab/").content.decode()
    assert "har allerede en indberetningspligt" in again.content.decode()


def test_a_reporting_duty_ends(vestegnen: Vestegnen, secretary: Client) -> None:
    duty = rows.reporting_duty(vestegnen.partnership, vestegnen.gladsaxe_street)

    secretary.post(f"/partnerskab/indberetning/{duty.pk}/afslut/", {"last_day": str(TODAY())})

    with as_owner():
        assert ReportingDuty.objects.get().ends_on == TODAY()


@pytest.mark.parametrize(
    "path",
    ["aftaler/ny/", "parter/ny/", "formandskab/", "indsatspunkter/ny/", "indberetning/ny/"],
)
def test_only_the_secretary_governs(vestegnen: Vestegnen, client_of: ClientOf, path: str) -> None:
    assert client_of(vestegnen.coordinator).get(f"/partnerskab/{path}").status_code == 403


def test_another_partnerships_rows_do_not_exist(
    vestegnen: Vestegnen, client_of: ClientOf, agreement: Agreement
) -> None:
    with as_owner():
        point = FocusPoint.objects.create(partnership=vestegnen.partnership, position=1, title="Uro", text="")
    duty = rows.reporting_duty(vestegnen.partnership, vestegnen.gladsaxe_street)
    stranger = client_of(rows.user(rows.unit(vestegnen.outside, "Sekretariat"), Role.SECRETARY))

    answers = [
        stranger.get(f"/partnerskab/aftaler/{agreement.pk}/").status_code,
        stranger.post(f"/partnerskab/aftaler/{agreement.pk}/forlaeng/", {}).status_code,
        stranger.post(f"/partnerskab/indsatspunkter/{point.pk}/fjern/").status_code,
        stranger.post(f"/partnerskab/parter/{_party(vestegnen, 'herlev').pk}/udtraed/", {}).status_code,
        stranger.post(f"/partnerskab/indberetning/{duty.pk}/afslut/", {}).status_code,
    ]

    assert answers == [404] * 5


def test_a_user_of_no_partnership_is_not_let_in(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    with as_owner():
        Party.objects.filter(authority=vestegnen.outside).delete()

    assert client_of(vestegnen.outsider).get("/partnerskab/").status_code == 403


def test_the_agreement_ends_at_midnight_in_denmark(
    vestegnen: Vestegnen, client_of: ClientOf, agreement: Agreement
) -> None:
    with as_owner():
        Agreement.objects.update(ends_on=TODAY())
    client = client_of(vestegnen.officer)

    before = client.get("/partnerskab/").context["current"]

    with time_machine.travel(timezone.now() + timedelta(days=1), tick=False):
        after = client_of(vestegnen.officer).get("/partnerskab/").context["current"]
    assert before is not None
    assert after is None
