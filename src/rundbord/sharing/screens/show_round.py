"""Show a round — runden: what the own unit has nominated, and what was found when it closed."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse

from rundbord.access.permissions import Permission
from rundbord.access.roles import Role
from rundbord.sharing import actions, queries
from rundbord.sharing.rules.who_else import NominationKind
from rundbord.vocabulary import label_of
from rundbord.web import SignedInRequest, Subject, page, screen


@screen(Permission.NOMINATE, reads=Subject.COMMON_KNOWLEDGE)
def show_round(request: SignedInRequest, round_id: UUID) -> HttpResponse:
    """Show it, and log the reading of what was found."""
    row = queries.round_of(round_id, request.actor)
    found = queries.found_in(round_id) if row.is_closed else []
    actions.read_common_knowledge(found, of=row.round, by=request.actor)
    context = {
        "row": row,
        "round": row.round,
        "found": [(each, label_of(NominationKind, each.kind), label_of(Role, each.other_role)) for each in found],
        "nominated": [] if row.is_closed else _nominated(round_id),
    }
    return page(request, "sharing/show_round.html", context)


def _nominated(round_id: UUID) -> list[tuple[object, str]]:
    return [(each, label_of(NominationKind, each.kind)) for each in queries.nominations_in(round_id)]
