"""What speaks against noting or planning a step: every objection at once, beside the field it is about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from rundbord.interventions.rules.hard_stops import Safety, in_words, stops_before, stops_to_post
from rundbord.interventions.rules.kinds.kind import Field, Outcome, Step
from rundbord.interventions.rules.progress import Course
from rundbord.interventions.vocabulary import Effect, JointWord, Side
from rundbord.partnership.rules.danish_days import danish_day

Value = str | list[str] | list[dict[str, str]]
Objections = dict[str, list[str]]

_LONGEST_WAIT = timedelta(days=60)


@dataclass(frozen=True, kw_only=True)
class Attempted:
    """A step as somebody wants to note it: outcome, values by field, who was there, when."""

    outcome: str
    values: Mapping[str, Value]
    held_at: datetime
    sides: frozenset[Side] = frozenset()
    again_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class Around:
    """What the step meets: the course, safety before contact, the other unit's word, visits of late, the age today.

    `is_adult` is None where nobody knows the age.
    """

    course: Course
    now: datetime
    safety: Safety = field(default_factory=Safety)
    joint: Sequence[JointWord] = ()
    visits_lately: int = 0
    is_adult: bool | None = None


def objections_to(step: Step, attempted: Attempted, around: Around) -> Objections:
    """Give every reason not to note it; empty when it may stand."""
    found: Objections = defaultdict(list)
    current = around.course.next_step
    is_next = current is not None and current.key == step.key
    if not is_next and not around.course.may_repeat(step):
        found[""].append("Skridtet er ikke det næste i indsatsen. Se, hvordan den står nu.")
    outcome = step.outcome(attempted.outcome)
    if outcome is None:
        found["outcome"].append("Vælg, hvad der kom ud af det.")
        return found
    if outcome.is_contact:
        found[""] += objections_to_contact(step, around)
    if outcome.effect is not Effect.END:
        found[""] += objections_of_age(around)
    _judge_moment(step, attempted, around, found)
    _judge_again(outcome, attempted, found)
    _judge_sides(step, outcome, attempted, found)
    for each in step.fields:
        if outcome.needs_fields or each.always:
            _judge_field(each, attempted.values.get(each.key, ""), found)
            _judge_posted(each, attempted, around, found)
    _judge_bars(step, attempted, found)
    return {name: sentences for name, sentences in found.items() if sentences}


def objections_to_contact(step: Step, around: Around) -> list[str]:
    """Give what stops contact itself: hard stops, the other side's word, the cap on visits."""
    found = [in_words(stop) for stop in stops_before(step, around.safety)]
    if step.is_joint:
        found += _of_joint(around.joint)
    kind = around.course.kind
    if step.at_door and kind.most_visits and around.visits_lately >= kind.most_visits:
        found.append(
            f"Der er allerede {around.visits_lately} besøg på {kind.visits_within_days} dage. Flere må der ikke være."
            " Vælg et mildere skridt, eller lad andre tage over. Det er aftalt lokalt."
        )
    return found


def objections_of_age(around: Around) -> list[str]:
    """Say that somebody has come of age on the way: what the law gives children goes no further, but may be ended."""
    kind = around.course.kind
    if not kind.only_under_18 or not around.is_adult:
        return []
    return [
        f"Den unge er fyldt 18 år. {kind.label} gælder kun under 18 og kan ikke gå videre. Slut indsatsen, og begynd"
        " eventuelt en, der også gælder voksne."
    ]


def _of_joint(words: Sequence[JointWord]) -> list[str]:
    if JointWord.NO_GO in words:
        return ["Den anden part har sagt nej til besøget. Uden et ja fra begge besøger I ikke."]
    both = 2
    if len(words) < both:
        return ["Besøget kræver et ja fra begge parter. Spørg den anden part, og vent på svaret."]
    return []


def _judge_moment(step: Step, attempted: Attempted, around: Around, found: Objections) -> None:
    if attempted.held_at > around.now:
        found["held_at"].append("Tidspunktet ligger i fremtiden.")
    last = around.course.taken[-1].held_at if around.course.taken else around.course.started_at
    if danish_day(attempted.held_at) < danish_day(last):
        found["held_at"].append("Tidspunktet ligger før det forrige skridt.")
    earliest = around.course.earliest(step)
    outcome = step.outcome(attempted.outcome)
    is_bound = outcome is None or not outcome.is_early
    if is_bound and earliest is not None and danish_day(attempted.held_at) < danish_day(earliest):
        found["held_at"].append(
            f"Det er for tidligt: vent til tidligst {danish_day(earliest):%d.%m.%Y}. Det er aftalt lokalt."
        )


def _judge_again(outcome: Outcome, attempted: Attempted, found: Objections) -> None:
    if outcome.effect is not Effect.AGAIN:
        return
    held_on = danish_day(attempted.held_at)
    if attempted.again_on is None:
        found["again_on"].append("Skriv, hvilken dag I prøver igen.")
    elif attempted.again_on < held_on:
        found["again_on"].append("Dagen ligger før forsøget.")
    elif attempted.again_on > held_on + _LONGEST_WAIT:
        found["again_on"].append("Vælg en dag inden for 60 dage, ellers slut indsatsen. Det er aftalt lokalt.")


def _judge_sides(step: Step, outcome: Outcome, attempted: Attempted, found: Objections) -> None:
    if outcome.is_contact and step.sides - attempted.sides:
        found["sides"].append("Både politi og kommune skal være med.")


def _judge_field(asked: Field, value: Value, found: Objections) -> None:
    if asked.is_required and not value:
        found[asked.key].append("Feltet skal udfyldes.")
    elif asked.must_be and value != asked.must_be:
        found[asked.key].append(asked.refusal)
    elif asked.most and len(value) > asked.most:
        found[asked.key].append(f"Vælg højst {asked.most}.")


def _judge_bars(step: Step, attempted: Attempted, found: Objections) -> None:
    for bar in step.bars:
        if all(attempted.values.get(key) == answer for key, answer in bar.when.items()):
            found[bar.field].append(bar.says)


def _judge_posted(asked: Field, attempted: Attempted, around: Around, found: Objections) -> None:
    value = attempted.values.get(asked.key, "")
    if isinstance(value, str) and value in asked.posted:
        found[asked.key] += [in_words(stop) for stop in stops_to_post(around.safety)]
