"""Records — sletteregnskab: what was deleted, by which rule; and whether something of a known number was."""

from __future__ import annotations

from django import forms
from django.http import HttpResponse
from django.urls import reverse

from rundbord.access.permissions import Permission
from rundbord.deletion import actions
from rundbord.web import SignedInRequest, Subject, page, screen


class NumberForm(forms.Form):
    """The number that somebody brings; it stands in no address."""

    number = forms.UUIDField(
        label="Sagens nummer",
        help_text="Hele nummeret, som det står i et brev eller i loggen.",
        error_messages={"invalid": "Skriv hele nummeret, 32 tegn med bindestreger."},
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )


@screen(Permission.SEE_DELETION, reads=Subject.LOG, writes=True)
def records(request: SignedInRequest) -> HttpResponse:
    """Show a page of records, and what a number proves."""
    actor, here = request.actor, reverse("deletion:records")
    is_officer = actor.may(Permission.CONTROL_DELETION)
    is_asked = is_officer and request.method == "POST"
    form = NumberForm(request.POST if is_asked else None) if is_officer else None
    proved = actions.prove_deletion(form.cleaned_data["number"], by=actor) if form and form.is_valid() else None
    shown = actions.read_records(after=request.GET.get("efter", ""), before=request.GET.get("foer", ""), by=actor)
    context = {
        "rows": shown.rows,
        "newer_url": f"{here}?foer={shown.before}" if shown.before else "",
        "older_url": f"{here}?efter={shown.after}" if shown.after else "",
        "form": form,
        "is_asked": proved is not None,
        "proved": proved,
    }
    return page(request, "deletion/records.html", context)
