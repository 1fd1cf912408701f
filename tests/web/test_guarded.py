"""The person guard in forms: what is stopped, what is asked about, and how the user answers."""

from __future__ import annotations

from typing import ClassVar

import pytest
from django import forms

from rundbord.web.guarded import GuardedForm, examine


class NoteForm(GuardedForm):
    """A text as any screen has it."""

    guarded: ClassVar[tuple[str, ...]] = ("text",)
    text = forms.CharField(label="Hvad", widget=forms.Textarea)


NAMED = "Ahmad truede en gruppe ved stationen."


def _posted(text: str, wording: str = "") -> NoteForm:
    return NoteForm({"text": text, "text-wording": wording}, places=["Høje Gladsaxe"])


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Set ved bil AB 12 345.", "Nummerplade"),
        ("Uro ved Stationsvej 12.", "Husnummer"),
        ("Skriv til anders@eksempel.dk.", "E-mailadresse"),
    ],
)
def test_what_leads_to_one_person_is_stopped_beside_the_field(text: str, label: str) -> None:
    form = _posted(text)

    assert not form.is_valid()
    assert str(form.errors["text"][0]).startswith(f"{label} »")


def test_no_choice_opens_for_what_is_stopped() -> None:
    text = "Ahmad ved bil AB 12 345."

    form = _posted(text, wording=examine(text).mark)

    assert not form.is_valid()
    assert form.overridden == []


def test_a_name_is_shown_with_a_neutral_wording() -> None:
    form = _posted(NAMED)

    page = form["text"].as_field_group()

    assert "»Ahmad«" in str(form.errors["text"])
    assert "En person truede en gruppe ved stationen." in page
    assert "Navn på en person" in page


def test_choosing_the_suggestion_saves_the_neutral_wording() -> None:
    form = _posted(NAMED, wording="suggested")

    assert form.is_valid()
    assert form.cleaned_data["text"] == "En person truede en gruppe ved stationen."
    assert form.overridden == []


def test_keeping_the_words_tells_which_kinds_were_kept() -> None:
    form = _posted(NAMED, wording=examine(NAMED).mark)

    assert form.is_valid()
    assert form.overridden == ["name"]


def test_keeping_the_words_does_not_keep_words_written_later() -> None:
    form = _posted(f"{NAMED} Mehmet så på.", wording=examine(NAMED).mark)

    assert not form.is_valid()
    assert "»Mehmet«" in str(form.errors["text"])


def test_an_area_of_the_partnership_is_no_person() -> None:
    form = _posted("Urolig stemning i Høje Gladsaxe i aften.")

    assert form.is_valid()


def test_a_harmless_text_shows_no_guard() -> None:
    form = _posted("Høj musik ved stationen.")

    assert form.is_valid()
    assert "guard" not in form["text"].as_field_group()
