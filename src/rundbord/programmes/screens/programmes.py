"""Programmes — forløb: what units offer young people, and opening another."""

from __future__ import annotations

from django import forms
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from rundbord.access.permissions import Permission
from rundbord.partnership.queries import place_names
from rundbord.programmes import actions, queries
from rundbord.web import SignedInRequest, attempt, page, screen
from rundbord.web.guarded import GuardedForm


class ProgrammeForm(GuardedForm):
    """What it is called and what it is for."""

    guarded = ("name", "purpose")

    name = forms.CharField(label="Navn", max_length=120, help_text="For eksempel Politikadet.")
    purpose = forms.CharField(
        label="Hvad er det?",
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Alle parter kan læse det. Skriv aldrig, hvem der deltager, eller hvorfor.",
    )


@screen(Permission.SEE_OVERVIEW)
def programmes(request: SignedInRequest) -> HttpResponse:
    """List programmes."""
    context = {
        "programmes": queries.programmes(request.actor),
        "may_run": request.actor.may(Permission.RUN_PROGRAMMES),
        "may_train": request.actor.may(Permission.FOLLOW_TEAMS),
    }
    return page(request, "programmes/programmes.html", context)


@screen(Permission.RUN_PROGRAMMES, writes=True)
def open_programme(request: SignedInRequest) -> HttpResponse:
    """Open a programme of the own unit."""
    form = ProgrammeForm(request.POST if request.method == "POST" else None, places=place_names())
    if form.is_valid():
        given = form.cleaned_data
        opened = attempt(
            form, lambda: actions.open_programme(given["name"], purpose=given["purpose"], by=request.actor)
        )
        if opened is not None:
            return HttpResponseRedirect(reverse("programmes:show_programme", args=[opened.pk]))
    return page(request, "programmes/open_programme.html", {"form": form})
