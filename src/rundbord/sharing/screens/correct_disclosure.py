"""Correct disclosure — ret eller kald tilbage: what was passed on is put right with everybody who was told."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from rundbord.access.permissions import Permission
from rundbord.sharing import actions, queries
from rundbord.sharing.models import Disclosure
from rundbord.sharing.rules.content import Content
from rundbord.sharing.rules.corrections import CorrectionKind
from rundbord.ui.forms import ChoiceButtons
from rundbord.web import SignedInRequest, Subject, attempt, page, screen

WHOLE = ""
_KINDS = (
    (CorrectionKind.CORRECTED.value, "Ret ordene"),
    (CorrectionKind.RECALLED.value, "Kald tilbage: det skulle ikke være givet videre"),
    (CorrectionKind.WITHDRAWN.value, "Slet: samtykket er trukket tilbage"),
)


class CorrectForm(forms.Form):
    """What is wrong, and what shall stand instead."""

    kind = forms.ChoiceField(label="Hvad skal der ske?", choices=_KINDS, widget=ChoiceButtons)
    line = forms.ChoiceField(
        label="Hvilken oplysning?",
        required=False,
        help_text="Kun når ordene rettes. Det, der kaldes tilbage, er altid det hele.",
    )
    new_wording = forms.CharField(
        label="Det skal der stå",
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Kun når ordene rettes.",
    )
    reason = forms.CharField(
        label="Hvad er galt?",
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Modtageren læser det. Er samtykket trukket tilbage, behøver du ikke skrive mere.",
    )

    def __init__(self, *args: Any, content: Content | None, **options: Any) -> None:
        """Offer the lines; a request has none, and can only be taken back."""
        super().__init__(*args, **options)
        if content is not None and not content.lines:
            kinds = self.fields["kind"]
            assert isinstance(kinds, forms.ChoiceField)  # noqa: S101 — declared above
            kinds.choices = [each for each in _KINDS if each[0] != CorrectionKind.CORRECTED]
            del self.fields["line"], self.fields["new_wording"]
            return
        field = self.fields["line"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 — declared above
        lines = content.lines if content else ()
        numbered = [(str(place), f"{place + 1}. {line.text[:80]}") for place, line in enumerate(lines)]
        field.choices = [(WHOLE, "Det hele"), *numbered]

    def righting(self) -> actions.Righting:
        """Give what was typed as an act."""
        given = self.cleaned_data
        return actions.Righting(
            kind=CorrectionKind(given["kind"]),
            line=int(given["line"]) if given.get("line") else None,
            new_wording=given.get("new_wording", ""),
            reason=given["reason"],
        )


@screen(Permission.DISCLOSE, reads=Subject.DISCLOSURE, writes=True)
def correct_disclosure(request: SignedInRequest, disclosure_id: UUID) -> HttpResponse:
    """Put right what was told."""
    disclosure = queries.disclosure_of(disclosure_id)
    view = queries.told_view(disclosure)
    form = CorrectForm(request.POST if request.method == "POST" else None, content=view.content)
    if form.is_valid() and attempt(form, lambda: _correct(disclosure, form, request)):
        return HttpResponseRedirect(reverse("sharing:show_told", args=[disclosure_id]))
    actions.read_told(disclosure, by=request.actor)
    context = {"disclosure": disclosure, "view": view, "row": view.row, "form": form}
    return page(request, "sharing/correct_disclosure.html", context)


def _correct(disclosure: Disclosure, form: CorrectForm, request: SignedInRequest) -> bool:
    actions.correct_disclosure(disclosure, form.righting(), by=request.actor)
    return True
