"""Find — find en sag: by CPR number or name, with a reason, inside the own reach; nothing of it in the address."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpResponse

from rundbord.access.permissions import Permission
from rundbord.concerns import actions
from rundbord.concerns.models import YoungPerson
from rundbord.concerns.queries.finding import MOST_HITS
from rundbord.concerns.queries.look_ups import latest_look_ups
from rundbord.concerns.queries.opened import known_of
from rundbord.keys.core.names import name_parts
from rundbord.keys.core.trouble import CannotSeal
from rundbord.web import SignedInRequest, Subject, attempt, page, screen
from rundbord.web.person_fields import CprField, name_field, posted, reason_field


class FindForm(forms.Form):
    """A number or a name, and why."""

    cpr = CprField()
    name = name_field("Navn", required=False, help_text="Hele navnet eller en del af det, fx kun efternavnet.")
    reason = reason_field(
        "Hvorfor leder du?",
        most=300,
        help_text="Kolleger i enheden kan se begrundelsen. Skriv ingen navne.",
        error_messages={"required": "Skriv, hvorfor du leder."},
    )

    def clean(self) -> dict[str, Any]:
        """Want one of the two."""
        given = super().clean() or {}
        has_wrong_cpr = "cpr" in self.errors
        if not has_wrong_cpr and not given.get("cpr") and not _has_parts(given.get("name", "")):
            self.add_error("name", "Skriv et CPR-nummer eller et navn.")
        return given


@screen(Permission.SEE_CONCERNS, reads=Subject.YOUNG_PERSONS, writes=True)
def find(request: SignedInRequest) -> HttpResponse:
    """Show the form, and under it what was found."""
    form = FindForm(posted(request))
    found = attempt(form, lambda: _act(form, request)) if form.is_valid() else None
    opened = known_of(found) if found else {}
    context = {
        "form": form,
        "was_sought": found is not None,
        "hits": [opened[each.pk] for each in found or [] if each.pk in opened],
        "is_full": len(found or []) >= MOST_HITS,
        "most": MOST_HITS,
        "look_ups": latest_look_ups(request.actor),
        "may_break_glass": request.actor.may(Permission.BREAK_GLASS),
        "may_work": request.actor.may(Permission.WORK_CONCERNS),
    }
    return page(request, "concerns/find.html", context)


def _act(form: FindForm, request: SignedInRequest) -> list[YoungPerson]:
    given = form.cleaned_data
    if given["cpr"] is not None:
        return actions.find_by_cpr(given["cpr"], reason=given["reason"], by=request.actor)
    return actions.find_by_name(given["name"], reason=given["reason"], by=request.actor)


def _has_parts(name: str) -> bool:
    try:
        return bool(name_parts(name))
    except CannotSeal:
        return False
