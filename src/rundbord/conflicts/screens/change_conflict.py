"""Change conflict — ret konflikt: the facts, with both wordings where another was quicker; and how they once stood."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse

from rundbord.access.permissions import Permission
from rundbord.conflicts import actions, queries
from rundbord.conflicts.screens.facts_form import ChangeConflictForm
from rundbord.conflicts.screens.form_parts import posted, save_part
from rundbord.conflicts.vocabulary import ConflictKind
from rundbord.identity.drafts import restored_draft
from rundbord.vocabulary import label_of
from rundbord.web import SignedInRequest, page, screen


@screen(Permission.EDIT_CONFLICTS, writes=True)
def change_conflict(request: SignedInRequest, conflict_id: UUID) -> HttpResponse:
    """Show the facts, and take them as changed."""
    conflict = queries.conflict_of(conflict_id)
    draft = restored_draft(request)
    form = ChangeConflictForm(posted(request), request=request, conflict=conflict, initial=draft.initial)

    def act() -> object:
        given = form.cleaned_data
        facts = actions.Facts(
            title=given["title"],
            kind=ConflictKind(given["kind"]),
            started_on=given["started_on"],
            owner=form.chosen_owner,
            areas=form.chosen_areas,
            communication=given["communication"],
            version=conflict.version,
        )
        return actions.change_conflict(conflict, facts, overridden=form.overridden, by=request.actor)

    lead = "Hvordan konflikten stod før, kan altid læses i forløbet."
    return save_part(request, conflict, form, act, heading="Ret konflikten", lead=lead, draft=draft)


@screen(Permission.SEE_CONFLICTS)
def revisions(request: SignedInRequest, conflict_id: UUID) -> HttpResponse:
    """Show how the facts once stood."""
    conflict = queries.conflict_of(conflict_id)
    rows = [(row, label_of(ConflictKind, row.kind)) for row in queries.revisions_of(conflict)]
    return page(request, "conflicts/revisions.html", {"conflict": conflict, "rows": rows})
