"""Consent to exit — samtykke: noted as it was signed; the first one says who it is."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.utils import timezone

from rundbord.access.permissions import Permission
from rundbord.interventions.actions import exits
from rundbord.interventions.exit_vocabulary import ExitSide
from rundbord.interventions.queries.exit_fellows import Fellow
from rundbord.interventions.queries.exits import exit_case_of, exit_sheet, fellows_of
from rundbord.interventions.rules.exit_consent import MONTHS_VALID, ConsentGiven
from rundbord.interventions.rules.exit_letters import EXIT_OUTSIDERS
from rundbord.interventions.screens.exit_writer import JudgedForm, Words, Writing, written
from rundbord.ui.forms import ChoiceButtons, DayInput
from rundbord.web import SignedInRequest, screen
from rundbord.web.person_fields import CprField

_WORDS = Words(
    title="Skriftligt samtykke",
    lead="Noteres, som det er underskrevet. Papiret lægges i jeres eget system. Det kan altid trækkes tilbage.",
    button="Gem samtykket",
)


# Told apart from the fields that name them.
_SIDES = [
    (ExitSide.MUNICIPALITY.value, "Koordinatoren i kommunen"),
    (ExitSide.POLICE.value, "Koordinatoren hos politiet"),
    (ExitSide.PROBATION.value, "Koordinatoren i kriminalforsorgen"),
]
_KINDS = [("", "Ingen"), *((each.value, each.label) for each in EXIT_OUTSIDERS)]


class ConsentForm(JudgedForm):
    """Who signed what, and whom it names."""

    judged = (*(side.value for side in ExitSide), "is_written", "is_informed", "is_free")

    name = forms.CharField(label="Fulde navn", max_length=120)
    cpr = CprField(help_text="Eller skriv fødselsdagen herunder.")
    born_on = forms.DateField(label="Fødselsdag", required=False, widget=DayInput)
    given_on = forms.DateField(label="Underskrevet den", widget=DayInput)
    months = forms.TypedChoiceField(
        label="Gælder i",
        coerce=int,
        choices=[(each, f"{each} måneder") for each in MONTHS_VALID],
        widget=ChoiceButtons,
    )
    municipality = forms.CharField(label=ExitSide.MUNICIPALITY.label, max_length=120, required=False)
    police = forms.CharField(label=ExitSide.POLICE.label, max_length=120, required=False)
    probation = forms.CharField(
        label=ExitSide.PROBATION.label,
        max_length=120,
        required=False,
        help_text="Skriv »ingen«, hvis der ikke er nogen.",
    )
    recipients = forms.MultipleChoiceField(
        label="Hvem af dem må få oplysninger her i Rundbord?",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Kun dem, samtykket nævner. Ingen andre hos dem kan læse det, heller ikke deres leder.",
    )
    by_letter = forms.MultipleChoiceField(
        label="Hvem af koordinatorerne må få brev?",
        required=False,
        choices=_SIDES,
        widget=forms.CheckboxSelectMultiple,
        help_text="En koordinator uden adgang til Rundbord kan få oplysninger i et brev.",
    )
    outside_kind_1 = forms.ChoiceField(
        label="Nævner samtykket en anden, der må få brev?", required=False, choices=_KINDS
    )
    outside_name_1 = forms.CharField(label="Navn", max_length=120, required=False)
    outside_kind_2 = forms.ChoiceField(label="Endnu en", required=False, choices=_KINDS)
    outside_name_2 = forms.CharField(label="Navn på endnu en", max_length=120, required=False)
    is_written = forms.BooleanField(label="Samtykket er skriftligt og underskrevet", required=False)
    is_informed = forms.BooleanField(
        label="Personen ved, hvad der deles med hvem, hvorfor, og hvordan samtykket trækkes tilbage", required=False
    )
    is_free = forms.BooleanField(label="Samtykket er givet frit", required=False)

    def __init__(self, *args: Any, fellows: list[Fellow], **options: Any) -> None:
        """Offer the exit coordinators of the other parties."""
        super().__init__(*args, **options)
        chosen: Any = self.fields["recipients"]
        chosen.choices = [(str(each.user_id), each.name) for each in fellows]
        if not fellows:
            del self.fields["recipients"]

    def given(self) -> ConsentGiven:
        """Give the consent as it was noted."""
        told = self.cleaned_data
        return ConsentGiven(
            born_on=told["cpr"].born_on if told["cpr"] else told["born_on"],
            given_on=told["given_on"],
            months=told["months"],
            is_written=told["is_written"],
            is_informed=told["is_informed"],
            is_free=told["is_free"],
            coordinators={side: told[side.value] for side in ExitSide},
        )

    def by_letters(self) -> exits.ByLetter:
        """Give whom it lets be told on paper."""
        told = self.cleaned_data
        others = {
            f"outside_name_{number}": (told[f"outside_kind_{number}"], told[f"outside_name_{number}"])
            for number in (1, 2)
        }
        return exits.ByLetter(sides=[ExitSide(each) for each in told["by_letter"]], others=others)

    def signer(self) -> exits.Signer:
        """Give who signed."""
        told = self.cleaned_data
        return exits.Signer(name=told["name"], cpr=told["cpr"].digits if told["cpr"] else "")


@screen(Permission.COORDINATE_EXIT, writes=True)
def give_consent(request: SignedInRequest, exit_id: UUID) -> HttpResponse:
    """Note it, the first or a renewed one."""
    case, actor = exit_case_of(exit_id), request.actor
    sheet = exit_sheet(case, actor)
    known = {"name": sheet.name, "born_on": sheet.born_on} if sheet.born_on else {}
    form = ConsentForm(
        request.POST if request.method == "POST" else None,
        fellows=fellows_of(actor),
        initial={"given_on": timezone.localdate(), **known},
    )
    return written(request, Writing(case=case, form=form, words=_WORDS, act=lambda: _act(form, case, request)))


def _act(form: ConsentForm, case: Any, request: SignedInRequest) -> object:
    chosen = [UUID(each) for each in form.cleaned_data.get("recipients", ())]
    letters = form.by_letters()
    return exits.give_consent(
        case, form.given(), signer=form.signer(), recipients=chosen, by_letter=letters, by=request.actor
    )
