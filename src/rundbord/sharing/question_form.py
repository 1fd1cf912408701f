"""The form of a question without a name; asked from a file (concerns) and without one (here)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from django import forms

from rundbord.identity.models import Authority, Unit
from rundbord.partnership.models import Area
from rundbord.partnership.queries import areas, municipalities, place_names
from rundbord.sharing.actions import QuestionTerms
from rundbord.sharing.queries import units_to_ask
from rundbord.sharing.rules.ages import AgeBand
from rundbord.sharing.rules.threshold import MOST_SIGNS, MOST_UNITS, Sign, Tried, Wish
from rundbord.ui.forms import ChoiceButtons, ChoiceChips
from rundbord.web import SignedInRequest
from rundbord.web.strictly_guarded import StrictlyGuardedForm

Place = Area | Authority


class QuestionForm(StrictlyGuardedForm):
    """Choices instead of words, as far as it goes; no draft is kept of it."""

    guarded: ClassVar[tuple[str, ...]] = ("words",)

    age_band = forms.ChoiceField(
        label="Hvor gammel?",
        choices=AgeBand.choices(),
        widget=ChoiceButtons,
        error_messages={"required": "Vælg en aldersgruppe."},
    )
    where = forms.ChoiceField(
        label="Hvor?",
        help_text="Vælg kommunen, når området er så lille, at nogen kunne gætte, hvem det er.",
        error_messages={"required": "Vælg kommune eller område."},
    )
    signs = forms.MultipleChoiceField(
        label="Hvad er der set?",
        choices=Sign.choices(),
        widget=ChoiceChips,
        help_text=f"Højst {MOST_SIGNS}. Kun arten; ikke hvor, hvornår eller hvem.",
        error_messages={"required": "Vælg mindst ét tegn."},
    )
    tried = forms.MultipleChoiceField(
        label="Hvad har I prøvet?",
        choices=Tried.choices(),
        widget=ChoiceChips,
        error_messages={"required": "Vælg, hvad I har prøvet, eller »Intet endnu«."},
    )
    wish = forms.ChoiceField(
        label="Hvad spørger I om?",
        choices=Wish.choices(),
        widget=ChoiceButtons,
        error_messages={"required": "Vælg, hvad I spørger om."},
    )
    words = forms.CharField(
        label="Mere, hvis det er nødvendigt",
        required=False,
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Ingen navne, numre eller steder. Peger en formulering på en person, kan den ikke gemmes.",
    )
    units = forms.MultipleChoiceField(
        label="Hvem spørger I?",
        widget=ChoiceChips,
        help_text=f"Højst {MOST_UNITS}. Kun de valgte enheder kan se spørgsmålet.",
        error_messages={"required": "Vælg mindst én enhed hos en anden part."},
    )

    def __init__(self, *args: Any, request: SignedInRequest, **options: Any) -> None:
        """Offer the municipalities and areas of the table, and the units of other parties."""
        super().__init__(*args, places=place_names(), **options)
        self.offered = {str(unit.pk): unit for unit in units_to_ask(request.actor)}
        self.places_to_choose = _places()
        _offer(self.fields["where"], [("", "Vælg"), *_grouped(self.places_to_choose)])
        _offer(self.fields["units"], [(key, _named(unit)) for key, unit in self.offered.items()])

    def terms(self) -> QuestionTerms:
        """Give what was chosen."""
        given = self.cleaned_data
        place = self.places_to_choose[given["where"]]
        return QuestionTerms(
            age_band=AgeBand(given["age_band"]),
            area=place if isinstance(place, Area) else None,
            municipality=place if isinstance(place, Authority) else None,
            signs=[Sign(each) for each in given["signs"]],
            tried=[Tried(each) for each in given["tried"]],
            wish=Wish(given["wish"]),
            words=given["words"],
            units=[unit for key, unit in self.offered.items() if key in given["units"]],
        )


def _places() -> dict[str, Place]:
    at_table: list[Place] = [*municipalities(), *areas()]
    return {str(place.pk): place for place in at_table}


def _grouped(places: dict[str, Place]) -> list[tuple[str, list[tuple[str, str]]]]:
    named = [(isinstance(place, Area), key, place.name) for key, place in places.items()]
    return [
        ("Kommuner", [(key, name) for is_area, key, name in named if not is_area]),
        ("Områder", [(key, name) for is_area, key, name in named if is_area]),
    ]


def _named(unit: Unit) -> str:
    return f"{unit.name} ({unit.authority.short_name})"


def _offer(field: Any, choices: Iterable[Any]) -> None:
    field.choices = list(choices)
