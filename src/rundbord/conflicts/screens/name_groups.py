"""Name groups — grupper: letters and neutral words for all; who they are, for the police and the cleared alone."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from rundbord.access.permissions import Permission
from rundbord.conflicts import actions, queries
from rundbord.conflicts.models import ConflictGroup
from rundbord.conflicts.screens.form_parts import posted, save_part, text_field
from rundbord.identity.drafts import restored_draft
from rundbord.identity.vocabulary import AuthorityKind
from rundbord.partnership.queries import place_names
from rundbord.web import SignedInRequest, Subject, page, screen
from rundbord.web.guarded import GuardedForm
from rundbord.web.seen import SeenForm


class LabelForm(GuardedForm):
    """A neutral word for a group."""

    guarded = ("label",)

    label = forms.CharField(
        label="Neutral betegnelse",
        max_length=80,
        help_text="Et ord, som alle må se. Aldrig gruppens navn. For eksempel: omkring torvet.",
    )


class RelabelForm(SeenForm, LabelForm):
    """The same over a word that stands."""


class IdentityForm(SeenForm, GuardedForm):
    """Who a group is, and where that is known from; of two colleagues neither overwrites the other unseen."""

    guarded = ("name", "basis")

    name = forms.CharField(label="Hvem er gruppen?", max_length=120, help_text="Gruppens navn. Aldrig personer.")
    basis = text_field("Hvor ved I det fra?", rows=2, required=False)


@screen(Permission.EDIT_CONFLICTS, writes=True)
def add_group(request: SignedInRequest, conflict_id: UUID) -> HttpResponse:
    """Add a group under the next letter."""
    conflict = queries.conflict_of(conflict_id)
    draft = restored_draft(request)
    form = LabelForm(posted(request), initial=draft.initial, places=place_names())
    return save_part(
        request,
        conflict,
        form,
        lambda: actions.add_group(
            conflict, label=form.cleaned_data["label"], overridden=form.overridden, by=request.actor
        ),
        heading="Ny gruppe",
        lead="Gruppen får det næste bogstav.",
        submit="Tilføj gruppen",
        draft=draft,
    )


@screen(Permission.EDIT_CONFLICTS, writes=True)
def relabel_group(request: SignedInRequest, conflict_id: UUID, group_id: UUID) -> HttpResponse:
    """Give a group another neutral word."""
    group = queries.group_of(conflict_id, group_id)
    draft = restored_draft(request)
    current = {"label": group.label}
    form = RelabelForm(posted(request), current=current, initial=draft.initial, places=place_names())
    return save_part(
        request,
        group.conflict,
        form,
        lambda: actions.relabel_group(
            group, label=form.cleaned_data["label"], overridden=form.overridden, by=request.actor
        ),
        heading=f"Gruppe {group.letter}",
        submit="Gem betegnelsen",
        draft=draft,
    )


@screen(Permission.SEE_CONFLICTS, reads=Subject.GROUP_IDENTITY)
def identities(request: SignedInRequest, conflict_id: UUID) -> HttpResponse:
    """Show who the groups are to whoever may know, and log it; for all others there is no such page."""
    conflict = queries.conflict_of(conflict_id)
    known = actions.read_identities(conflict, by=request.actor)
    access = queries.access_of(conflict, request.actor)
    if not known and not access.may_name:
        raise Http404
    named = {identity.group_id: identity for identity in known if identity.authority_id == request.actor.authority_id}
    context = {
        "conflict": conflict,
        "known": known,
        "access": access,
        "unnamed": [group for group in queries.groups_of(conflict) if group.pk not in named],
    }
    return page(request, "conflicts/identities.html", context)


@screen(Permission.NAME_GROUPS, reads=Subject.GROUP_IDENTITY, writes=True)
def name_group(request: SignedInRequest, conflict_id: UUID, group_id: UUID) -> HttpResponse:
    """Say who a group is; what stands is shown, and that reading is logged."""
    group = _group_for_police(request, conflict_id, group_id)
    draft = restored_draft(request)
    current = _standing(group, request)
    form = IdentityForm(posted(request), current=current, initial=draft.initial, places=place_names())
    return save_part(
        request,
        group.conflict,
        form,
        lambda: actions.name_group(
            group,
            name=form.cleaned_data["name"],
            basis=form.cleaned_data["basis"],
            overridden=form.overridden,
            by=request.actor,
        ),
        heading=f"Hvem er gruppe {group.letter}?",
        lead="Politiets egen oplysning. Kun politiet og dem, I giver adgang, kan læse den. Hver læsning bliver logget.",
        submit="Gem",
        draft=draft,
        back=reverse("conflicts:identities", args=[group.conflict_id]),
    )


@screen(Permission.NAME_GROUPS, writes=True)
def unname_group(request: SignedInRequest, conflict_id: UUID, group_id: UUID) -> HttpResponse:
    """Delete who a group is."""
    group = _group_for_police(request, conflict_id, group_id)
    if request.method == "POST":
        actions.unname_group(group, by=request.actor)
    return HttpResponseRedirect(reverse("conflicts:identities", args=[group.conflict_id]))


def _group_for_police(request: SignedInRequest, conflict_id: UUID, group_id: UUID) -> ConflictGroup:
    """Find the group; outside the police there is nothing to name."""
    if request.actor.authority_kind != AuthorityKind.POLICE:
        raise Http404
    return queries.group_of(conflict_id, group_id)


def _standing(group: ConflictGroup, request: SignedInRequest) -> dict[str, str]:
    known = actions.read_identities(group.conflict, only=group, by=request.actor)
    own = [identity for identity in known if identity.authority_id == request.actor.authority_id]
    return {"name": own[0].name, "basis": own[0].basis} if own else {"name": "", "basis": ""}
