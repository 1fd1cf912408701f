"""Areas: drawn, changed, closed, imported; street by street and outline by outline."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from rundbord.partnership.models import Area, AreaStreet
from tests.database import as_owner
from tests.factories import rows
from tests.factories.situations import ClientOf, Vestegnen

RING = [[12.5, 55.7], [12.51, 55.7], [12.51, 55.71], [12.5, 55.71], [12.5, 55.7]]
OUTLINE = {"type": "Polygon", "coordinates": [RING]}
BOW_TIE = {"type": "Polygon", "coordinates": [[RING[0], RING[2], RING[1], RING[3], RING[0]]]}


@pytest.fixture
def secretary(vestegnen: Vestegnen, client_of: ClientOf) -> Client:
    """The partnership's secretary at a browser."""
    return client_of(vestegnen.secretary)


def _form(vestegnen: Vestegnen, **changes: str) -> dict[str, str]:
    return {
        "name": "Ærøparken",
        "kind": "park",
        "authority": str(vestegnen.gladsaxe.pk),
        "outline": json.dumps(OUTLINE),
        "streets": "Gl. Ærøvej\nÆrø Allé 12\nGammel Ærøvej",
        "seen": "{}",
    } | changes


def _collection(*areas: tuple[str, Any]) -> bytes:
    features = [{"type": "Feature", "properties": {"navn": name}, "geometry": outline} for name, outline in areas]
    return json.dumps({"type": "FeatureCollection", "features": features}).encode()


def _upload(client: Client, vestegnen: Vestegnen, content: bytes, **more: str) -> Any:
    upload = SimpleUploadedFile("omraader.geojson", content)
    return client.post(
        "/omraader/indlaes/", {"file": upload, "authority": str(vestegnen.gladsaxe.pk), "kind": "district", **more}
    )


def test_a_drawn_area_has_centre_and_streets_in_normal_form(vestegnen: Vestegnen, secretary: Client) -> None:
    response = secretary.post("/omraader/nyt/", _form(vestegnen))

    with as_owner():
        area = Area.objects.get(name="Ærøparken")
        keys = set(AreaStreet.objects.filter(area=area).values_list("key", flat=True))
    assert response["Location"] == f"/omraader/{area.pk}/"
    assert area.outline == OUTLINE
    assert area.centre_lat == pytest.approx(55.705, abs=0.005)
    assert keys == {"gammel ærøvej", "ærø alle"}


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"name": "stationen"}, "allerede et område med det navn"),
        ({"outline": json.dumps(BOW_TIE)}, "krydser sig selv ved 55,70500° N"),
        ({"outline": "{"}, "kan ikke læses som GeoJSON"),
        ({"outline": "[1]"}, "skal være et område"),
        ({"streets": "Stationsvej"}, "Hører allerede til et andet område: Stationsvej (Stationen)."),
    ],
)
def test_a_wrong_area_is_explained_and_keeps_what_was_typed(
    vestegnen: Vestegnen, secretary: Client, changes: dict[str, str], words: str
) -> None:
    with as_owner():
        AreaStreet.objects.create(
            partnership=vestegnen.partnership, area=vestegnen.station, key="stationsvej", name="Stationsvej"
        )

    text = secretary.post("/omraader/nyt/", _form(vestegnen, **changes)).content.decode()

    assert words in text
    assert changes.get("streets", "Ærø Allé 12") in text


def test_an_area_lies_in_a_party_alone(vestegnen: Vestegnen, secretary: Client) -> None:
    response = secretary.post("/omraader/nyt/", _form(vestegnen, authority=str(vestegnen.outside.pk)))

    assert response.status_code == 200
    with as_owner():
        assert not Area.objects.filter(name="Ærøparken").exists()


def test_two_who_change_an_area_learn_of_each_other(vestegnen: Vestegnen, secretary: Client) -> None:
    address = f"/omraader/{vestegnen.station.pk}/ret/"
    seen = secretary.get(address).context["form"].initial["seen"]
    with as_owner():
        Area.objects.filter(pk=vestegnen.station.pk).update(name="Herlev Station")

    text = secretary.post(address, _form(vestegnen, seen=seen)).content.decode()

    assert "imens rettet feltet til »Herlev Station«" in text
    with as_owner():
        assert Area.objects.get(pk=vestegnen.station.pk).name == "Herlev Station"


