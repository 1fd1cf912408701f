"""Print a step — hent en side: the invitation, the summary, the letter, the underretning."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone

from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.interventions import actions, queries
from rundbord.interventions.printing.step_pdf import Print, step_pdf
from rundbord.interventions.rules.pages import LETTER, PAGES
from rundbord.web import SignedInRequest, Subject, screen


@screen(Permission.WORK_CONCERNS, reads=Subject.INTERVENTION, writes=True)
def print_step(request: SignedInRequest, step_id: UUID) -> HttpResponse:
    """Give the page as a file whose name tells nothing of whom; asked for by POST, since it leaves a mark."""
    row = queries.step_taken_of(step_id)
    done = queries.done_step(row)
    words = PAGES.get(done.printed)
    if request.method != "POST" or words is None or done.are_words_gone:
        raise Http404
    actor = request.actor
    try:
        actions.print_step(row, is_letter=done.printed == LETTER, by=actor)
    except Refused:
        # The page of the intervention says what stops it.
        return HttpResponseRedirect(reverse("interventions:show_intervention", args=[row.intervention_id]))
    made = Print(
        about=queries.who_in_words(row.intervention.person, with_number=words.names_number),
        sender=f"{actor.unit_name}, {actor.authority_name}",
        printed_by=f"{actor.user_name}, {actor.unit_name}",
        printed_at=timezone.now(),
    )
    response = HttpResponse(step_pdf(words, done.said, made), content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="{words.file}.pdf"'
    return response
