"""Set up feed — tilføj kilde: which kind, and whose."""

from __future__ import annotations

from django import forms
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from rundbord.access.permissions import Permission
from rundbord.feeds import actions
from rundbord.feeds.queries.publishers import publishers_of
from rundbord.feeds.vocabulary import FeedKind
from rundbord.situation.rules.districts import district_of
from rundbord.ui.forms import ChoiceButtons
from rundbord.web import SignedInRequest, attempt, page, screen

_NEEDS_PUBLISHER = "Vælg, hvem der skal hentes fra."


class SetUpFeedForm(forms.Form):
    """A kind and a publisher; the statistics bank is one publisher alone."""

    kind = forms.TypedChoiceField(
        label="Hvad skal hentes?", choices=FeedKind.choices(), coerce=FeedKind, widget=ChoiceButtons
    )
    publisher = forms.ChoiceField(
        label="Fra hvem?", required=False, help_text="Kun syv politikredse udgiver døgnrapporter på nettet."
    )

    def __init__(self, *arguments: object, **options: object) -> None:
        """List every publisher of any kind; the page works without scripts."""
        super().__init__(*arguments, **options)  # type: ignore[arg-type]
        news, messages = publishers_of(FeedKind.DAILY_REPORTS), publishers_of(FeedKind.SHORT_MESSAGES)
        names = sorted({*news, *messages})
        choices = [(name, f"{name} (også døgnrapporter)" if name in news else name) for name in names]
        self.fields["publisher"].choices = [("", "Vælg"), *choices]  # type: ignore[attr-defined]

    def clean(self) -> None:
        """Demand a publisher that publishes what is asked for."""
        super().clean()
        kind, publisher = self.cleaned_data.get("kind"), self.cleaned_data.get("publisher", "")
        if kind == FeedKind.STATISTICS:
            self.cleaned_data["publisher"] = ""
        elif kind and not publisher:
            self.add_error("publisher", _NEEDS_PUBLISHER)
        elif kind and publisher not in publishers_of(kind):
            self.add_error("publisher", f"{publisher} udgiver ikke døgnrapporter på nettet. Vælg korte meldinger.")


@screen(Permission.EDIT_FEEDS, writes=True)
def set_up_feed(request: SignedInRequest) -> HttpResponse:
    """Show the form and set the source up."""
    suggested = {"publisher": district_of(request.actor.authority_name), "kind": FeedKind.SHORT_MESSAGES}
    form = SetUpFeedForm(request.POST or None, initial=suggested)
    if form.is_valid():
        told = form.cleaned_data
        feed = attempt(form, lambda: actions.set_up_feed(told["kind"], told["publisher"], by=request.actor))
        if feed:
            return HttpResponseRedirect(reverse("feeds:feeds"))
    return page(request, "feeds/set_up_feed.html", {"form": form})
