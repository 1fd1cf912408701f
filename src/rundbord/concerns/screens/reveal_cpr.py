"""Reveal CPR — vis CPR-nummeret: once, in the answer to a form that says why."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.http import HttpResponse

from rundbord.access.permissions import Permission
from rundbord.concerns import actions
from rundbord.concerns.queries.finding import person_of
from rundbord.concerns.queries.opened import key_of, known
from rundbord.web import SignedInRequest, Subject, attempt, page, screen
from rundbord.web.person_fields import posted, reason_field


class RevealForm(forms.Form):
    """Why the whole number is needed."""

    reason = reason_field(
        "Hvorfor skal du se hele nummeret?",
        most=300,
        help_text="Kolleger i enheden kan se begrundelsen. Skriv ingen navne.",
        error_messages={"required": "Skriv, hvorfor du skal se det."},
    )


@screen(Permission.SEE_CONCERNS, reads=Subject.YOUNG_PERSON, writes=True)
def reveal_cpr(request: SignedInRequest, person_id: UUID) -> HttpResponse:
    """Ask why, and show the number in the answer; opening the page again asks again."""
    person = person_of(person_id)
    form = RevealForm(posted(request))
    cpr = None
    if form.is_valid():
        reason = form.cleaned_data["reason"]
        cpr = attempt(form, lambda: actions.reveal_cpr(person, reason=reason, by=request.actor))
    shown = f"{cpr.digits[:6]}-{cpr.digits[6:]}" if cpr else ""
    context = {"form": form, "person": person, "known": known(person, key_of(person)), "shown": shown}
    return page(request, "concerns/reveal_cpr.html", context)
