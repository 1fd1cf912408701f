"""The form of a move: to which municipality, what goes along, on which basis, and what is left behind here."""

from __future__ import annotations

from typing import Any

from django import forms

from rundbord.concerns import actions
from rundbord.concerns.queries.passing_on import OfferedFact
from rundbord.concerns.queries.proposals import Wish
from rundbord.concerns.screens.disclose_form import TellingForm
from rundbord.identity.vocabulary import AuthorityKind
from rundbord.sharing.queries import AddressableUnit
from rundbord.sharing.vocabulary import Capacity, DisclosurePurpose, OffenceGround
from rundbord.web.person_fields import name_field, reason_field, text_field

_OUTSIDE = "udenfor"
_PURPOSES = (DisclosurePurpose.HANDOVER, DisclosurePurpose.CRIME_PREVENTION, DisclosurePurpose.SUPPORT_VULNERABLE)


class MoveForm(TellingForm):
    """Nothing is chosen beforehand: only what the new municipality must have goes along (barnets lov § 132)."""

    to = forms.ChoiceField(label="Hvor flytter den unge hen?", error_messages={"required": "Vælg den nye kommune."})
    outside_name = name_field(
        "Kommune og afdeling, når den ikke er på listen",
        required=False,
        help_text="Fx Børn og Unge, Eksempel Kommune. Rundbord laver et brev, som du afleverer og får kvittering for.",
    )
    facts = forms.MultipleChoiceField(required=False)
    offence_ground = forms.ChoiceField(
        label="Hvorfor må oplysninger om strafbare forhold gives videre?",
        required=False,
        choices=[("", "Vælg"), *OffenceGround.choices()],
        help_text="Databeskyttelseslovens § 8, stk. 2.",
    )
    note = text_field(
        "Notat til jeres egen journal",
        rows=4,
        most=4000,
        help_text="Hvad er gjort, hvad siger den unge og familien? Den nye kommune får ikke notatet.",
        error_messages={"required": "Skriv kort, hvad der er gjort."},
    )
    answer = text_field(
        "Svar til den, der indberettede", rows=2, most=500, required=False, help_text="Uden navne og kendetegn."
    )
    unfinished = reason_field("Hvad sker der med det, der er i gang?", required=False)

    def __init__(
        self,
        *args: Any,
        units: list[AddressableUnit],
        offered: list[OfferedFact],
        is_reported: bool,
        running: int,
        **options: Any,
    ) -> None:
        """Offer units of other municipalities at the table, or one that is not there."""
        super().__init__(*args, units=[], **options)
        del self.fields["units"]
        if not is_reported:
            del self.fields["answer"]
        if not running:
            del self.fields["unfinished"]
        self._choose("purpose", [(each.value, each.label) for each in _PURPOSES])
        self._choose("facts", [(each.key, each.kind) for each in offered if not each.why_never])
        at_table = [(str(each.unit.pk), each.name) for each in units]
        self._choose("to", [("", "Vælg"), *at_table, (_OUTSIDE, "En kommune uden for Rundbord")])

    def clean(self) -> dict[str, Any]:
        """Want a name with a municipality that is not on the list, and none with one that is."""
        given: dict[str, Any] = super().clean() or {}
        if given.get("to") == _OUTSIDE and not given.get("outside_name"):
            self.add_error("outside_name", "Skriv, hvilken kommune og afdeling der skal have brevet.")
        if given.get("to") and given["to"] != _OUTSIDE and given.get("outside_name"):
            self.add_error("outside_name", "Vælg enten en kommune på listen, eller skriv en anden. Ikke begge dele.")
        return given

    def wish(self, **fields: Any) -> Wish:
        """Give what goes to whom."""
        given = self.cleaned_data
        is_outside, ground = given.get("to") == _OUTSIDE, given.get("offence_ground")
        told = ((Capacity.CHILD_WELFARE, given["outside_name"]),) if is_outside and given.get("outside_name") else ()
        return super().wish(
            **{
                "facts": frozenset(given.get("facts", ())),
                "units": frozenset() if is_outside else frozenset({given.get("to", "")}),
                "outsiders": told,
                "offence_ground": OffenceGround(ground) if ground else None,
                **fields,
            }
        )

    def words(self) -> actions.MovingWords:
        """Give what is left behind."""
        given = self.cleaned_data
        return actions.MovingWords(
            note=given["note"], answer=given.get("answer", ""), unfinished=given.get("unfinished", "")
        )


def new_municipalities(units: list[AddressableUnit], *, own: object) -> list[AddressableUnit]:
    """Keep the units of other municipalities."""
    return [
        each
        for each in units
        if each.unit.authority.kind == AuthorityKind.MUNICIPALITY and each.unit.authority_id != own
    ]
