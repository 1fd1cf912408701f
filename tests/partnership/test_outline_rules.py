"""Outlines and files of areas: what is wrong is said in Danish, with the place of the fault."""

from __future__ import annotations

import json
from typing import Any

import pytest

from rundbord.partnership.rules import centre_of, objection_to_outline
from rundbord.partnership.rules.area_files import AreaFile, UnreadableAreas, area_file, proposed_areas


def _polygon(*corners: tuple[float, float]) -> dict[str, Any]:
    return {"type": "Polygon", "coordinates": [[list(corner) for corner in (*corners, corners[0])]]}


def _square(west: float = 12.4, south: float = 55.7, size: float = 0.01) -> dict[str, Any]:
    east, north = west + size, south + size
    return _polygon((west, south), (east, south), (east, north), (west, north))


BOW_TIE = _polygon((12.4, 55.7), (12.41, 55.71), (12.41, 55.7), (12.4, 55.71))


@pytest.mark.parametrize(
    ("outline", "words"),
    [
        (_square(), ""),
        ({"type": "MultiPolygon", "coordinates": [_square()["coordinates"], _square(west=12.5)["coordinates"]]}, ""),
        (BOW_TIE, "Omridset krydser sig selv ved 55,70500° N, 12,40500° Ø."),
        (_polygon((55.7, 12.4), (55.71, 12.4), (55.71, 12.41)), "byttet om"),
        (_polygon((718000, 6180000), (719000, 6180000), (719000, 6181000)), "EPSG:4326, ikke UTM"),
        (_square(west=13.0, south=59.3), "uden for Danmark (omkring 59,30500° N, 13,00500° Ø)"),
        ({"type": "Point", "coordinates": [12.4, 55.7]}, "ikke et punkt"),
        ({"type": "Polygon", "coordinates": [[[12.4, 55.7], [12.5]]]}, "kan ikke læses"),
        ({"type": "Polygon", "coordinates": "nej"}, "kan ikke læses"),
        ({"type": "Polygon"}, "kan ikke læses"),
        ({"type": "Polygon", "coordinates": []}, "tomt"),
        (_polygon((12.4, 55.7), (12.41, 55.7), (12.42, 55.7)), "Omridset"),
        (None, "Omridset skal være et område"),
    ],
)
def test_an_outline_that_will_not_do_is_explained(outline: Any, words: str) -> None:
    objection = objection_to_outline(outline)

    assert words in objection
    assert bool(objection) is bool(words)


def test_the_centre_of_a_bent_area_lies_inside_it() -> None:
    bent = _polygon((12.4, 55.7), (12.5, 55.7), (12.5, 55.71), (12.41, 55.71), (12.41, 55.8), (12.4, 55.8))

    centre = centre_of(bent)

    assert centre.lat < 55.71 or centre.lon < 12.41


def _file(*features: tuple[dict[str, Any], Any]) -> AreaFile:
    collection = {
        "type": "FeatureCollection",
        "features": [
            {"type": "Feature", "properties": properties, "geometry": outline} for properties, outline in features
        ],
    }
    return area_file(json.dumps(collection))


def test_the_property_that_looks_like_a_name_is_proposed() -> None:
    file = _file(({"id": 7, "Navn": "Parken", "noter": None}, _square()))

    assert file.properties == ("id", "Navn")
    assert file.likely_name_property == "Navn"


def test_every_area_is_judged_by_itself() -> None:
    file = _file(
        ({"navn": "Parken"}, _square()),
        ({"navn": "parken"}, _square(west=12.5)),
        ({"navn": "Stationen"}, _square(west=12.6)),
        ({"navn": ""}, _square(west=12.7)),
        ({"navn": "Sløjfen"}, BOW_TIE),
    )

    areas = proposed_areas(file, name_property="navn", existing={"Stationen": None})

    assert [len(area.errors) for area in areas] == [0, 1, 1, 1, 1]
    assert "to gange" in areas[1].errors[0]
    assert "allerede et område" in areas[2].errors[0]
    assert "intet navn" in areas[3].errors[0]
    assert "krydser sig selv" in areas[4].errors[0]


def test_overlap_is_remarked_upon_and_a_shared_border_is_not() -> None:
    file = _file(
        ({"navn": "Halvdelen"}, _square(west=12.405)),
        ({"navn": "Naboen"}, _square(west=12.42)),
    )

    half, neighbour = proposed_areas(file, name_property="navn", existing={"Parken": _square()})

    assert half.remarks == ("Overlapper »Parken« med 50 %.",)
    assert neighbour.remarks == ()
    assert half.errors == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("ikke json", "ikke GeoJSON"),
        ("[" * 100_000, "ikke GeoJSON"),
        (json.dumps(_square()), "FeatureCollection"),
        ('{"type": "FeatureCollection", "features": []}', "ingen områder"),
        ('{"type": "FeatureCollection", "features": [1]}', "kan ikke læses"),
        (json.dumps({"type": "FeatureCollection", "features": [{}] * 301}), "301 områder"),
    ],
)
def test_a_file_that_is_no_collection_of_areas_is_explained(text: str, words: str) -> None:
    with pytest.raises(UnreadableAreas, match=words):
        area_file(text)


@pytest.mark.parametrize("properties", [["Parken"], "Parken", 7, {"Navn": ["a"]}, {"Navn": {"a": 1}}, {"Navn": None}])
def test_properties_of_any_shape_are_judged_and_never_fail(properties: Any) -> None:
    file = _file((properties, _square()), ({"Navn": "Torvet"}, _square(12.5)))

    assert len(proposed_areas(file, name_property="Navn", existing={})) == 2


def test_a_name_is_taken_without_signs_that_turn_the_direction_of_reading() -> None:
    [area] = proposed_areas(_file(({"Navn": "Par\u202eken\0"}, _square())), name_property="Navn", existing={})

    assert area.name == "Parken"


def test_of_many_overlaps_a_few_are_told() -> None:
    file = _file(*(({"Navn": f"Område {number}"}, _square()) for number in range(40)))

    proposed = proposed_areas(file, name_property="Navn", existing={})

    assert {len(area.remarks) for area in proposed} == {5}
