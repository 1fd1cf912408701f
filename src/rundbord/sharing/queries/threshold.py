"""Questions without a name as their askers and those who are asked see them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.db import connections
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import Http404
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.session import current_login
from rundbord.identity.models import Unit
from rundbord.sharing.models import ThresholdAnswer, ThresholdQuestion
from rundbord.sharing.rules.ages import AgeBand
from rundbord.sharing.rules.threshold import QuestionState, Sign, Stance, Tried, Upshot, Wish, state_of
from rundbord.vocabulary import label_of
from rundbord.web.keyset import keyset_page

PAGE_SIZE = 20
COUNTED_FOR = timedelta(days=365)
_MARKS = {
    QuestionState.OPEN: "neutral",
    QuestionState.SETTLED: "new",
    QuestionState.TAKEN_UP: "success",
    QuestionState.NOT_TAKEN_UP: "closed",
}


@dataclass(frozen=True, kw_only=True)
class QuestionRow:
    """A question as lists and its own page show it; `own_answer` is the own unit's, if it was asked and answered."""

    question: ThresholdQuestion
    is_ours: bool
    state: QuestionState
    own_answer: ThresholdAnswer | None

    @property
    def heading(self) -> str:
        """Age band and place."""
        return f"{label_of(AgeBand, self.question.age_band)}, {self.place}"

    @property
    def place(self) -> str:
        """The area, or the municipality."""
        where = self.question.area or self.question.municipality
        return where.name if where else ""

    @property
    def signs(self) -> list[str]:
        """What was seen, in words."""
        return [label_of(Sign, sign) for sign in self.question.signs]

    @property
    def tried(self) -> list[str]:
        """What has been tried, in words."""
        return [label_of(Tried, tried) for tried in self.question.tried]

    @property
    def wish(self) -> str:
        """What is asked, in words."""
        return label_of(Wish, self.question.wish)

    @property
    def is_open(self) -> bool:
        """Tell whether a unit that is asked may still answer."""
        return self.question.decided_at is None and self.question.closes_on >= timezone.localdate()

    @property
    def waits_for_us(self) -> bool:
        """Tell whether the own unit is asked, has not answered, and still may."""
        return not self.is_ours and self.is_open and self.own_answer is None

    @property
    def waits_for_decision(self) -> bool:
        """Tell whether the own unit asked, and may now decide."""
        return self.is_ours and self.state is QuestionState.SETTLED

    @property
    def words_of_state(self) -> str:
        """Say how it stands for the reader."""
        if self.is_ours or self.question.upshot:
            return self.state.label
        if self.own_answer:
            return f"I har svaret: {label_of(Stance, self.own_answer.stance)}"
        return "Venter på jeres svar" if self.is_open else "Fristen er nået"

    @property
    def mark(self) -> str:
        """How the state looks."""
        if self.is_ours or self.question.upshot:
            return _MARKS[self.state]
        return "urgent" if self.waits_for_us else "neutral"


@dataclass(frozen=True, kw_only=True)
class UnitAnswer:
    """One unit that was asked, and its answer as far as the reader may see it."""

    unit: Unit
    answer: ThresholdAnswer | None

    @property
    def stance(self) -> str:
        """The answer in words."""
        return label_of(Stance, self.answer.stance) if self.answer else "Svarede ikke"


@dataclass(frozen=True, kw_only=True)
class QuestionPage:
    """A page of questions and the cursors beside it."""

    rows: list[QuestionRow]
    before: str
    after: str


@dataclass(frozen=True, kw_only=True)
class Share:
    """How many questions were decided, and how many of them not taken up; None where a number is too small to tell."""

    decided: int | None
    refused: int | None


def question_page(actor: Actor, *, is_ours: bool, after: str = "", before: str = "") -> QuestionPage:
    """Give the questions that the own unit asked, or those put to it, newest first."""
    rows = _reached().filter(_ours(actor)) if is_ours else _reached().filter(_put_to(actor))
    shown = keyset_page(rows, order=("-asked_at", "-id"), after=after, before=before, size=PAGE_SIZE)
    return QuestionPage(rows=rows_of(shown.rows, actor), before=shown.before, after=shown.after)


def question_of(question_id: UUID, actor: Actor) -> QuestionRow:
    """Find a question that the own unit asked or is asked; another does not exist."""
    found = _reached().filter(_ours(actor) | _put_to(actor), pk=question_id).first()
    if found is None:
        raise Http404
    return rows_of([found], actor)[0]


