"""How far an intervention has come: the next step, when each is due, what was left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from rundbord.interventions.rules.clocks import due_at
from rundbord.interventions.rules.kinds.kind import Clock, Kind, Outcome, Step
from rundbord.interventions.vocabulary import Effect, Ending, StepState
from rundbord.partnership.rules.danish_days import at_clock

_LAST_MINUTE = time(23, 59)


@dataclass(frozen=True, kw_only=True)
class Taken:
    """A step that was taken, or tried: when it happened, and from when the clocks after it run."""

    step: str
    outcome: str
    held_at: datetime
    counts_from: datetime
    again_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class Course:
    """A kind, its beginning, and what was done so far, the oldest first."""

    kind: Kind
    started_at: datetime
    taken: Sequence[Taken] = ()

    @property
    def next_step(self) -> Step | None:
        """Give the step that is to be taken; None when the course is over."""
        moving = self._moving
        if not moving:
            return self.kind.steps[0]
        step, outcome = self._known(moving[-1])
        if outcome is None or step is None or outcome.effect is Effect.END:
            return None
        return step if outcome.effect is Effect.AGAIN else self.kind.after(step)

    @property
    def ending(self) -> Ending | None:
        """Tell how the course ended by itself; None while it runs."""
        if not self.taken or self.next_step is not None:
            return None
        _, outcome = self._known(self._moving[-1])
        return (outcome.ends_as if outcome else None) or Ending.COMPLETED

    def due(self, step: Step) -> datetime | None:
        """Give when a step is due; None without a clock, or before the clock runs."""
        moving = self._moving
        again = moving[-1].again_on if moving and moving[-1].step == step.key else None
        if again is not None:
            return at_clock(again, _LAST_MINUTE)
        return self._ends(step.clock)

    def earliest(self, step: Step) -> datetime | None:
        """Give when a step is too early before."""
        return self._ends(step.not_before)

    @property
    def next_due(self) -> datetime | None:
        """Give when the next step is due; whatever has no clock of its own is due when the whole is to be over."""
        step = self.next_step
        if step is None:
            return None
        return self.due(step) or self.ends_at

    @property
    def ends_at(self) -> datetime | None:
        """Give when the whole must be over."""
        return self._ends(self.kind.longest)

    def state_of(self, step: Step) -> StepState:
        """Tell where a step stands."""
        current, done = self.next_step, self.last_of(step.key)
        if current is not None and current.key == step.key:
            return StepState.CURRENT
        if done is not None:
            return StepState.DONE
        return StepState.AHEAD if current is not None else StepState.LEFT_OUT

    def last_of(self, key: str) -> Taken | None:
        """Find the newest try of a step."""
        return next((each for each in reversed(self.taken) if each.step == key), None)

    def runs_from(self, clock: Clock) -> datetime | None:
        """Tell from when a clock runs; None as long as what starts it has not come about."""
        if not clock.after:
            return self.started_at
        started = [each for each in self.taken if each.step == clock.after and self._went_on(each)]
        if not started:
            return None
        first = self.kind.step(clock.after)
        return started[-1 if first and first.repeats_until else 0].counts_from

    def may_repeat(self, step: Step) -> bool:
        """Tell whether a step may be noted again because what it says has moved."""
        has_passed = any(each.step == step.repeats_until and self._went_on(each) for each in self.taken)
        is_noted = bool(step.repeats_until) and self.last_of(step.key) is not None
        return is_noted and not has_passed and self.next_step not in (None, step)

    @property
    def _moving(self) -> list[Taken]:
        """What moves the course: a step that was noted again, because what it says has moved, does not."""
        noted: set[str] = set()
        moving = []
        for each in self.taken:
            step = self.kind.step(each.step)
            if step is None or not step.repeats_until or each.step not in noted:
                moving.append(each)
            if self._went_on(each):
                noted.add(each.step)
        return moving

    def _ends(self, clock: Clock | None) -> datetime | None:
        since = self.runs_from(clock) if clock else None
        return due_at(clock, since) if clock and since else None

    def _went_on(self, taken: Taken) -> bool:
        _, outcome = self._known(taken)
        return outcome is not None and outcome.effect is Effect.ONWARD

    def _known(self, taken: Taken) -> tuple[Step | None, Outcome | None]:
        step = self.kind.step(taken.step)
        return step, step.outcome(taken.outcome) if step else None
