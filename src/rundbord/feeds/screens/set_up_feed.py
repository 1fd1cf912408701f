"""Set up feed — tilføj kilde: which kind, and whose."""

from __future__ import annotations

from django import forms
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from rundbord.access.permissions import Permission
from rundbord.access.sorting import sort_key
from rundbord.feeds import actions
from rundbord.feeds.queries.publishers import publishers_of
from rundbord.feeds.vocabulary import FeedKind
from rundbord.situation.rules.districts import district_of
from rundbord.web import SignedInRequest, attempt, page, screen


class SetUpFeedForm(forms.Form):
    """One source: what it brings and whose it is go together, since not every district publishes everything."""

    source = forms.ChoiceField(
        label="Kilde", help_text="Kun syv politikredse udgiver døgnrapporter på nettet; alle sender korte meldinger."
    )

    def __init__(self, *arguments: object, **options: object) -> None:
        """List every source of this installation, by what it brings."""
        super().__init__(*arguments, **options)  # type: ignore[arg-type]
        self.fields["source"].choices = [("", "Vælg"), *map(_group, FeedKind)]  # type: ignore[attr-defined]

    def clean_source(self) -> tuple[FeedKind, str]:
        """Take the choice apart again."""
        kind, _, publisher = self.cleaned_data["source"].partition(":")
        return FeedKind(kind), publisher


def _group(kind: FeedKind) -> tuple[str, list[tuple[str, str]]]:
    # The whole name in each choice: a closed list shows the choice and not the group that it stands in.
    names = {name: f"{kind.label}: {name}" if name else kind.label for name in publishers_of(kind)}
    return kind.label, [(value_of(kind, name), names[name]) for name in sorted(names, key=sort_key)]


def value_of(kind: FeedKind, publisher: str) -> str:
    """Write a choice as the form sends it."""
    return f"{kind.value}:{publisher}"


@screen(Permission.EDIT_FEEDS, writes=True)
def set_up_feed(request: SignedInRequest) -> HttpResponse:
    """Show the form and set the source up."""
    suggested = value_of(FeedKind.SHORT_MESSAGES, district_of(request.actor.authority_name))
    form = SetUpFeedForm(request.POST or None, initial={"source": suggested})
    if form.is_valid():
        kind, publisher = form.cleaned_data["source"]
        feed = attempt(form, lambda: actions.set_up_feed(kind, publisher, by=request.actor))
        if feed:
            return HttpResponseRedirect(reverse("feeds:feeds"))
    return page(request, "feeds/set_up_feed.html", {"form": form})
