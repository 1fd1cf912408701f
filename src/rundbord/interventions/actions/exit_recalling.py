"""Taking back, or putting right, what other exit coordinators were told; withdrawal takes back all of it at once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.interventions.actions.exit_case_work import held, key_of, open_to_words
from rundbord.interventions.actions.exit_telling import Instead, tell_lines
from rundbord.interventions.exit_vocabulary import ExitRecallCause
from rundbord.interventions.models import ExitCase, ExitConsent, ExitDisclosure, ExitRecall
from rundbord.interventions.queries.exit_telling import Telling, fellows_named
from rundbord.interventions.queries.exit_told import content_of, is_taken_back, necessity_of, standing_disclosures
from rundbord.interventions.rules.exit_telling import BY_HAND, is_beyond, objections_to_putting_right
from rundbord.partnership.rules.danish_days import working_days_after
from rundbord.sharing.rules.policy import CAUTIOUS
from rundbord.sharing.vocabulary import PersonRole


@dataclass(frozen=True, kw_only=True)
class Putting:
    """What is put right: one line by its place from 0, how it reads now, and what was wrong."""

    line: int
    wording: str
    reason: str


def recall_told(told: ExitDisclosure, cause: ExitRecallCause, *, by: Actor) -> None:
    """Take back what was told, from everybody who was told it in the same act; no consent is needed for that."""
    case = held(told.case, by=by)
    if cause not in BY_HAND:
        raise Refused({"cause": ["Vælg, hvorfor det kaldes tilbage."]})
    standing = _of_same_act(told, case)
    if not standing:
        raise Refused("Det er allerede rettet eller kaldt tilbage.")
    _recall(standing, cause, by=by)


def put_right(told: ExitDisclosure, putting: Putting, *, by: Actor) -> list[ExitDisclosure]:
    """Give everybody who was told it in the same act a new copy in its place, judged anew as it reads now.

    Whoever the consent does not name any more, or who coordinates no longer, loses the old one and gets no new.
    """
    case = open_to_words(told.case, by=by)
    key, standing = key_of(case), _of_same_act(told, case)
    content = content_of(told, key)
    if content is None or not 0 <= putting.line < len(content.lines):
        raise Refused({"line": ["Vælg, hvad der skal rettes."]})
    objections = objections_to_putting_right(
        wording=putting.wording,
        before=content.lines[putting.line].text,
        reason=putting.reason,
        is_taken_back=not standing,
    )
    if objections:
        raise Refused(objections)
    righted = replace(content.lines[putting.line], text=putting.wording.strip())
    lines = (*content.lines[: putting.line], righted, *content.lines[putting.line + 1 :])
    named = {each.user_id for each in fellows_named(case, by)}
    replaced = {each.reader_id: each.pk for each in standing if each.reader_id in named}
    telling = Telling(
        lines=lines, readers=frozenset(replaced), necessity=necessity_of(told, key), role=PersonRole(told.role)
    )
    rows = tell_lines(case, telling, Instead(reason=putting.reason, replaced=replaced), by=by)
    _recall(standing, ExitRecallCause.CORRECTED, by=by)
    return rows


def recall_all(case: ExitCase, cause: ExitRecallCause, *, by: Actor) -> int:
    """Take back all that stands of a case, and say how much it was."""
    return _recall(standing_disclosures(case), cause, by=by)


def recall_beyond(consent: ExitConsent, *, by: Actor) -> int:
    """Take back what a renewed consent does not carry: whom it does not name, and what would outlast it."""
    lost = [
        each
        for each in standing_disclosures(consent.case)
        if is_beyond(each.reader_id, each.expires_on, named=consent.recipients, until=consent.valid_until)
    ]
    return _recall(lost, ExitRecallCause.WITHDRAWN, by=by)


def _of_same_act(told: ExitDisclosure, case: ExitCase) -> list[ExitDisclosure]:
    if is_taken_back(told):
        return []
    return [each for each in standing_disclosures(case) if (each.told_at, each.told_by) == (told.told_at, told.told_by)]


def _recall(told: Iterable[ExitDisclosure], cause: ExitRecallCause, *, by: Actor) -> int:
    now, rows = timezone.now(), list(told)
    confirm_by = working_days_after(timezone.localdate(), CAUTIOUS.days_to_erase)
    marks = [
        ExitRecall(
            authority_id=each.recipient_id,
            reader_id=each.reader_id,
            disclosure_id=each.pk,
            sender_id=each.authority_id,
            cause=cause.value,
            confirm_by=confirm_by,
            expires_on=each.expires_on,
            made_at=now,
            made_by=by.user_id,
        )
        for each in rows
    ]
    ExitRecall.objects.bulk_create(marks, ignore_conflicts=True)
    for each in rows:
        audit.record(Event.EXIT_RECALLED, about=each, by=by, details={"cause": cause.value})
    return len(rows)
