"""Correct picture — ret: a numbered note on a published picture."""

from __future__ import annotations

from django import forms
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from rundbord.access.permissions import Permission
from rundbord.identity.drafts import restored_draft
from rundbord.partnership.queries.place_names import place_names
from rundbord.partnership.vocabulary import Audience
from rundbord.situation import actions
from rundbord.situation.models import Correction, Picture
from rundbord.situation.queries.pictures import published_picture
from rundbord.web import SignedInRequest, attempt, page, screen
from rundbord.web.guarded import GuardedForm

_AUDIENCES = [(audience.value, audience.label) for audience in (Audience.PARTIES, Audience.PARTNERS)]


class CorrectionForm(GuardedForm):
    """What was wrong, and what is right."""

    guarded = ("text",)

    text = forms.CharField(
        label="Rettelsen",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="Skriv, hvad der stod forkert, og hvad der er rigtigt. Ingen personer.",
    )
    audience = forms.ChoiceField(label="Hvem skal læse den?", choices=_AUDIENCES, widget=forms.RadioSelect)


@screen(Permission.PUBLISH_PICTURE, writes=True)
def correct_picture(request: SignedInRequest, number: int) -> HttpResponse:
    """Take a correction."""
    published = published_picture(number, actor=request.actor)
    draft = restored_draft(request)
    initial = {"audience": Audience.PARTIES.value, **draft.initial}
    form = CorrectionForm(request.POST if request.method == "POST" else None, initial=initial, places=place_names())
    if form.is_valid() and attempt(form, lambda: _act(form, published.picture, request)) is not None:
        return HttpResponseRedirect(reverse("situation:show_picture", args=[number]))
    context = {"form": form, "draft": draft, "picture": published.picture, "corrections": published.corrections}
    return page(request, "situation/correct_picture.html", context)


def _act(form: CorrectionForm, picture: Picture, request: SignedInRequest) -> Correction:
    return actions.correct_picture(
        picture,
        text=form.cleaned_data["text"],
        audience=Audience(form.cleaned_data["audience"]),
        overridden=form.overridden,
        by=request.actor,
    )
