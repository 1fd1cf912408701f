"""State a safeguard — forholdsregel: honour screening, ban, safety of staff."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.urls import reverse

from rundbord.access.permissions import Permission
from rundbord.concerns import actions
from rundbord.concerns.queries.finding import person_of
from rundbord.concerns.rules.safeguards import answers_to
from rundbord.concerns.screens.saving import Words, save_in_file
from rundbord.concerns.vocabulary import SafeguardKind
from rundbord.web import SignedInRequest, Subject, screen
from rundbord.web.person_fields import day_field, posted, text_field

_LEADS = {
    SafeguardKind.HONOUR: "Er der tegn på æreskonflikt eller social kontrol, inddrages familien først efter en"
    " risikovurdering (barnets lov § 18, stk. 3).",
    SafeguardKind.BAN: "Gælder der et opholdsforbud eller et forbud mod kontakt, som I skal tage hensyn til?",
    SafeguardKind.STAFF: "Skal I være to, eller skal politiet vide, at I kommer?",
}


class SafeguardForm(forms.Form):
    """How it stands, what it rests on, and until when."""

    state = forms.ChoiceField(
        label="Hvordan står det?", widget=forms.RadioSelect, error_messages={"required": "Vælg et svar."}
    )
    note = text_field("Hvad bygger det på?", rows=3, most=1000, required=False)
    valid_until = day_field("Gælder til og med", required=False)

    def __init__(self, *args: Any, kind: SafeguardKind, **options: Any) -> None:
        """Offer the answers of the kind."""
        super().__init__(*args, **options)
        field = self.fields["state"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 — declared above
        field.choices = answers_to(kind).choices()


@screen(Permission.WORK_CONCERNS, reads=Subject.YOUNG_PERSON, writes=True)
def state_safeguard(request: SignedInRequest, person_id: UUID) -> HttpResponse:
    """Note what was found out about one kind."""
    person = person_of(person_id)
    asked = request.GET.get("slags", "")
    kind = SafeguardKind(asked) if asked in set(SafeguardKind) else SafeguardKind.HONOUR
    form = SafeguardForm(posted(request), kind=kind)
    words = Words(heading=kind.label, lead=_LEADS[kind])
    return save_in_file(
        request,
        person,
        form,
        lambda: actions.state_safeguard(person, _stated(form, kind), by=request.actor),
        words=words,
        then=_back_to_intervention(request.GET.get("indsats", "")),
    )


def _back_to_intervention(key: str) -> str:
    """Give the address of the intervention that the answer was needed for, which shows it only within reach."""
    try:
        return reverse("interventions:show_intervention", args=[UUID(key)])
    except ValueError:
        return ""


def _stated(form: SafeguardForm, kind: SafeguardKind) -> actions.Stated:
    given = form.cleaned_data
    return actions.Stated(kind=kind, state=given["state"], note=given["note"], valid_until=given["valid_until"])
