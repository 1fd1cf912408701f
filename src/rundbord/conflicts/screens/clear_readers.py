"""Clear readers — adgang: asking to know who the groups are, and the police's answers."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse
from django.urls import reverse

from rundbord.access.permissions import Permission
from rundbord.conflicts import actions, queries
from rundbord.conflicts.models import Clearance, ClearanceRequest, Conflict
from rundbord.conflicts.queries.files import part_of
from rundbord.conflicts.rules.clearing import HOLDS_FOR_DAYS, USUAL_DAYS
from rundbord.conflicts.screens.form_parts import days_field, posted, save_part, text_field
from rundbord.identity.drafts import restored_draft
from rundbord.identity.vocabulary import AuthorityKind
from rundbord.partnership.offering import offer_units
from rundbord.partnership.queries import place_names, units_at_table
from rundbord.ui.forms import ChoiceButtons
from rundbord.web import SignedInRequest, page, screen
from rundbord.web.guarded import GuardedForm

GIVE, REFUSE = "give", "refuse"


class AskForm(GuardedForm):
    """What somebody needs it for."""

    guarded = ("reason",)

    reason = text_field(
        "Hvad skal du bruge det til?", help_text="Hvad kan du forebygge, når du ved det? Uden personer."
    )


class UnitForm(GuardedForm):
    """Which unit is to know, why, and for how long."""

    guarded = ("reason",)

    unit = forms.ChoiceField(label="Enhed", help_text="Alle, der har en funktion i enheden, kan så se det.")
    reason = text_field("Hvorfor er det nødvendigt?", rows=2)
    days = days_field(HOLDS_FOR_DAYS, usual=USUAL_DAYS, label="Gælder i")

    def __init__(self, *args: Any, units: list[Any], **options: Any) -> None:
        """Offer the other parties' units."""
        super().__init__(*args, places=place_names(), **options)
        self.unit_of = offer_units(self.fields["unit"], units)


class AnswerForm(GuardedForm):
    """Yes for so many days, or no; and why."""

    guarded = ("reason",)

    act = forms.ChoiceField(label="Svar", choices=[(GIVE, "Giv adgang"), (REFUSE, "Afslå")], widget=ChoiceButtons)
    reason = text_field("Begrundelse", rows=2, most=300)
    days = days_field(HOLDS_FOR_DAYS, usual=USUAL_DAYS, label="Gælder i", required=False)


class WithdrawForm(GuardedForm):
    """Why a clearance ends."""

    guarded = ("reason",)

    reason = text_field("Hvorfor trækkes adgangen tilbage?", rows=2, most=300)


@screen(Permission.SEE_CONFLICTS, writes=True)
def ask_clearance(request: SignedInRequest, conflict_id: UUID) -> HttpResponse:
    """Ask the police."""
    conflict = queries.conflict_of(conflict_id)
    draft = restored_draft(request)
    form = AskForm(posted(request), initial=draft.initial, places=place_names())
    return save_part(
        request,
        conflict,
        form,
        lambda: actions.ask_clearance(
            conflict, reason=form.cleaned_data["reason"], overridden=form.overridden, by=request.actor
        ),
        heading="Bed om at se, hvem grupperne er",
        lead="Politiet ser dit navn, din enhed og din begrundelse, og svarer med en besked.",
        submit="Send til politiet",
        draft=draft,
    )


@screen(Permission.NAME_GROUPS)
def clearances(request: SignedInRequest, conflict_id: UUID) -> HttpResponse:
    """Show who may know, until when and why, and who waits for an answer."""
    conflict = _for_police(request, queries.conflict_of(conflict_id))
    context = {
        "conflict": conflict,
        "rows": queries.clearances_of(conflict),
        "requests": queries.requests_of(conflict),
    }
    return page(request, "conflicts/clearances.html", context)


@screen(Permission.NAME_GROUPS, writes=True)
def clear_unit(request: SignedInRequest, conflict_id: UUID) -> HttpResponse:
    """Let a unit know."""
    conflict = _for_police(request, queries.conflict_of(conflict_id))
    draft = restored_draft(request)
    units = [
        unit
        for unit in units_at_table(request.actor, with_partners=False)
        if unit.authority_id != request.actor.authority_id
    ]
    form = UnitForm(posted(request), initial=draft.initial, units=units)

    def act() -> object:
        given = form.cleaned_data
        grounds = actions.Grounds(reason=given["reason"], days=given["days"])
        return actions.clear_unit(
            conflict, form.unit_of[given["unit"]], grounds, overridden=form.overridden, by=request.actor
        )

    return save_part(
        request,
        conflict,
        form,
        act,
        heading="Giv en enhed adgang",
        lead="Enheden kan se, hvem konfliktens grupper er, til adgangen udløber eller trækkes tilbage.",
        submit="Giv adgang",
        draft=draft,
        back=_list_of(conflict),
    )


@screen(Permission.NAME_GROUPS, writes=True)
def answer_request(request: SignedInRequest, conflict_id: UUID, request_id: UUID) -> HttpResponse:
    """Answer somebody who asked."""
    asked = part_of(ClearanceRequest, conflict_id, request_id)
    _for_police(request, asked.conflict)
    draft = restored_draft(request)
    form = AnswerForm(posted(request), initial=draft.initial, places=place_names())
    return save_part(
        request,
        asked.conflict,
        form,
        lambda: _answer(form, asked, request),
        heading="Svar på ønsket om adgang",
        lead=f"{asked.user_label}: {asked.reason}",
        submit="Send svaret",
        draft=draft,
        back=_list_of(asked.conflict),
    )


@screen(Permission.NAME_GROUPS, writes=True)
def withdraw_clearance(request: SignedInRequest, conflict_id: UUID, clearance_id: UUID) -> HttpResponse:
    """Take a clearance back."""
    clearance = part_of(Clearance, conflict_id, clearance_id)
    _for_police(request, clearance.conflict)
    draft = restored_draft(request)
    form = WithdrawForm(posted(request), initial=draft.initial, places=place_names())
    return save_part(
        request,
        clearance.conflict,
        form,
        lambda: actions.withdraw_clearance(
            clearance, reason=form.cleaned_data["reason"], overridden=form.overridden, by=request.actor
        ),
        heading="Træk adgangen tilbage",
        lead=clearance.recipient_label,
        submit="Træk tilbage",
        draft=draft,
        back=_list_of(clearance.conflict),
    )


def _answer(form: AnswerForm, asked: ClearanceRequest, request: SignedInRequest) -> None:
    given = form.cleaned_data
    if given["act"] == REFUSE:
        actions.refuse_clearance(asked, reason=given["reason"], overridden=form.overridden, by=request.actor)
        return
    grounds = actions.Grounds(reason=given["reason"], days=given["days"] or USUAL_DAYS)
    actions.clear_asker(asked, grounds, overridden=form.overridden, by=request.actor)


def _for_police(request: SignedInRequest, conflict: Conflict) -> Conflict:
    """Outside the police there is nobody to clear."""
    if request.actor.authority_kind != AuthorityKind.POLICE:
        raise Http404
    return conflict


def _list_of(conflict: Conflict) -> str:
    return reverse("conflicts:clearances", args=[conflict.pk])
