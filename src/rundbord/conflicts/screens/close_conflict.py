"""Close conflict — afslut eller genåbn: a person decides, with a reason."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse

from rundbord.access.permissions import Permission
from rundbord.conflicts import actions, queries
from rundbord.conflicts.screens.form_parts import posted, save_part, text_field
from rundbord.identity.drafts import restored_draft
from rundbord.partnership.queries import place_names
from rundbord.web import SignedInRequest, screen
from rundbord.web.guarded import GuardedForm


class StatusForm(GuardedForm):
    """Why."""

    guarded = ("reason",)

    reason = text_field("Begrundelse", help_text="Hvad er anderledes nu? Uden personer.")


@screen(Permission.EDIT_CONFLICTS, writes=True)
def close_conflict(request: SignedInRequest, conflict_id: UUID) -> HttpResponse:
    """Close the conflict."""
    conflict = queries.conflict_of(conflict_id)
    draft = restored_draft(request)
    form = StatusForm(posted(request), initial=draft.initial, places=place_names())
    return save_part(
        request,
        conflict,
        form,
        lambda: actions.close_conflict(
            conflict, reason=form.cleaned_data["reason"], overridden=form.overridden, by=request.actor
        ),
        heading="Afslut konflikten",
        lead="Den kan læses bagefter og åbnes igen, hvis det blusser op. Opgaver løber videre.",
        submit="Afslut konflikten",
        draft=draft,
    )


@screen(Permission.EDIT_CONFLICTS, writes=True)
def reopen_conflict(request: SignedInRequest, conflict_id: UUID) -> HttpResponse:
    """Open the conflict again."""
    conflict = queries.conflict_of(conflict_id)
    draft = restored_draft(request)
    form = StatusForm(posted(request), initial=draft.initial, places=place_names())
    return save_part(
        request,
        conflict,
        form,
        lambda: actions.reopen_conflict(
            conflict, reason=form.cleaned_data["reason"], overridden=form.overridden, by=request.actor
        ),
        heading="Åbn konflikten igen",
        lead="Den skal gennemgås inden for 72 timer. Vurdér også spændingen.",
        submit="Åbn igen",
        draft=draft,
    )
