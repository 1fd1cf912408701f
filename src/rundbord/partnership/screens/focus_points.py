"""Focus points — indsatspunkter: what the partnership has agreed to work on."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from rundbord.access.permissions import Permission
from rundbord.identity.drafts import restored_draft
from rundbord.partnership import actions, queries
from rundbord.partnership.rules.focus_templates import TEMPLATES
from rundbord.web import SignedInRequest, attempt, page, screen
from rundbord.web.guarded import GuardedForm
from rundbord.web.seen import SeenForm


class FocusPointForm(SeenForm, GuardedForm):
    """A heading and what it means."""

    guarded = ("title", "text")
    title = forms.CharField(label="Indsatspunkt", max_length=160)
    text = forms.CharField(label="Uddybning", required=False, max_length=4000, widget=forms.Textarea(attrs={"rows": 5}))


@screen(Permission.GOVERN_PARTNERSHIP, writes=True)
def add_focus_point(request: SignedInRequest) -> HttpResponse:
    """Add a focus point."""
    draft = restored_draft(request)
    form = FocusPointForm(request.POST or None, current={}, initial=draft.initial, places=queries.place_names())
    if form.is_valid():
        words = {"title": form.cleaned_data["title"], "text": form.cleaned_data["text"]}
        attempt(form, lambda: actions.add_focus_point(**words, overridden=form.overridden, by=request.actor))
    if form.is_valid():
        return redirect("partnership:show_partnership")
    return page(request, "partnership/add_focus_point.html", {"form": form, "saved_at": draft.saved_at})


@screen(Permission.GOVERN_PARTNERSHIP, writes=True)
def change_focus_point(request: SignedInRequest, focus_point_id: UUID) -> HttpResponse:
    """Change a focus point's words."""
    point = queries.focus_point(focus_point_id)
    draft = restored_draft(request)
    current = {"title": point.title, "text": point.text}
    form = FocusPointForm(request.POST or None, current=current, initial=draft.initial, places=queries.place_names())
    if form.is_valid():
        words = {"title": form.cleaned_data["title"], "text": form.cleaned_data["text"]}
        attempt(form, lambda: actions.change_focus_point(point, **words, overridden=form.overridden, by=request.actor))
    if form.is_valid():
        return redirect("partnership:show_partnership")
    context = {"form": form, "point": point, "saved_at": draft.saved_at}
    return page(request, "partnership/change_focus_point.html", context)


@screen(Permission.GOVERN_PARTNERSHIP, writes=True)
def move_focus_point(request: SignedInRequest, focus_point_id: UUID) -> HttpResponse:
    """Move a focus point up."""
    point = queries.focus_point(focus_point_id)
    if request.method == "POST":
        actions.move_focus_point_up(point, by=request.actor)
    return redirect("partnership:show_partnership")


@screen(Permission.GOVERN_PARTNERSHIP, writes=True)
def remove_focus_point(request: SignedInRequest, focus_point_id: UUID) -> HttpResponse:
    """Remove a focus point."""
    point = queries.focus_point(focus_point_id)
    if request.method == "POST":
        actions.remove_focus_point(point, by=request.actor)
    return redirect("partnership:show_partnership")


@screen(Permission.GOVERN_PARTNERSHIP, writes=True)
def focus_templates(request: SignedInRequest) -> HttpResponse:
    """Choose focus points that are written already."""
    wanted = TEMPLATES.get(request.POST.get("template", ""))
    if wanted:
        actions.use_focus_template(wanted, by=request.actor)
        return redirect(f"{reverse('partnership:show_partnership')}#indsatspunkter")
    there = {point.title for point in queries.focus_points()}
    listed = [(each, sum(title not in there for title, _ in each.points)) for each in TEMPLATES.values()]
    return page(request, "partnership/focus_templates.html", {"templates": listed})
