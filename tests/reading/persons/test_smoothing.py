"""A masked account reads like Danish, and tells no more than before."""

import pytest

from rundbord.reading.persons import mask
from rundbord.reading.persons.smoothing import smoothed


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Passageren, en 24-årig mand, blev anholdt.", "Passageren blev anholdt."),
        ("De fik mistanke til passageren, en 20-årig mand.", "De fik mistanke til passageren."),
        ("Føreren, en 40-årig mand, der var alene, slap.", "Føreren, der var alene, slap."),
        ("Politiet traf manden, en 28-årig, på stedet.", "Politiet traf manden på stedet."),
        ("En 77-årig mandlig bilist ramte en 31-årig kvindelig bilist.", "En bilist ramte en anden bilist."),
        ("Bilerne blev ført af en 20-årig mand og en 30-årig mand.", "Bilerne blev ført af to mænd."),
        (
            "Bilerne blev ført af henholdsvis en 64-årig mand, en 48-årig mand og en 34-årig mand.",
            "Bilerne blev ført af tre mænd.",
        ),
        ("En 20-årig mand og en 30-årig kvinde blev anholdt.", "En mand og en kvinde blev anholdt."),
        ("En 35-årig kvinde, der var gravid, blev kørt hjem.", "En kvinde blev kørt hjem."),
        ("Hun fik hjernerystelse og klagede over nakkesmerter.", "Hun kom til skade og klagede over smerter."),
        ("De kørte væk i en bil - formentlig en blå VW Sharan.", "De kørte væk i en bil."),
    ],
)
def test_what_was_left_stiff_is_smoothed(text: str, expected: str) -> None:
    assert mask(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Seks personer – fem personer og en person – blev anholdt.", "Seks personer blev anholdt."),
        (
            "Han blev standset. (oplysninger om tidligere sager udeladt).",
            "Han blev standset. (Oplysninger om tidligere sager er udeladt.)",
        ),
        ("(Personbeskrivelsen er udeladt.) (Personbeskrivelsen er udeladt.)", "(Personbeskrivelsen er udeladt.)"),
        (
            "(Den nærmere beskrivelse er udeladt.(Personbeskrivelsen er udeladt.)",
            "(Den nærmere beskrivelse er udeladt.)",
        ),
        ("En kvinde, en mand og to børn blev set.", "En kvinde, en mand og to børn blev set."),
    ],
)
def test_notes_and_counts_stand_once(text: str, expected: str) -> None:
    assert smoothed(text) == expected


def test_a_text_without_persons_is_left_as_it_is() -> None:
    text = "Der blev knust en rude. Naboen, en mand, så det."

    assert mask(text) == text
