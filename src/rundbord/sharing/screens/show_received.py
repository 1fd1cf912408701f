"""Show received — modtaget: the fixed copy under its conditions; every reading is logged, and so is each act on it."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from rundbord.access.permissions import Permission
from rundbord.sharing import actions, queries
from rundbord.sharing.uses import uses_of
from rundbord.sharing.vocabulary import CprNeed
from rundbord.ui.forms import ChoiceButtons
from rundbord.web import SignedInRequest, Subject, page, screen


class CprForm(forms.Form):
    """What the number is needed for."""

    need = forms.ChoiceField(
        label="Hvad skal du bruge cpr-nummeret til?", choices=CprNeed.choices(), widget=ChoiceButtons
    )


@screen(Permission.READ_DISCLOSED, reads=Subject.DISCLOSURE)
def show_received(request: SignedInRequest, received_id: UUID) -> HttpResponse:
    """Show one copy."""
    return _shown(request, received_id, CprForm())


@screen(Permission.READ_DISCLOSED, reads=Subject.DISCLOSURE, writes=True)
def show_cpr(request: SignedInRequest, received_id: UUID) -> HttpResponse:
    """Show the number once, for a need that is logged."""
    form = CprForm(request.POST or None)
    if not form.is_valid():
        return _shown(request, received_id, form)
    actions.show_cpr(queries.received_of(received_id), CprNeed(form.cleaned_data["need"]), by=request.actor)
    return _shown(request, received_id, form, with_cpr=True)


@screen(Permission.READ_DISCLOSED, writes=True)
def acknowledge(request: SignedInRequest, received_id: UUID) -> HttpResponse:
    """Tell the sender that it is read."""
    received = queries.received_of(received_id)
    if request.method == "POST":
        actions.acknowledge(received, by=request.actor)
    return _back(received_id)


def _shown(request: SignedInRequest, received_id: UUID, form: CprForm, *, with_cpr: bool = False) -> HttpResponse:
    received = queries.received_of(received_id)
    view = queries.received_view(received)
    actions.read_received(received, by=request.actor)
    context = {
        "view": view,
        "row": view.row,
        "received": received,
        "form": form,
        "with_cpr": with_cpr,
        "may_open_file": request.actor.may(Permission.WORK_CONCERNS) and not view.row.is_taken_back,
        "takings": queries.takings_of(received.disclosure_id),
        "uses": uses_of(received.disclosure_id, request.actor),
        "may_answer": request.actor.may(Permission.DISCLOSE),
        "raise_url": f"/unge/ny/?modtaget={received.pk}",
    }
    return page(request, "sharing/show_received.html", context)


def _back(received_id: UUID) -> HttpResponse:
    return HttpResponseRedirect(reverse("sharing:show_received", args=[received_id]))
