"""Look ahead — det, der kan komme: retaliation windows, places and days at risk, and steps that are to calm."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.utils import timezone

from rundbord.access.permissions import Permission
from rundbord.conflicts import actions, queries
from rundbord.conflicts.models import Conflict, RetaliationWindow, RiskPoint
from rundbord.conflicts.screens.form_parts import (
    latitude_field,
    longitude_field,
    posted,
    save_part,
    text_field,
)
from rundbord.conflicts.vocabulary import RiskKind, StepKind
from rundbord.identity.drafts import restored_draft
from rundbord.identity.models import Unit
from rundbord.partnership.offering import offer_areas, offer_units
from rundbord.partnership.queries import areas, place_names, units_at_table
from rundbord.partnership.vocabulary import Audience
from rundbord.tasks.actions import Decision
from rundbord.ui.forms import DayInput, MomentInput
from rundbord.web import SignedInRequest, screen
from rundbord.web.guarded import GuardedForm

_USUAL_WINDOW = timedelta(hours=72)


class WindowForm(GuardedForm):
    """What set it off, and from when until when revenge is feared."""

    guarded = ("trigger", "reason")

    trigger = forms.CharField(
        label="Hvad udløste det?", max_length=200, help_text="For eksempel: skuddene ved stationen fredag nat."
    )
    opens_at = forms.DateTimeField(label="Fra", widget=MomentInput)
    closes_at = forms.DateTimeField(label="Til", widget=MomentInput, help_text="Højst 14 dage senere.")
    reason = text_field("Hvorfor frygtes gengældelse?", required=False, help_text="Uden personer.")


class EndWindowForm(GuardedForm):
    """Why revenge is no longer feared."""

    guarded = ("reason",)

    reason = text_field("Hvorfor frygtes gengældelse ikke længere?", rows=2, most=300)


class RiskForm(GuardedForm):
    """A place, a day, or a place on a day."""

    guarded = ("words", "place_text")

    kind = forms.ChoiceField(label="Anledning", choices=[("", "Vælg"), *RiskKind.choices()])
    words = forms.CharField(label="Hvad kan ske?", max_length=300, help_text="Uden personer. Løsladelser uden navn.")
    starts_on = forms.DateField(label="Dag", required=False, widget=DayInput)
    ends_on = forms.DateField(label="Til og med", required=False, widget=DayInput)
    area = forms.ChoiceField(label="Område", required=False)
    place_text = forms.CharField(label="Gade eller sted", required=False, max_length=160, help_text="Uden husnummer.")
    lat = latitude_field()
    lon = longitude_field()

    def __init__(self, *args: Any, **options: Any) -> None:
        """Offer the open areas."""
        super().__init__(*args, places=place_names(), **options)
        self.area_of = offer_areas(self.fields["area"], areas())


class StepForm(GuardedForm):
    """What is to be done, by which unit, and by when."""

    guarded = ("what", "why")

    kind = forms.ChoiceField(label="Slags skridt", choices=[("", "Vælg"), *StepKind.choices()])
    what = forms.CharField(
        label="Hvad skal der gøres?", max_length=200, help_text="Én handling, som en enhed kan melde færdig."
    )
    owner = forms.ChoiceField(label="Hvilken enhed gør det?")
    due_on = forms.DateField(label="Senest", widget=DayInput)
    area = forms.ChoiceField(label="Område", required=False)
    why = text_field("Hvorfor?", required=False, most=2000)

    def __init__(self, *args: Any, units: list[Any], **options: Any) -> None:
        """Offer the parties' units and the open areas."""
        super().__init__(*args, places=place_names(), **options)
        self.unit_of = offer_units(self.fields["owner"], units)
        self.area_of = offer_areas(self.fields["area"], areas())


@screen(Permission.EDIT_CONFLICTS, writes=True)
def open_window(request: SignedInRequest, conflict_id: UUID) -> HttpResponse:
    """Set the time in which revenge is feared."""
    conflict = queries.conflict_of(conflict_id)
    draft = restored_draft(request)
    now = timezone.localtime().replace(second=0, microsecond=0)
    initial = {"opens_at": now, "closes_at": now + _USUAL_WINDOW, **draft.initial}
    form = WindowForm(posted(request), initial=initial, places=place_names())
    return save_part(
        request,
        conflict,
        form,
        lambda: actions.open_window(
            conflict, actions.Danger(**form.cleaned_data), overridden=form.overridden, by=request.actor
        ),
        heading="Gengældelsesvindue",
        lead="Vinduet lukker af sig selv. Det står i listen, på siden og i billedet, så længe det er åbent.",
        submit="Sæt vinduet",
        draft=draft,
    )


