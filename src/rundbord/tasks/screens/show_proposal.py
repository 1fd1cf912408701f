"""Show proposal — forslag: what is proposed, the own unit's answer, and the others' once it has been given."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.http import HttpResponse, HttpResponseRedirect
from django.utils import timezone

from rundbord.access.permissions import Permission
from rundbord.identity.drafts import restored_draft
from rundbord.partnership.queries import place_names
from rundbord.tasks import actions, queries
from rundbord.tasks.models import Proposal, ProposalAnswer
from rundbord.tasks.vocabulary import Answer, Counting, ProposalResult
from rundbord.ui.forms import ChoiceButtons
from rundbord.vocabulary import label_of
from rundbord.web import SignedInRequest, attempt, page, screen
from rundbord.web.guarded import GuardedForm


class AnswerForm(GuardedForm):
    """What the unit says."""

    guarded = ("reason",)

    answer = forms.ChoiceField(label="Hvad siger din enhed?", choices=Answer.choices(), widget=ChoiceButtons)
    reason = forms.CharField(
        label="Begrundelse",
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Skal udfyldes ved nej. De andre ser enheden, aldrig dit navn.",
    )


@screen(Permission.SEE_TASKS, writes=True)
def show_proposal(request: SignedInRequest, proposal_id: UUID) -> HttpResponse:
    """Show the proposal, and take the unit's answer."""
    proposal = queries.proposal_of(proposal_id)
    draft = restored_draft(request)
    form = AnswerForm(request.POST if request.method == "POST" else None, initial=draft.initial, places=place_names())
    if form.is_valid() and attempt(form, lambda: _act(form, proposal, request)) is not None:
        return HttpResponseRedirect(request.path)
    return page(request, "tasks/show_proposal.html", {**_told(proposal, request), "form": form, "draft": draft})


def _act(form: AnswerForm, proposal: Proposal, request: SignedInRequest) -> ProposalAnswer:
    given = form.cleaned_data
    return actions.answer_proposal(
        proposal, Answer(given["answer"]), reason=given["reason"], overridden=form.overridden, by=request.actor
    )


def _told(proposal: Proposal, request: SignedInRequest) -> dict[str, object]:
    """Others' answers are shown when the own unit has answered or all is settled: nobody waits to see the wind."""
    answers = queries.answers_to(proposal)
    ballot = queries.ballot_of(proposal, answers)
    unit_id, is_open = request.actor.unit_id, proposal.settled_at is None
    has_answered = any(answer.unit_id == unit_id for answer in answers)
    is_asked = any(each.unit_id == unit_id for each in ballot.asked)
    is_running = is_open and proposal.closes_at > timezone.now()
    may_answer = is_running and is_asked and not has_answered and request.actor.may(Permission.TAKE_PART)
    return {
        "proposal": proposal,
        "answers": answers if has_answered or not is_open else [],
        "are_shown": has_answered or not is_open,
        "answered": len(answers),
        "asked": len(ballot.asked),
        "counting": label_of(Counting, proposal.counts).lower(),
        "result": label_of(ProposalResult, proposal.result),
        "may_answer": may_answer,
        "is_running": is_running,
    }
