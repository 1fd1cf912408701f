"""Forums — fora: choose a kind, open one from its template, correct it, close it."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from rundbord.access.permissions import Permission
from rundbord.identity.drafts import restored_draft
from rundbord.meetings.rules.templates import TEMPLATES
from rundbord.meetings.screens.forum_form import ForumForm, OpenForumForm, from_forum, from_template
from rundbord.partnership import actions
from rundbord.partnership.cadence_words import cadence_in_words
from rundbord.partnership.models import Forum
from rundbord.partnership.queries import forum_of, place_names, units_at_table
from rundbord.partnership.vocabulary import ForumKind
from rundbord.web import SignedInRequest, attempt, page, screen


@screen(Permission.RUN_MEETINGS)
def choose_kind(request: SignedInRequest) -> HttpResponse:
    """List the kinds of forums with what each usually is."""
    kinds = [
        {"kind": kind, "template": template, "cadence": cadence_in_words(template.cadence)}
        for kind, template in TEMPLATES.items()
    ]
    return page(request, "meetings/choose_kind.html", {"kinds": kinds})


@screen(Permission.RUN_MEETINGS, writes=True)
def open_forum(request: SignedInRequest) -> HttpResponse:
    """Open a forum of the kind that the address names; an unknown kind leads back to the choice."""
    asked = request.GET.get("slags", "")
    if asked not in set(ForumKind):
        return HttpResponseRedirect(reverse("meetings:choose_kind"))
    kind = ForumKind(asked)
    form = _new_form(request, kind)
    if form.is_valid() and (forum := attempt(form, lambda: _open(form, kind, request))):
        return HttpResponseRedirect(reverse("meetings:show_forum", args=[forum.pk]))
    context = {"form": form, "kind": kind, "items": TEMPLATES[kind].items}
    return page(request, "meetings/open_forum.html", context)


def _new_form(request: SignedInRequest, kind: ForumKind) -> OpenForumForm:
    actor = request.actor
    initial = {**from_template(kind, TEMPLATES[kind]), "own_unit": str(actor.unit_id or "")}
    return OpenForumForm(
        request.POST if request.method == "POST" else None,
        initial=initial,
        kind=kind,
        at_table=units_at_table(actor),
        own_authority=actor.authority_id,
        places=place_names(),
    )


def _open(form: OpenForumForm, kind: ForumKind, request: SignedInRequest) -> Forum:
    agenda = [
        actions.ItemTerms(title=item.title, kind=item.kind, minutes=item.minutes) for item in TEMPLATES[kind].items
    ]
    terms = form.terms()
    spoken_of = [item for item in agenda if item.kind != "individual" or terms.has_individual_part]
    return actions.open_forum(
        kind,
        terms,
        own_unit=form.own[form.cleaned_data["own_unit"]],
        units=form.chosen,
        agenda=spoken_of,
        overridden=form.overridden,
        by=request.actor,
    )


@screen(Permission.RUN_MEETINGS, writes=True)
def change_forum(request: SignedInRequest, forum_id: UUID) -> HttpResponse:
    """Correct what a forum is."""
    forum = forum_of(forum_id)
    draft = restored_draft(request)
    form = ForumForm(
        request.POST if request.method == "POST" else None,
        initial={**from_forum(forum), **draft.initial},
        kind=ForumKind(forum.kind),
        places=place_names(),
    )
    if form.is_valid() and _change(form, forum, request):
        return HttpResponseRedirect(reverse("meetings:show_forum", args=[forum.pk]))
    return page(request, "meetings/change_forum.html", {"form": form, "forum": forum, "draft": draft})


def _change(form: ForumForm, forum: Forum, request: SignedInRequest) -> bool:
    attempt(form, lambda: actions.change_forum(forum, form.terms(), overridden=form.overridden, by=request.actor))
    return form.is_valid()


@screen(Permission.RUN_MEETINGS, writes=True)
def close_forum(request: SignedInRequest, forum_id: UUID) -> HttpResponse:
    """Ask whether the forum shall meet no more, and close it."""
    forum = forum_of(forum_id)
    form = forms.Form(request.POST if request.method == "POST" else None)
    if form.is_valid():
        attempt(form, lambda: actions.close_forum(forum, by=request.actor))
        if form.is_valid():
            return HttpResponseRedirect(reverse("meetings:meetings"))
    return page(request, "meetings/close_forum.html", {"form": form, "forum": forum})
