"""Weigh motives — hvad kan ligge bag: stating a hypothesis, adding evidence, weighing it anew, dropping it."""

from __future__ import annotations

from typing import Any, ClassVar
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.utils import timezone

from rundbord.access.permissions import Permission
from rundbord.conflicts import actions, queries
from rundbord.conflicts.models import Hypothesis
from rundbord.conflicts.rules.motives import HOLDS_FOR_DAYS, USUAL_DAYS
from rundbord.conflicts.screens.form_parts import (
    credibility_field,
    days_field,
    posted,
    reliability_field,
    save_part,
    text_field,
)
from rundbord.conflicts.vocabulary import Confidence, ConflictKind, Credibility, Reliability, Side
from rundbord.identity.drafts import restored_draft
from rundbord.partnership.queries import place_names
from rundbord.ui.forms import ChoiceButtons, DayInput
from rundbord.web import SignedInRequest, screen
from rundbord.web.guarded import GuardedForm


class SurenessForm(GuardedForm):
    """How sure, why, and for how long that holds."""

    guarded: ClassVar[tuple[str, ...]] = ("reason",)

    confidence = forms.ChoiceField(label="Hvor sikker er I?", choices=Confidence.choices(), widget=ChoiceButtons)
    reason = text_field("Hvorfor så sikker?", rows=2)
    days = days_field(
        HOLDS_FOR_DAYS,
        usual=USUAL_DAYS,
        label="Gælder i",
        help_text="Derefter står hypotesen som udløbet, til nogen vurderer den igen.",
    )

    def sureness(self) -> actions.Sureness:
        """Give what was said."""
        given = self.cleaned_data
        return actions.Sureness(confidence=Confidence(given["confidence"]), reason=given["reason"], days=given["days"])


class HypothesisForm(SurenessForm):
    """What the motive may be, and how sure somebody is of it; the first evidence where there is some."""

    guarded = ("words", "reason", "evidence")

    motive = forms.ChoiceField(label="Motiv", choices=[("", "Vælg"), *ConflictKind.choices()])
    words = text_field("Hypotesen med ord", help_text="Hvad kan ligge bag? Ingen personer; skriv gruppe A og B.")
    evidence = text_field(
        "Første holdepunkt", rows=2, required=False, help_text="Hvad taler for? Flere kan tilføjes bagefter."
    )
    reliability = reliability_field()
    credibility = credibility_field()

    field_order = ("motive", "words", "evidence", "reliability", "credibility", "confidence", "reason", "days")

    def __init__(self, *args: Any, **options: Any) -> None:
        """A source is graded when there is evidence."""
        super().__init__(*args, **options)
        for name in ("reliability", "credibility"):
            self.fields[name].required = False

    def clean(self) -> None:
        """Ask for the grade of evidence that was given."""
        super().clean()
        for name in ("reliability", "credibility"):
            if self.cleaned_data.get("evidence") and not self.cleaned_data.get(name):
                self.add_error(name, "Vælg, hvor god kilden til holdepunktet er.")

    def found(self) -> actions.Found | None:
        """Give the first evidence."""
        given = self.cleaned_data
        if not given["evidence"]:
            return None
        return actions.Found(
            side=Side.FOR,
            words=given["evidence"],
            reliability=Reliability(given["reliability"]),
            credibility=Credibility(given["credibility"]),
            known_on=timezone.localdate(),
        )


class EvidenceForm(GuardedForm):
    """One thing that speaks for or against."""

    guarded = ("words",)

    side = forms.ChoiceField(label="Taler det for eller imod?", choices=Side.choices(), widget=ChoiceButtons)
    words = text_field("Holdepunktet med ord", help_text="Uden personer og uden gruppernes navne.")
    known_on = forms.DateField(label="Kendt siden", widget=DayInput)
    reliability = reliability_field()
    credibility = credibility_field()


class DropForm(GuardedForm):
    """Why a hypothesis does not hold."""

    guarded = ("reason",)

    reason = text_field("Hvorfor holder den ikke?", rows=2, most=300)


