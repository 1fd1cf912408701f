"""Carry out — gennemfør: what was decided after a request, where it is done in the file, and that it is done."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from rundbord.access.permissions import Permission
from rundbord.concerns.actions import read_file
from rundbord.concerns.queries.opened import key_of, known
from rundbord.rights import actions
from rundbord.rights.models import Remedy
from rundbord.rights.queries.remedies import how_done, remedy_in, view_of
from rundbord.rights.vocabulary import Recipients
from rundbord.sharing.queries.about_person import told_and_righted
from rundbord.ui.forms import ChoiceButtons
from rundbord.web import SignedInRequest, Subject, attempt, page, screen
from rundbord.web.person_fields import posted


class CarryOutForm(forms.Form):
    """Whether those who were told know."""

    recipients = forms.ChoiceField(
        label="Dem, der har fået oplysninger fra sagen",
        choices=Recipients.choices(),
        widget=ChoiceButtons,
    )

    def __init__(self, *args: Any, was_told: bool, **kwargs: Any) -> None:
        """`was_told`: something of the file was passed on before."""
        super().__init__(*args, **kwargs)
        self.fields["recipients"].required = was_told


@screen(Permission.WORK_CONCERNS, reads=Subject.YOUNG_PERSON, writes=True)
def carry_out(request: SignedInRequest, remedy_id: UUID) -> HttpResponse:
    """Show what was decided, and take that it is done."""
    remedy, person = remedy_in(remedy_id, request.actor)
    told, _ = told_and_righted(person.pk, since=remedy.ordered_at)
    form = CarryOutForm(posted(request), was_told=bool(told))
    back = reverse("concerns:show_file", args=[person.pk])
    if form.is_valid() and attempt(form, lambda: _done(form, remedy, request)):
        return HttpResponseRedirect(back)
    read_file(person, by=request.actor)
    key = key_of(person)
    context = {
        "view": view_of(remedy, key),
        "remedy": remedy,
        "known": known(person, key),
        "how": how_done(remedy, person),
        "told": told,
        "form": form,
        "file_url": back,
    }
    return page(request, "rights/carry_out.html", context)


def _done(form: CarryOutForm, remedy: Remedy, request: SignedInRequest) -> bool:
    chosen = form.cleaned_data["recipients"]
    actions.carry_out(remedy, recipients=Recipients(chosen) if chosen else None, by=request.actor)
    return True