@screen(Permission.EDIT_CONFLICTS, writes=True)
def end_window(request: SignedInRequest, conflict_id: UUID, window_id: UUID) -> HttpResponse:
    """Close a window before its time."""
    window = queries.part_of(RetaliationWindow, conflict_id, window_id)
    draft = restored_draft(request)
    form = EndWindowForm(posted(request), initial=draft.initial, places=place_names())
    return save_part(
        request,
        window.conflict,
        form,
        lambda: actions.end_window(
            window, reason=form.cleaned_data["reason"], overridden=form.overridden, by=request.actor
        ),
        heading="Luk vinduet før tid",
        lead=window.trigger,
        submit="Luk vinduet",
        draft=draft,
    )


@screen(Permission.EDIT_CONFLICTS, writes=True)
def name_risk(request: SignedInRequest, conflict_id: UUID) -> HttpResponse:
    """Put a place or a day on the list."""
    conflict = queries.conflict_of(conflict_id)
    draft = restored_draft(request)
    form = RiskForm(posted(request), initial=draft.initial)

    def act() -> object:
        given = form.cleaned_data
        has_point = given["lat"] is not None and given["lon"] is not None
        risk = actions.Risk(
            kind=RiskKind(given["kind"]),
            words=given["words"],
            area=form.area_of.get(given["area"]),
            place_text=given["place_text"],
            lat=given["lat"] if has_point else None,
            lon=given["lon"] if has_point else None,
            starts_on=given["starts_on"],
            ends_on=given["ends_on"],
        )
        return actions.name_risk(conflict, risk, overridden=form.overridden, by=request.actor)

    return save_part(
        request,
        conflict,
        form,
        act,
        heading="Sted eller dag i risiko",
        lead="En dag går af sig selv fra listen. Et sted bliver stående, til nogen fjerner det.",
        submit="Sæt på listen",
        draft=draft,
        picks_point=True,
    )


@screen(Permission.EDIT_CONFLICTS, writes=True)
def remove_risk(request: SignedInRequest, conflict_id: UUID, risk_id: UUID) -> HttpResponse:
    """Take a place or a day off the list."""
    risk = queries.part_of(RiskPoint, conflict_id, risk_id)
    form = GuardedForm(posted(request))
    return save_part(
        request,
        risk.conflict,
        form,
        lambda: actions.remove_risk(risk, by=request.actor),
        heading="Fjern fra listen",
        lead=risk.words,
        submit="Fjern",
    )


@screen(Permission.DECIDE, writes=True)
def take_step(request: SignedInRequest, conflict_id: UUID) -> HttpResponse:
    """Give a unit a task that is to calm the conflict."""
    conflict = queries.conflict_of(conflict_id)
    request.actor.must(Permission.EDIT_CONFLICTS)
    draft = restored_draft(request)
    is_ours = actions.is_ours_alone(conflict, by=request.actor)
    units = [
        unit for unit in units_at_table(request.actor, with_partners=False) if not is_ours or _is_own(unit, request)
    ]
    due_on, why = timezone.localdate() + timedelta(days=1), _why(conflict, is_ours=is_ours)
    form = StepForm(posted(request), initial={"due_on": due_on, "why": why, **draft.initial}, units=units)

    def act() -> object:
        given = form.cleaned_data
        decision = Decision(
            what=given["what"],
            why=given["why"],
            owner=form.unit_of[given["owner"]],
            due_on=given["due_on"],
            area=form.area_of.get(given["area"]),
        )
        kind = StepKind(given["kind"])
        return actions.take_step(conflict, kind, decision, overridden=form.overridden, by=request.actor)

    return save_part(
        request,
        conflict,
        form,
        act,
        heading="Skridt mod ro",
        lead=_reach(conflict, is_ours=is_ours),
        submit="Giv opgaven",
        draft=draft,
    )


def _is_own(unit: Unit, request: SignedInRequest) -> bool:
    return unit.authority_id == request.actor.authority_id


def _why(conflict: Conflict, *, is_ours: bool) -> str:
    """A task names the conflict when whoever reads the task reads that, too."""
    return f"Konflikt: {conflict.title}" if is_ours or conflict.audience == Audience.PARTIES else ""


def _reach(conflict: Conflict, *, is_ours: bool) -> str:
    told = "Skridtet bliver en opgave: enheden får besked, og den står på siden I dag."
    if conflict.audience == Audience.PARTIES:
        return told
    if is_ours:
        return f"{told} Opgaven læses kun af jeres egen myndighed, som konflikten."
    return (
        f"{told} Alle parter kan læse opgaven, også når de ikke kan læse konflikten. Skriv ikke mere, end de må vide."
    )