@screen(Permission.EDIT_CONFLICTS, writes=True)
def state_hypothesis(request: SignedInRequest, conflict_id: UUID) -> HttpResponse:
    """State what the motive may be."""
    conflict = queries.conflict_of(conflict_id)
    draft = restored_draft(request)
    form = HypothesisForm(posted(request), initial=draft.initial, places=place_names())
    return save_part(
        request,
        conflict,
        form,
        lambda: actions.state_hypothesis(
            conflict,
            ConflictKind(form.cleaned_data["motive"]),
            words=form.cleaned_data["words"],
            sureness=form.sureness(),
            found=form.found(),
            overridden=form.overridden,
            by=request.actor,
        ),
        heading="Ny hypotese om motivet",
        lead="En hypotese er et bud, ikke en kendsgerning. Den udløber, hvis ingen vurderer den igen.",
        submit="Gem hypotesen",
        draft=draft,
    )


@screen(Permission.EDIT_CONFLICTS, writes=True)
def add_evidence(request: SignedInRequest, conflict_id: UUID, hypothesis_id: UUID) -> HttpResponse:
    """Add what speaks for or against."""
    hypothesis = queries.part_of(Hypothesis, conflict_id, hypothesis_id)
    draft = restored_draft(request)
    form = EvidenceForm(
        posted(request), initial={"known_on": timezone.localdate(), **draft.initial}, places=place_names()
    )

    def act() -> object:
        given = form.cleaned_data
        found = actions.Found(
            side=Side(given["side"]),
            words=given["words"],
            reliability=Reliability(given["reliability"]),
            credibility=Credibility(given["credibility"]),
            known_on=given["known_on"],
        )
        return actions.add_evidence(hypothesis, found, overridden=form.overridden, by=request.actor)

    return save_part(
        request,
        hypothesis.conflict,
        form,
        act,
        heading="Nyt holdepunkt",
        lead="Det ændrer ikke af sig selv, hvor sikre I er. Vurdér hypotesen igen, hvis det gør en forskel.",
        submit="Gem holdepunktet",
        draft=draft,
        context={"motive": queries.card_of(hypothesis)},
    )


@screen(Permission.EDIT_CONFLICTS, writes=True)
def weigh_hypothesis(request: SignedInRequest, conflict_id: UUID, hypothesis_id: UUID) -> HttpResponse:
    """Renew a hypothesis with how sure one is today."""
    hypothesis = queries.part_of(Hypothesis, conflict_id, hypothesis_id)
    draft = restored_draft(request)
    form = SurenessForm(
        posted(request), initial={"confidence": hypothesis.confidence, **draft.initial}, places=place_names()
    )
    return save_part(
        request,
        hypothesis.conflict,
        form,
        lambda: actions.weigh_hypothesis(hypothesis, form.sureness(), overridden=form.overridden, by=request.actor),
        heading="Vurdér hypotesen igen",
        lead="Læs, hvad der taler for og imod. Vurderingen gælder fra nu af, til den udløber.",
        submit="Gem vurderingen",
        draft=draft,
        context={"motive": queries.card_of(hypothesis)},
    )


@screen(Permission.EDIT_CONFLICTS, writes=True)
def drop_hypothesis(request: SignedInRequest, conflict_id: UUID, hypothesis_id: UUID) -> HttpResponse:
    """Give a hypothesis up."""
    hypothesis = queries.part_of(Hypothesis, conflict_id, hypothesis_id)
    draft = restored_draft(request)
    form = DropForm(posted(request), initial=draft.initial, places=place_names())
    return save_part(
        request,
        hypothesis.conflict,
        form,
        lambda: actions.drop_hypothesis(
            hypothesis, reason=form.cleaned_data["reason"], overridden=form.overridden, by=request.actor
        ),
        heading="Opgiv hypotesen",
        lead="Den bliver stående i forløbet med begrundelsen.",
        submit="Opgiv hypotesen",
        draft=draft,
        context={"motive": queries.card_of(hypothesis)},
    )
