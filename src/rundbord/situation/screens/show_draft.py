"""Show draft — kladden: what the next picture will hold, told live, and the sections that coordinators write."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils import timezone

from rundbord.access.permissions import Permission
from rundbord.situation.queries.drafts import draft_picture, written_sections
from rundbord.situation.queries.signal import Topic, version_of
from rundbord.situation.rules.period import next_due_after
from rundbord.situation.screens.edition_view import edition_view, signal_url
from rundbord.web import SignedInRequest, part, screen


@screen(Permission.EDIT_PICTURE)
def show_draft(request: SignedInRequest) -> HttpResponse:
    """Show the draft as it would be published now."""
    now = timezone.now()
    draft = draft_picture(request.actor, now=now)
    context = {
        "draft": draft,
        "sections": written_sections(draft.coming.draft_id),
        "period": draft.coming.period,
        "due_at": next_due_after(draft.coming.period.starts_at),
        "now": now,
        "signal_url": signal_url(Topic.DRAFT),
        "version": version_of(Topic.DRAFT, request.actor),
        **edition_view(draft.edition),
    }
    return part(request, "situation/show_draft.html", "draft", context)
