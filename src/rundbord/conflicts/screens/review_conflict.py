"""Review conflict — gennemgang: what was looked at, and when it is due again; within 72 hours."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.http import HttpResponse

from rundbord.access.permissions import Permission
from rundbord.conflicts import actions, queries
from rundbord.conflicts.screens.form_parts import posted, save_part, text_field
from rundbord.identity.drafts import restored_draft
from rundbord.partnership.queries import place_names
from rundbord.ui.forms import ChoiceButtons
from rundbord.web import SignedInRequest, screen
from rundbord.web.guarded import GuardedForm


class ReviewForm(GuardedForm):
    """What was looked at, and when the next review is due."""

    guarded = ("looked_at",)

    looked_at = text_field(
        "Hvad så I på, og hvad kom I frem til?",
        help_text="Spænding, hypoteser, vindue, steder og skridt. Uden personer.",
    )
    within = forms.TypedChoiceField(
        label="Næste gennemgang senest om",
        choices=[("24", "24 timer"), ("48", "48 timer"), ("72", "72 timer")],
        coerce=int,
        initial="72",
        widget=ChoiceButtons,
    )


@screen(Permission.EDIT_CONFLICTS, writes=True)
def review_conflict(request: SignedInRequest, conflict_id: UUID) -> HttpResponse:
    """Show what waits to be judged, and take the review."""
    file = queries.conflict_file(conflict_id)
    draft = restored_draft(request)
    form = ReviewForm(posted(request), initial=draft.initial, places=place_names())
    return save_part(
        request,
        file.conflict,
        form,
        lambda: actions.review_conflict(
            file.conflict,
            looked_at=form.cleaned_data["looked_at"],
            within_hours=form.cleaned_data["within"],
            overridden=form.overridden,
            by=request.actor,
        ),
        heading="Gennemgang",
        lead="Konflikten gennemgås mindst hver 72. time, også i weekenden.",
        submit="Gem gennemgangen",
        draft=draft,
        context={"file": file},
    )
