"""One way of saving what a form adds to a file: the form is shown until nothing is to be put right."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django import forms
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from rundbord.concerns.actions import read_file
from rundbord.concerns.models import YoungPerson
from rundbord.concerns.queries.opened import key_of, known
from rundbord.web import SignedInRequest, attempt, page


@dataclass(frozen=True, kw_only=True)
class Words:
    """What a page with a form says: its heading, a sentence under it, and the button."""

    heading: str
    lead: str = ""
    submit: str = "Gem"
    banner: str = ""
    shown: str = ""


def save_in_file(
    request: SignedInRequest,
    person: YoungPerson,
    form: forms.Form,
    act: Callable[[], object],
    *,
    words: Words,
    then: str = "",
) -> HttpResponse:
    """Act and go back to the file, or to `then`; or show the form, which counts as reading the file."""
    back = reverse("concerns:show_file", args=[person.pk])
    if form.is_valid() and attempt(form, lambda: (act(), True)[1]):
        return HttpResponseRedirect(then or back)
    read_file(person, by=request.actor)
    opened = known(person, key_of(person))
    context = {"form": form, "person": person, "known": opened, "words": words, "back_url": back}
    return page(request, "concerns/write.html", context)
