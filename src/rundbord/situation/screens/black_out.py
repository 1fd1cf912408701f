"""Black out — slør: words are pointed at, never typed, and struck in every stored copy after a last look."""

from __future__ import annotations

from django import forms
from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse

from rundbord.access.permissions import Permission
from rundbord.situation import actions
from rundbord.situation.models import BlackOut, Picture
from rundbord.situation.queries.pictures import published_picture
from rundbord.situation.queries.stored_copies import copies_of
from rundbord.situation.queries.strikable import StrikableText, strikable_texts
from rundbord.situation.rules.striking import picked_phrases
from rundbord.web import SignedInRequest, Subject, attempt, page, screen

REASONS = (
    ("name", "Et navn eller kælenavn"),
    ("identity", "Et nummer, en adresse eller en kontaktoplysning"),
    ("description", "En beskrivelse, der peger på én person"),
    ("health", "Helbred eller andre følsomme oplysninger"),
)


_LONGEST_POSITION = 6


class BlackOutForm(forms.Form):
    """Why words are struck; a choice, so that the reason does not repeat them."""

    reason = forms.ChoiceField(label="Hvad var der sluppet igennem?", choices=REASONS, widget=forms.RadioSelect)
    picked = forms.CharField(required=False, widget=forms.HiddenInput)


@screen(Permission.BLACK_OUT, reads=Subject.PICTURE, writes=True)
def black_out(request: SignedInRequest, number: int) -> HttpResponse:
    """Let words be picked, show where they stand, strike them."""
    published = published_picture(number, actor=request.actor)
    texts = strikable_texts(published.picture)
    picks = request.POST.getlist("word")
    phrases = _phrases(texts, request.POST)
    is_certain = request.POST.get("step") == "strike"
    form = BlackOutForm(request.POST if is_certain else None)
    if (
        is_certain
        and form.is_valid()
        and attempt(form, lambda: _act(form, published.picture, phrases, request)) is not None
    ):
        return HttpResponseRedirect(reverse("situation:show_picture", args=[number]))
    context = {
        "picture": published.picture,
        "texts": texts,
        "picks": picks,
        "phrases": phrases,
        "copies": copies_of(phrases, actor=request.actor) if phrases else None,
        "form": form,
        "nothing_picked": request.method == "POST" and not phrases,
    }
    return page(request, "situation/black_out.html", context)


def _act(form: BlackOutForm, picture: Picture, phrases: list[str], request: SignedInRequest) -> BlackOut:
    reason = dict(REASONS)[form.cleaned_data["reason"]]
    return actions.black_out(picture, phrases=phrases, reason=reason, by=request.actor)


def _phrases(texts: list[StrikableText], posted: QueryDict) -> list[str]:
    """Read the picks, "key:position of the word", and look the words up: they themselves are never sent."""
    by_key: dict[str, set[int]] = {}
    for pick in posted.getlist("word"):
        key, _, position = pick.rpartition(":")
        if position.isdecimal() and len(position) <= _LONGEST_POSITION:
            by_key.setdefault(key, set()).add(int(position))
    phrases = (phrase for text in texts for phrase in picked_phrases(text.text, by_key.get(text.key, set())))
    return list(dict.fromkeys(phrases))
