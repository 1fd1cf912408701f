"""Tell the other exit coordinators — giv videre: what, to whom, why; and put it right, or take it back."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse

from rundbord.access.permissions import Permission
from rundbord.interventions.actions import exits
from rundbord.interventions.exit_vocabulary import ExitRecallCause
from rundbord.interventions.queries.exits import (
    exit_case_of,
    exit_sheet,
    exit_told_of,
    exit_told_view,
    fellows_named,
    parts_of,
)
from rundbord.interventions.screens.exit_telling_forms import RecallForm, RightForm, TellForm
from rundbord.interventions.screens.exit_writer import Words, Writing, written
from rundbord.web import SignedInRequest, Subject, screen

_TELL = Words(
    title="Giv videre til de andre",
    lead="Kun dem, du sætter hak ved, kan læse det. Ingen andre i deres enhed ser det, og der sendes ingen besked.",
    button="Giv videre",
)
_NOBODY = Words(
    title=_TELL.title,
    lead="Samtykket nævner ingen, der kan få noget her i Rundbord. Forny det, og vælg, hvem der må få oplysninger.",
    button=_TELL.button,
)
_RIGHT = Words(
    title="Ret det, du gav videre",
    lead="Alle, der fik det, får en ny udgave. Den gamle kan ikke læses mere.",
    button="Send den rettede udgave",
)
_RECALL = Words(
    title="Kald tilbage",
    lead="Ingen af dem, der fik det, kan læse det mere. De bekræfter, at ingen kopi er tilbage.",
    button="Kald tilbage",
)


@screen(Permission.COORDINATE_EXIT, reads=Subject.EXIT_CASE, writes=True)
def tell_coordinators(request: SignedInRequest, exit_id: UUID) -> HttpResponse:
    """Tell them, or be told everything that stands against it."""
    case, actor = exit_case_of(exit_id), request.actor
    fellows = fellows_named(case, actor)
    form = TellForm(
        request.POST if request.method == "POST" else None,
        readers=[(str(each.user_id), each.name) for each in fellows],
        parts=parts_of(exit_sheet(case, actor)),
    )
    exits.read_exit_case(case, by=actor)
    words = _TELL if fellows else _NOBODY
    act = exits.tell_coordinators
    return written(request, Writing(case=case, form=form, words=words, act=lambda: act(case, form.wish(), by=actor)))


@screen(Permission.COORDINATE_EXIT, reads=Subject.EXIT_TOLD, writes=True)
def put_right(request: SignedInRequest, exit_told_id: UUID) -> HttpResponse:
    """Send the corrected one in its place."""
    told, actor = exit_told_of(exit_told_id), request.actor
    content = exit_told_view(told).content
    form = RightForm(request.POST if request.method == "POST" else None, lines=content.lines if content else ())
    exits.read_exit_told(told, by=actor)
    act = exits.put_right
    return written(
        request,
        Writing(
            case=told.case,
            form=form,
            words=_RIGHT,
            act=lambda: act(told, exits.Putting(**form.cleaned_data), by=actor),
        ),
    )


@screen(Permission.COORDINATE_EXIT, writes=True)
def recall_told(request: SignedInRequest, exit_told_id: UUID) -> HttpResponse:
    """Take it back from everybody who was told."""
    told, actor = exit_told_of(exit_told_id), request.actor
    form = RecallForm(request.POST if request.method == "POST" else None)
    act = exits.recall_told
    return written(
        request,
        Writing(
            case=told.case,
            form=form,
            words=_RECALL,
            act=lambda: act(told, ExitRecallCause(form.cleaned_data["cause"]), by=actor),
        ),
    )
