"""Close — henvis eller luk: to another kind of authority, or because it was taken back."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from rundbord.access.permissions import Permission
from rundbord.rights import actions
from rundbord.rights.models import RightsRequest
from rundbord.rights.queries.requests import request_of
from rundbord.rights.vocabulary import Outcome, RoutedTo
from rundbord.ui.forms import ChoiceButtons
from rundbord.web import SignedInRequest, attempt, page, screen
from rundbord.web.person_fields import posted

_WITHDRAWN = Outcome.WITHDRAWN.value


class CloseForm(forms.Form):
    """Where to, or that it was taken back."""

    where = forms.ChoiceField(
        label="Hvordan afsluttes den?",
        choices=[*RoutedTo.choices(), (_WITHDRAWN, "Personen har trukket anmodningen tilbage")],
        widget=ChoiceButtons,
    )


@screen(Permission.HANDLE_RIGHTS, writes=True)
def close(request: SignedInRequest, request_id: UUID) -> HttpResponse:
    """Show the form, and close."""
    asked = request_of(request_id, request.actor)
    form = CloseForm(posted(request))
    if form.is_valid() and attempt(form, lambda: _close(form, asked, request)):
        return HttpResponseRedirect(reverse("rights:show_request", args=[asked.pk]))
    return page(request, "rights/close.html", {"asked": asked, "form": form})


def _close(form: CloseForm, asked: RightsRequest, request: SignedInRequest) -> bool:
    where = form.cleaned_data["where"]
    if where == _WITHDRAWN:
        actions.withdraw(asked, by=request.actor)
    else:
        actions.route(asked, RoutedTo(where), by=request.actor)
    return True
