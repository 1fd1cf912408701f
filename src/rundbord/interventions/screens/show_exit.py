"""Show an exit case — exit-forløbet, to its two coordinators; each reading is logged."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone

from rundbord.access.permissions import Permission
from rundbord.identity.vocabulary import AuthorityKind
from rundbord.interventions.actions import exits
from rundbord.interventions.exit_vocabulary import ExitNoteKind
from rundbord.interventions.queries.exits import (
    ExitSheet,
    exit_case_of,
    exit_sheet,
    letters_of,
    outsiders_named,
    told_of_case,
)
from rundbord.interventions.rules.exit_writing import kinds_for
from rundbord.web import SignedInRequest, Subject, page, screen


@screen(Permission.COORDINATE_EXIT, reads=Subject.EXIT_CASE)
def show_exit(request: SignedInRequest, exit_id: UUID) -> HttpResponse:
    """Show the case with what can be done."""
    actor = request.actor
    case = exit_case_of(exit_id)
    exits.read_exit_case(case, by=actor)
    sheet = exit_sheet(case, actor)
    context = {
        "sheet": sheet,
        "case": case,
        "notes": _newest(sheet, is_police=actor.authority_kind == AuthorityKind.POLICE),
        "bans": sheet.bans(timezone.localdate()),
        "prolonged": sheet.notes.get(ExitNoteKind.PROLONGED, []),
        "was_refused": "afvist" in request.GET,
        "told": told_of_case(case),
        "letters": letters_of(case),
        "by_letter": outsiders_named(case),
        "today": timezone.localdate(),
    }
    return page(request, "interventions/exit/show.html", context)


def _newest(sheet: ExitSheet, *, is_police: bool) -> list[tuple[ExitNoteKind, object]]:
    """Give each kind of note that this authority writes, with the newest of it; bans stand by themselves."""
    kinds = [kind for kind in kinds_for(is_police=is_police) if kind is not ExitNoteKind.BAN]
    return [(kind, next(iter(sheet.notes.get(kind, [])), None)) for kind in kinds]
