"""Edit section — skriv i kladden: one section, saved as a version; what another saved meanwhile stands beside it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from rundbord.access.permissions import Permission
from rundbord.identity.drafts import restored_draft
from rundbord.partnership.queries.place_names import place_names
from rundbord.partnership.vocabulary import Audience
from rundbord.situation import actions
from rundbord.situation.models import Section
from rundbord.situation.queries.drafts import SECTIONS, WrittenSection, text_at_version, written_section
from rundbord.situation.queries.picture_periods import NextPicture, next_picture
from rundbord.situation.queries.signal import Topic, version_of
from rundbord.situation.rules.merging import merged
from rundbord.situation.screens.edition_view import signal_url
from rundbord.situation.vocabulary import SectionKind
from rundbord.web import SignedInRequest, attempt, part, screen
from rundbord.web.fields import SentBackField
from rundbord.web.guarded import GuardedForm


class SectionForm(GuardedForm):
    """The words, and what they were written from."""

    guarded = ("text",)

    text = forms.CharField(
        label="Tekst",
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 12}),
        help_text="Skriv i korte afsnit med en tom linje imellem. Ingen personer.",
    )
    number = SentBackField()
    from_version = SentBackField()


@screen(Permission.EDIT_PICTURE, writes=True)
def edit_section(request: SignedInRequest, kind: str, audience: str) -> HttpResponse:
    """Show the section, and save it."""
    if (kind, audience) not in SECTIONS:
        raise Http404
    coming = next_picture()
    standing = written_section(coming.draft_id, SectionKind(kind), Audience(audience))
    form = _form(request, coming, standing)
    if form.is_valid() and attempt(form, lambda: _act(form, standing, request)) is not None:
        return HttpResponseRedirect(reverse("situation:draft"))
    clash = _clash(form, coming, standing) if request.method == "POST" else None
    context = {
        "form": _with_proposal(clash["proposal"], coming, standing) if clash else form,
        "clash": clash,
        "standing": standing,
        "coming": coming,
        "draft": restored_draft(request),
        "signal_url": signal_url(Topic.DRAFT),
        "version": version_of(Topic.DRAFT, request.actor),
    }
    return part(request, "situation/edit_section.html", "standing", context)


def _act(form: SectionForm, standing: WrittenSection, request: SignedInRequest) -> Section:
    words = actions.SectionWords(
        kind=standing.kind,
        audience=standing.audience,
        text=form.cleaned_data["text"],
        number=form.cleaned_data["number"],
        from_version=form.cleaned_data["from_version"],
    )
    return actions.edit_section(words, overridden=form.overridden, by=request.actor)


def _form(request: SignedInRequest, coming: NextPicture, standing: WrittenSection) -> SectionForm:
    fresh = {"text": standing.text, "number": coming.number, "from_version": standing.version}
    initial = {**fresh, **restored_draft(request).initial}
    return SectionForm(request.POST if request.method == "POST" else None, initial=initial, places=place_names())


def _clash(form: SectionForm, coming: NextPicture, standing: WrittenSection) -> Mapping[str, Any] | None:
    """Tell what both have written, when the words were not written from what stands now."""
    written_from, number = form.cleaned_data.get("from_version"), form.cleaned_data.get("number")
    if number is None or written_from is None or (number, written_from) == (coming.number, standing.version):
        return None
    mine = form.data.get("text", "")
    base = text_at_version(coming.draft_id, standing.kind, standing.audience, written_from)
    return {
        "mine": mine,
        "theirs": standing.text,
        "proposal": merged(base, mine, standing.text),
        "is_other_picture": number != coming.number,
    }


def _with_proposal(proposal: str, coming: NextPicture, standing: WrittenSection) -> SectionForm:
    """Offer the words of both, to be saved from what stands now."""
    return SectionForm(initial={"text": proposal, "number": coming.number, "from_version": standing.version})
