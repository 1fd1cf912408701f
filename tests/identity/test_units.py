"""Units: with kind, regime and channels; an active unit cannot be closed."""

from __future__ import annotations

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from rundbord.identity.models import Unit
from tests.database import as_owner
from tests.factories import rows
from tests.factories.situations import ClientOf, Vestegnen

NEW = {"name": "Ungeteamet", "kind": "family", "regime": "gdpr", "channels": ["ssp", "ksp"], "seen": "{}"}


@pytest.fixture
def admin(vestegnen: Vestegnen, client_of: ClientOf) -> Client:
    """Gladsaxe's administrator at a browser."""
    return client_of(vestegnen.administrator)


def test_a_unit_has_kind_regime_and_channels(vestegnen: Vestegnen, admin: Client) -> None:
    admin.post("/enheder/ny/", NEW)

    with as_owner():
        unit = Unit.objects.get(name="Ungeteamet")
    assert (unit.authority_id, unit.kind, unit.regime) == (vestegnen.gladsaxe.pk, "family", "gdpr")
    assert unit.channels == ["ssp", "ksp"]


def test_a_name_is_used_once(vestegnen: Vestegnen, admin: Client) -> None:
    text = admin.post("/enheder/ny/", {**NEW, "name": "Gadeteamet"}).content.decode()

    assert "allerede en enhed med det navn" in text


def test_a_unit_is_changed(vestegnen: Vestegnen, admin: Client) -> None:
    address = f"/enheder/{vestegnen.gladsaxe_street.pk}/"
    seen = admin.get(address).context["form"].initial["seen"]

    admin.post(address, {**NEW, "name": "Gadeteam Nord", "seen": seen})

    with as_owner():
        assert Unit.objects.get(pk=vestegnen.gladsaxe_street.pk).name == "Gadeteam Nord"


def test_a_unit_with_active_duties_stays_open_and_says_whose(vestegnen: Vestegnen, admin: Client) -> None:
    text = admin.post(f"/enheder/{vestegnen.gladsaxe_street.pk}/luk/").content.decode()

    assert "Enheden har 1 funktion: Indberetter i Gadeteamet" in text
    with as_owner():
        assert Unit.objects.get(pk=vestegnen.gladsaxe_street.pk).closed_at is None


def test_an_empty_unit_is_closed_and_opened_again(vestegnen: Vestegnen, admin: Client) -> None:
    unit = rows.unit(vestegnen.gladsaxe, "Tom enhed")

    admin.post(f"/enheder/{unit.pk}/luk/")
    closed = admin.get("/enheder/").content.decode()
    admin.post(f"/enheder/{unit.pk}/genaabn/")

    assert "Lukket" in closed
    with as_owner():
        assert Unit.objects.get(pk=unit.pk).closed_at is None


def test_the_list_holds_own_units_alone(
    vestegnen: Vestegnen, admin: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_max_num_queries(16):
        text = admin.get("/enheder/").content.decode()

    assert "Gadeteamet" in text
    assert "SSP Herlev" not in text


@pytest.mark.parametrize("act", ["", "luk/", "genaabn/"])
def test_a_fellow_partys_unit_cannot_be_administered(vestegnen: Vestegnen, admin: Client, act: str) -> None:
    assert admin.post(f"/enheder/{vestegnen.herlev_ssp.pk}/{act}", NEW).status_code == 404