def test_an_area_is_changed_with_its_streets(vestegnen: Vestegnen, secretary: Client) -> None:
    address = f"/omraader/{vestegnen.station.pk}/ret/"
    seen = secretary.get(address).context["form"].initial["seen"]
    secretary.post(address, _form(vestegnen, seen=seen))
    seen = secretary.get(address).context["form"].initial["seen"]

    secretary.post(address, _form(vestegnen, streets="Ny Vej\nÆrø Allé 12", seen=seen))

    with as_owner():
        names = set(AreaStreet.objects.filter(area=vestegnen.station).values_list("name", flat=True))
    assert names == {"Ny Vej", "Ærø Allé 12"}


def test_a_closed_area_leaves_list_and_map(vestegnen: Vestegnen, secretary: Client) -> None:
    secretary.post(f"/omraader/{vestegnen.park.pk}/luk/")

    response = secretary.get("/omraader/")
    assert [row["area"].name for row in response.context["rows"]] == ["Stationen"]
    assert secretary.get(f"/omraader/{vestegnen.park.pk}/").status_code == 404


def test_the_list_needs_few_queries_however_many_areas(
    vestegnen: Vestegnen, secretary: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(30):
        rows.area(vestegnen.partnership, f"Område {number}", vestegnen.gladsaxe)

    with django_assert_max_num_queries(15):
        secretary.get("/omraader/")


def test_a_file_is_shown_on_a_map_before_it_is_imported(vestegnen: Vestegnen, secretary: Client) -> None:
    preview = _upload(secretary, vestegnen, _collection(("Nordbyen", OUTLINE)))
    form = preview.context["form"]

    response = secretary.post(
        "/omraader/indlaes/",
        {
            "content": form["content"].value(),
            "authority": str(vestegnen.gladsaxe.pk),
            "kind": "district",
            "name_property": "navn",
            "apply": "1",
        },
    )

    assert "Klar til at blive indlæst" in preview.content.decode()
    assert len(preview.context["collection"]["features"]) == 1
    assert response["Location"] == "/omraader/"
    with as_owner():
        assert Area.objects.get(name="Nordbyen").outline == OUTLINE


def test_one_wrong_outline_stops_the_whole_file(vestegnen: Vestegnen, secretary: Client) -> None:
    content = _collection(("Nordbyen", OUTLINE), ("Sløjfen", BOW_TIE))

    text = _upload(secretary, vestegnen, content, apply="1").content.decode()

    assert "1 af 2 områder har fejl" in text
    assert "krydser sig selv ved" in text
    with as_owner():
        assert Area.objects.filter(partnership=vestegnen.partnership).count() == 2


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"\xff\xfe", "ikke GeoJSON"), (b"{" + b" " * 5_300_000, "for stor"), (b"", "tom")],
)
def test_a_file_that_is_no_geojson_is_explained(
    vestegnen: Vestegnen, secretary: Client, content: bytes, words: str
) -> None:
    assert words in _upload(secretary, vestegnen, content).content.decode()


def test_streets_are_imported_and_a_known_one_moves(vestegnen: Vestegnen, secretary: Client) -> None:
    with as_owner():
        AreaStreet.objects.create(
            partnership=vestegnen.partnership, area=vestegnen.park, key="stationsvej", name="Stationsvej"
        )

    secretary.post("/omraader/gader/", {"table": "Vej;Område\nStationsvej;stationen\nParkvej;Parken\n", "apply": "1"})

    with as_owner():
        streets = dict(AreaStreet.objects.values_list("key", "area__name"))
    assert streets == {"stationsvej": "Stationen", "parkvej": "Parken"}


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("Nyvej;Månen", "Området »Månen« findes ikke"),
        ("Parkvej;Stationen", "står også med et andet område"),
        (";Parken", "navn mangler"),
    ],
)
def test_one_wrong_street_stops_the_whole_table(vestegnen: Vestegnen, secretary: Client, row: str, words: str) -> None:
    table = f"Vej;Område\nParkvej;Parken\n{row}\n"

    text = secretary.post("/omraader/gader/", {"table": table, "apply": "1"}).content.decode()

    assert words in text
    assert "Parkvej;Parken" in text
    with as_owner():
        assert not AreaStreet.objects.exists()


@pytest.mark.parametrize("path", ["nyt/", "indlaes/", "gader/", "gader/skabelon.csv"])
def test_an_officer_does_not_edit_areas(vestegnen: Vestegnen, client_of: ClientOf, path: str) -> None:
    assert client_of(vestegnen.officer).get(f"/omraader/{path}").status_code == 403


@pytest.mark.parametrize("path", ["", "ret/", "luk/", "vurder/"])
def test_another_partnerships_area_does_not_exist(vestegnen: Vestegnen, client_of: ClientOf, path: str) -> None:
    assert client_of(vestegnen.outsider).get(f"/omraader/{vestegnen.station.pk}/{path}").status_code == 404