def questions_by_id(question_ids: Sequence[UUID], actor: Actor) -> list[QuestionRow]:
    """Give those of some questions that the own unit asked, newest first: a file keeps their ids."""
    found = _reached().filter(_ours(actor), pk__in=question_ids).order_by("-asked_at", "-id")
    return rows_of(list(found), actor)


def answers_to(row: QuestionRow) -> list[UnitAnswer]:
    """Give each unit that was asked, with its answer where the reader may see it (the database decides)."""
    given = {answer.unit_id: answer for answer in ThresholdAnswer.objects.filter(question=row.question)}
    units = Unit.objects.filter(pk__in=row.question.asked_units).select_related("authority")
    return [UnitAnswer(unit=unit, answer=given.get(unit.pk)) for unit in units.order_by("authority__name", "name")]


def units_that_would(rows: Sequence[QuestionRow]) -> dict[UUID, list[UUID]]:
    """Give, by question, the units that answered to take it up, as far as the reader may see answers."""
    questions = [row.question for row in rows]
    willing = ThresholdAnswer.objects.filter(question__in=questions, stance=Stance.TAKE_UP.value)
    found: dict[UUID, list[UUID]] = defaultdict(list)
    for question_id, unit_id in willing.order_by("answered_at", "id").values_list("question_id", "unit_id"):
        found[question_id].append(unit_id)
    return found


def waiting_questions(actor: Actor) -> QuerySet[ThresholdQuestion]:
    """Narrow to what waits for the own unit: answers that it owes, and decisions that it may take."""
    if actor.is_place or actor.unit_id is None or not actor.may(Permission.ANSWER_THRESHOLD):
        return ThresholdQuestion.objects.none()
    today, answers = timezone.localdate(), ThresholdAnswer.objects.filter(question=OuterRef("pk"))
    is_answered = Exists(answers.filter(_own_unit(actor)))
    undecided = ThresholdQuestion.objects.filter(partnership_id=actor.table_id, decided_at=None)
    owed = _put_to(actor) & Q(closes_on__gte=today) & Q(~is_answered)
    # The database shows the asker no answer before all have come, so that one answer in sight means all.
    decidable = _ours(actor) & (Q(closes_on__lt=today) | Q(Exists(answers)))
    return undecided.filter(owed | decidable if actor.may(Permission.WORK_CONCERNS) else owed)


def own_share(actor: Actor) -> Share:
    """Count what the own unit has decided in the last year."""
    decided = ThresholdQuestion.objects.filter(_ours(actor), decided_at__gte=timezone.now() - COUNTED_FOR)
    refused = decided.filter(upshot=Upshot.NOT_TAKEN_UP.value)
    return Share(decided=decided.count(), refused=refused.count())


def share_of_all() -> Share:
    """Count for the whole partnership, whole months alone, and nothing where a number is under five."""
    with connections[current_login()].cursor() as cursor:
        cursor.execute("SELECT decided, refused FROM ctx.threshold_share()")
        row = cursor.fetchone()
    return Share(decided=row[0], refused=row[1]) if row else Share(decided=None, refused=None)


def settled_ids() -> set[UUID]:
    """Give the own unit's questions that all have answered, or whose time is up."""
    with connections[current_login()].cursor() as cursor:
        cursor.execute("SELECT ctx.settled_questions()")
        row = cursor.fetchone()
    return set(row[0]) if row else set()


def is_settled(question: ThresholdQuestion) -> bool:
    """Tell whether the answers to an own question may be read."""
    return question.pk in settled_ids()


def rows_of(questions: Sequence[ThresholdQuestion], actor: Actor) -> list[QuestionRow]:
    """Add what the reader sees beside questions, in two queries."""
    if not questions:
        return []
    settled = settled_ids()
    answers = ThresholdAnswer.objects.filter(_own_unit(actor), question__in=questions)
    own = {answer.question_id: answer for answer in answers}
    return [
        QuestionRow(
            question=question,
            is_ours=question.unit_id == actor.unit_id,
            state=state_of(is_settled=question.pk in settled, upshot=question.upshot),
            own_answer=own.get(question.pk),
        )
        for question in questions
    ]


def _reached() -> QuerySet[ThresholdQuestion]:
    return ThresholdQuestion.objects.select_related("unit__authority", "area", "municipality")


def _ours(actor: Actor) -> Q:
    return Q(authority_id=actor.authority_id, unit_id=actor.unit_id, partnership_id=actor.table_id)


def _own_unit(actor: Actor) -> Q:
    return Q(authority_id=actor.authority_id, unit_id=actor.unit_id)


def _put_to(actor: Actor) -> Q:
    return Q(asked_units__contains=[actor.unit_id], partnership_id=actor.table_id)
