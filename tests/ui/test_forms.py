"""Forms: labels, hints and errors belong to their fields; optional fields say so."""

from __future__ import annotations

import datetime as dt

import pytest
from bs4 import BeautifulSoup, Tag
from django import forms

from rundbord.ui.forms import ChoiceButtons, ChoiceChips, ClockInput, DayInput, MomentInput
from rundbord.ui.gallery import SampleForm
from tests.ui.conftest import Show


def _soup(show: Show, form: forms.Form) -> BeautifulSoup:
    return BeautifulSoup(show("{% form_fields form %}", form=form), "html.parser")


def _one(soup: BeautifulSoup, selector: str) -> Tag:
    found = soup.select_one(selector)
    assert found is not None, selector
    return found


def test_optional_fields_say_so_and_required_ones_do_not(show: Show) -> None:
    soup = _soup(show, SampleForm())

    assert "(valgfri)" in _one(soup, "label[for=id_count]").get_text()
    assert "(valgfri)" not in _one(soup, "label[for=id_headline]").get_text()


def test_every_control_has_a_name_for_screen_readers(show: Show) -> None:
    soup = _soup(show, SampleForm())

    labelled = {label["for"] for label in soup.select("label[for]")}
    controls = {control["id"] for control in soup.select("input, select, textarea")}
    assert controls <= labelled


@pytest.mark.parametrize("name", ["headline", "area", "on", "text"])
def test_an_error_stands_beside_its_field(show: Show, name: str) -> None:
    soup = _soup(show, SampleForm({}))

    control = _one(soup, f"#id_{name}")
    described = str(control["aria-describedby"]).split()
    assert control["aria-invalid"] == "true"
    assert f"id_{name}_error" in described
    assert "påkrævet" in _one(soup, f"#id_{name}_error").get_text()


def test_a_group_of_choices_is_described_by_its_error(show: Show) -> None:
    soup = _soup(show, SampleForm({}))

    fieldset = _one(soup, "fieldset:has(#id_source_0)")
    assert "id_source_error" in str(fieldset["aria-describedby"])


def test_the_summary_leads_to_each_field(show: Show) -> None:
    soup = _soup(show, SampleForm({}))

    targets = [str(link["href"]).removeprefix("#") for link in soup.select(".error-summary a")]
    assert targets == ["id_headline", "id_area", "id_source_0", "id_on", "id_text"]
    assert all(soup.find(id=target) for target in targets)


def test_what_was_written_is_still_there_after_an_error(show: Show) -> None:
    soup = _soup(show, SampleForm({"headline": 'Uro "ved" <stationen>', "source": "told", "topics": ["noise"]}))

    assert _one(soup, "#id_headline")["value"] == 'Uro "ved" <stationen>'
    assert _one(soup, "input[name=source][checked]")["value"] == "told"
    assert _one(soup, "input[name=topics][checked]")["value"] == "noise"


def test_an_error_of_the_whole_form_is_in_the_summary(show: Show) -> None:
    form = SampleForm({})
    form.add_error(None, "Billedet er udgivet af en anden.")

    assert "Billedet er udgivet af en anden." in _one(_soup(show, form), ".error-summary").get_text()


def test_a_form_without_errors_has_no_summary(show: Show) -> None:
    assert not _soup(show, SampleForm()).select(".error-summary")


@pytest.mark.parametrize("widget", [ChoiceButtons, ChoiceChips])
def test_choices_can_be_buttons(show: Show, widget: type[ChoiceButtons | ChoiceChips]) -> None:
    class Form(forms.Form):
        choice = forms.MultipleChoiceField(choices=[("a", "Det ene"), ("b", "Det andet")], widget=widget)

    assert len(_soup(show, Form()).select(".choice-buttons label")) == 2


@pytest.mark.parametrize(
    ("widget", "value", "kind", "written"),
    [
        (DayInput(), dt.date(2026, 11, 20), "date", "2026-11-20"),
        (ClockInput(), dt.time(8, 30), "time", "08:30"),
        (MomentInput(), dt.datetime(2026, 11, 20, 8, 30), "datetime-local", "2026-11-20T08:30"),
    ],
)
def test_the_browsers_own_calendar_gets_its_own_format(
    widget: forms.DateTimeInput, value: object, kind: str, written: str
) -> None:
    field = _one(BeautifulSoup(widget.render("when", value), "html.parser"), "input")

    assert (field["type"], field["value"]) == (kind, written)


def test_a_long_text_says_how_much_it_may_hold(show: Show) -> None:
    counter = _one(_soup(show, SampleForm()), "[data-counts=id_text]")

    assert counter.get_text() == "Højst 500 tegn"


def test_groups_of_choices_keep_their_names(show: Show) -> None:
    class Form(forms.Form):
        area = forms.ChoiceField(choices=[("Ballerup", [("a", "Parken")]), ("Herlev", [("b", "Torvet")])])

    assert [group["label"] for group in _soup(show, Form()).select("optgroup")] == ["Ballerup", "Herlev"]
