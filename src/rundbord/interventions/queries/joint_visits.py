"""Visits of the own unit and another: by reference, without a name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Prefetch, QuerySet

from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.identity.models import Unit
from rundbord.interventions.models import Intervention, JointAnswer, JointVisit
from rundbord.interventions.rules.joint import WEIGHED, state_of
from rundbord.interventions.rules.kinds import KINDS
from rundbord.interventions.rules.sides import side_of
from rundbord.interventions.vocabulary import JointState, JointWord
from rundbord.partnership.queries.units import units_at_table
from rundbord.web.keyset import KeysetPage, keyset_page

PAGE_SIZE = 25


@dataclass(frozen=True, kw_only=True)
class Answered:
    """One unit's newest word on a visit; None as long as it has said nothing."""

    unit: Unit
    answer: JointAnswer | None

    @property
    def word(self) -> str:
        """The word as it is read."""
        return JointWord(self.answer.word).label if self.answer else "Har ikke svaret"

    @property
    def mark(self) -> str:
        """The kind of its badge."""
        if self.answer is None:
            return "missing"
        return "success" if self.answer.word == JointWord.GO else "error"

    @property
    def weighed(self) -> list[str]:
        """What it has weighed, in words."""
        return [words for each, words in WEIGHED.items() if each in self.answer.weighed] if self.answer else []


@dataclass(frozen=True, kw_only=True)
class VisitRow:
    """A visit with both units' words."""

    visit: JointVisit
    asking: Answered
    asked: Answered
    is_ours: bool

    @property
    def state(self) -> JointState:
        """Where it stands."""
        words = [JointWord(each.answer.word) for each in (self.asking, self.asked) if each.answer]
        return state_of(words, is_over=self.visit.ended_at is not None)

    @property
    def own(self) -> Answered:
        """The own unit's word."""
        return self.asking if self.is_ours else self.asked

    @property
    def other(self) -> Answered:
        """The other unit's word."""
        return self.asked if self.is_ours else self.asking

    @property
    def waits_for_us(self) -> bool:
        """Tell whether the own unit owes its word."""
        return self.own.answer is None and self.visit.ended_at is None

    @property
    def mark(self) -> str:
        """The kind of its badge."""
        marks = {JointState.WAITING: "warning", JointState.GO: "success", JointState.NO_GO: "error"}
        return marks.get(self.state, "closed")


@dataclass(frozen=True, kw_only=True)
class VisitPage:
    """A page of visits, the newest first."""

    rows: list[VisitRow]
    before: str
    after: str


def joint_visit_page(actor: Actor, *, after: str = "", before: str = "") -> VisitPage:
    """Give the visits of the own unit."""
    shown: KeysetPage[JointVisit] = keyset_page(
        _listed(), order=("-asked_at", "-id"), after=after, before=before, size=PAGE_SIZE
    )
    return VisitPage(rows=[_row(each, actor) for each in shown.rows], before=shown.before, after=shown.after)


def visit_row(visit: JointVisit, actor: Actor) -> VisitRow:
    """Give one visit with both words."""
    return _row(_listed().get(pk=visit.pk), actor)


def joint_visits_waiting(actor: Actor) -> QuerySet[JointVisit]:
    """Narrow to the visits on which the own unit has been asked and has not answered."""
    if not actor.may(Permission.WORK_CONCERNS) or actor.unit_id is None:
        return JointVisit.objects.none()
    asked = JointVisit.objects.filter(partner_unit_id=actor.unit_id, ended_at=None)
    return asked.exclude(answers__authority_id=actor.authority_id)


def own_interventions_of(visit: JointVisit) -> list[Intervention]:
    """Find what the own authority has tied to a visit, within reach."""
    return list(Intervention.objects.filter(joint_visit=visit).select_related("person").order_by("started_at"))


def interventions_to_tie(actor: Actor) -> list[Intervention]:
    """List the open interventions within reach that have a joint step and no visit yet."""
    kinds = [kind.key.value for kind in KINDS.values() if any(step.is_joint for step in kind.steps)]
    rows = Intervention.objects.filter(authority_id=actor.authority_id, kind__in=kinds, ended_at=None, joint_visit=None)
    return list(rows.select_related("person").order_by("-started_at")[:PAGE_SIZE])


def units_to_go_with(actor: Actor) -> list[Unit]:
    """List the units of the other side: police for a municipality, municipalities for the police."""
    side = side_of(actor.authority_kind)
    units = units_at_table(actor, with_partners=False)
    return [unit for unit in units if side_of(unit.authority.kind) not in {None, side}]


def _listed() -> QuerySet[JointVisit]:
    answers = JointAnswer.objects.order_by("answered_at", "id")
    related = ("unit__authority", "partner_unit__authority", "area")
    return JointVisit.objects.select_related(*related).prefetch_related(Prefetch("answers", queryset=answers))


def _row(visit: JointVisit, actor: Actor) -> VisitRow:
    answers: Iterable[JointAnswer] = visit.answers.all()
    newest = {each.authority_id: each for each in answers}
    return VisitRow(
        visit=visit,
        asking=Answered(unit=visit.unit, answer=newest.get(visit.authority_id)),
        asked=Answered(unit=visit.partner_unit, answer=newest.get(visit.partner_id)),
        is_ours=visit.authority_id == actor.authority_id,
    )
