"""Add line — ny linje: whom something was seen of, and to which unit it is put without the name."""

from __future__ import annotations

from typing import Any, ClassVar
from uuid import UUID

from django import forms
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from rundbord.access.permissions import Permission
from rundbord.handover import actions
from rundbord.handover.actions import NewLine
from rundbord.handover.queries.places import list_of, units_to_address
from rundbord.identity.models import Unit
from rundbord.partnership.offering import offer_units
from rundbord.partnership.queries import place_names
from rundbord.sharing.vocabulary import InformationClass, PersonRole, SourceGrade
from rundbord.ui.forms import ChoiceButtons, DayInput
from rundbord.web import SignedInRequest, attempt, page, screen
from rundbord.web.person_fields import CprField
from rundbord.web.strictly_guarded import StrictlyGuardedForm

_CLASSES = (InformationClass.PRIVATE, InformationClass.OFFENCE)


class LineForm(StrictlyGuardedForm):
    """The name is for the own list alone; what was seen is what the others read."""

    guarded: ClassVar[tuple[str, ...]] = ("words",)

    name = forms.CharField(
        label="Navn",
        max_length=120,
        error_messages={"required": "Skriv navnet. Andre ser det ikke, før linjen er taget op."},
    )
    born_on = forms.DateField(label="Fødselsdag", widget=DayInput, error_messages={"required": "Skriv fødselsdagen."})
    cpr = CprField(help_text="Kan udelades.")
    role = forms.ChoiceField(
        label="Hvad er personen i det, der skete?",
        choices=PersonRole.choices(),
        widget=ChoiceButtons,
        error_messages={"required": "Vælg rollen. Den følger linjen hele vejen."},
    )
    words = forms.CharField(
        label="Hvad er set?",
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Det læser de andre på mødet. Ingen navne, numre eller adresser.",
        error_messages={"required": "Skriv, hvad der er set."},
    )
    seen_on = forms.DateField(label="Hvilken dag?", widget=DayInput, error_messages={"required": "Skriv dagen."})
    information_class = forms.ChoiceField(
        label="Oplysningens art", choices=[(each.value, each.label) for each in _CLASSES], widget=ChoiceButtons
    )
    grade = forms.ChoiceField(
        label="Hvor ved I det fra?",
        choices=SourceGrade.choices(),
        widget=ChoiceButtons,
        error_messages={"required": "Vælg, hvor I ved det fra."},
    )
    addressed = forms.ChoiceField(
        label="Hvilken enhed er den til?", error_messages={"required": "Vælg enheden: der, hvor den unge bor."}
    )

    def __init__(self, *args: Any, units: list[Unit], **options: Any) -> None:
        """Offer the units in the room."""
        super().__init__(*args, **options)
        self.units = offer_units(self.fields["addressed"], units)

    def line(self) -> NewLine:
        """Give the line."""
        given = self.cleaned_data
        return NewLine(
            name=given["name"].strip(),
            born_on=given["born_on"],
            cpr=given["cpr"].digits if given["cpr"] else "",
            role=PersonRole(given["role"]),
            words=given["words"].strip(),
            seen_on=given["seen_on"],
            information_class=InformationClass(given["information_class"]),
            grade=SourceGrade(given["grade"]),
            addressed=self.units[given["addressed"]],
        )


@screen(Permission.DISCLOSE, writes=True)
def add_line(request: SignedInRequest, list_id: UUID) -> HttpResponse:
    """Take one line, and be ready for the next."""
    standing = list_of(list_id)
    form = LineForm(
        request.POST if request.method == "POST" else None,
        initial={"information_class": InformationClass.PRIVATE.value},
        units=units_to_address(standing.meeting, request.actor),
        places=place_names(),
    )
    back = reverse("handover:hand_over", args=[standing.meeting_id])
    if form.is_valid() and attempt(form, lambda: bool(actions.add_line(standing, form.line(), by=request.actor))):
        return HttpResponseRedirect(back)
    return page(request, "handover/add_line.html", {"form": form, "list": standing, "back_url": back})
