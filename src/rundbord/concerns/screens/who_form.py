"""The part of a form that says who somebody is: used when a file is opened and when it is put right."""

from __future__ import annotations

from typing import Any

from django import forms

from rundbord.concerns.queries.opened import Known
from rundbord.concerns.rules.who import Custody, Who
from rundbord.keys.core.cpr import Cpr
from rundbord.web.person_fields import CprField, day_field, name_field

_CUSTODY = (1, 2)


class WhoForm(forms.Form):
    """Name is asked for; all else as far as it is known."""

    name = name_field("Navn", error_messages={"required": "Skriv den unges navn."})
    cpr = CprField(help_text="Seks cifre, bindestreg og fire cifre. Gør, at enheden ikke opretter den samme to gange.")
    born_on = day_field(
        "Fødselsdag", required=False, help_text="Kun uden CPR-nummer. Er den ukendt, lader du feltet stå tomt."
    )
    address = forms.CharField(
        label="Adresse", required=False, max_length=200, widget=forms.TextInput(attrs={"autocomplete": "off"})
    )
    has_protected_address = forms.BooleanField(
        label="Navn og adresse er beskyttet",
        required=False,
        help_text="Så vises adressen aldrig i lister, kort eller breve.",
    )
    custody_1 = name_field("Forældremyndighedsindehaver", required=False)
    custody_1_contact = forms.CharField(label="Telefon eller andet", required=False, max_length=180)
    custody_1_protected = forms.BooleanField(label="Adressen er beskyttet", required=False)
    custody_2 = name_field("Den anden forældremyndighedsindehaver", required=False)
    custody_2_contact = forms.CharField(label="Den andens telefon eller andet", required=False, max_length=180)
    custody_2_protected = forms.BooleanField(
        label="Den andens adresse er beskyttet", required=False, help_text="Så sendes der ingen breve til forældrene."
    )

    def who(self, *, kept: Cpr | None = None) -> Who:
        """Give who was described; a CPR number that stands may be kept unseen."""
        given = self.cleaned_data
        return Who(
            name=given["name"],
            cpr=given["cpr"] or kept,
            born_on=given["born_on"],
            address=given["address"],
            has_protected_address=given["has_protected_address"],
            custody=tuple(
                Custody(
                    name=given[f"custody_{number}"],
                    contact=given[f"custody_{number}_contact"],
                    has_protected_address=given[f"custody_{number}_protected"],
                )
                for number in _CUSTODY
            ),
        )


def initial_who(known: Known, custody: list[Custody], *, has_cpr: bool) -> dict[str, Any]:
    """Give what stands, for the form that puts it right."""
    named = {
        f"custody_{number}{part}": value
        for number, each in zip(_CUSTODY, custody, strict=False)
        for part, value in (("", each.name), ("_contact", each.contact), ("_protected", each.has_protected_address))
    }
    return {
        "name": known.name,
        "born_on": None if has_cpr else known.born_on,
        "address": known.address,
        "has_protected_address": known.person.has_protected_address,
        **named,
    }
