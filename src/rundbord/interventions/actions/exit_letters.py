"""A letter about an exit case to somebody without a seat in Rundbord: judged like all telling, printed, asked back."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.interventions.actions.exit_case_work import held, key_of, label_of, open_to_words
from rundbord.interventions.exit_vocabulary import ExitRecallCause
from rundbord.interventions.models import ExitCase, ExitConsent, ExitDelivery, ExitLetter
from rundbord.interventions.queries.exit_letters import LetterProposed, LetterWish, letter_proposed, standing_letters
from rundbord.interventions.queries.exit_sheet import exit_sheet
from rundbord.interventions.rules.exit_telling import BY_HAND, is_beyond, objections_by_field
from rundbord.keys.places import place_of
from rundbord.sharing.rules.content import Content, as_text
from rundbord.sharing.rules.handling import handling_of
from rundbord.sharing.vocabulary import DeliveryManner, LegalBasis

_NO_ROLE = "Vælg, hvad personen er i det, du fortæller (retshåndhævelseslovens § 8)."


def write_letter(case: ExitCase, wish: LetterWish, *, by: Actor) -> ExitLetter:
    """Write one to somebody whom the consent names: raise Refused with all objections at once."""
    standing = open_to_words(case, by=by)
    put = letter_proposed(standing, wish, by)
    if objections := objections_by_field(put.proposal) | ({} if wish.role else {"role": [_NO_ROLE]}):
        raise Refused(objections)
    row = _letter(standing, put, by=by)
    row.save(force_insert=True)
    audit.record(Event.EXIT_LETTER_WRITTEN, about=row, by=by, details={"lines": len(put.lines)})
    return row


def print_letter(letter: ExitLetter, *, by: Actor) -> None:
    """Log that it leaves the screen; what was asked back is printed no more."""
    by.must(Permission.COORDINATE_EXIT)
    if letter.taken_back_at is not None:
        raise Refused("Brevet er kaldt tilbage.")
    audit.record(Event.EXIT_LETTER_PRINTED, about=letter, by=by)


def read_letter(letter: ExitLetter, *, by: Actor) -> None:
    """Log that it was opened."""
    by.must(Permission.COORDINATE_EXIT)
    audit.record(Event.EXIT_TOLD_READ, about=letter, by=by)


def note_delivery(letter: ExitLetter, manner: DeliveryManner, on: date, *, by: Actor) -> ExitDelivery:
    """Note how it was handed over, that receipt came, or that it came back: never before it was written nor ahead."""
    case = held(letter.case, by=by)
    if not timezone.localdate(letter.told_at) <= on <= timezone.localdate():
        raise Refused({"on": ["Dagen ligger før brevet blev skrevet eller i fremtiden."]})
    if manner == DeliveryManner.RETURNED and letter.taken_back_at is None:
        raise Refused({"manner": ["Brevet er ikke kaldt tilbage."]})
    row = ExitDelivery.objects.create(
        authority_id=case.authority_id,
        case=case,
        letter=letter,
        manner=manner.value,
        on=on,
        noted_at=timezone.now(),
        noted_by=by.user_id,
        noted_label=label_of(by),
    )
    audit.record(Event.EXIT_DELIVERY_NOTED, about=letter, by=by, details={"manner": manner.value})
    return row


def ask_back(letter: ExitLetter, cause: ExitRecallCause, *, by: Actor) -> None:
    """Take it back by hand: the recipient is asked for the paper; no consent is needed for that."""
    held(letter.case, by=by)
    if cause not in BY_HAND:
        raise Refused({"cause": ["Vælg, hvorfor det kaldes tilbage."]})
    if not _take_back([letter], cause, by=by):
        raise Refused("Brevet er allerede kaldt tilbage.")


def ask_back_all(case: ExitCase, cause: ExitRecallCause, *, by: Actor) -> int:
    """Take back every letter of a case that stands, and say how many."""
    return _take_back(standing_letters(case), cause, by=by)


def ask_back_beyond(consent: ExitConsent, *, by: Actor) -> int:
    """Take back what a renewed consent does not carry: whom it does not name, and what would outlast it."""
    lost = [
        each
        for each in standing_letters(consent.case)
        if is_beyond(each.outsider_id, each.expires_on, named=consent.outsider_ids, until=consent.valid_until)
    ]
    return _take_back(lost, ExitRecallCause.WITHDRAWN, by=by)


def _letter(case: ExitCase, put: LetterProposed, *, by: Actor) -> ExitLetter:
    assert put.outsider is not None and put.consent is not None  # noqa: S101, PT018 — nothing stands against it
    handling, sheet, key = handling_of(put.proposal, put.outsider.basis), exit_sheet(case, by), key_of(case)
    assert handling.ends_on is not None and put.proposal.subject is not None  # noqa: S101, PT018 — a consent ends
    row = ExitLetter(
        partnership_id=by.table,
        authority_id=case.authority_id,
        case=case,
        consent=put.consent,
        outsider_id=put.outsider.key,
        basis=LegalBasis(put.outsider.basis).value,
        role=put.proposal.subject.role.value,
        conditions=[each.value for each in handling.conditions],
        expires_on=handling.ends_on,
        told_at=timezone.now(),
        told_by=by.user_id,
        told_label=label_of(by),
    )
    content = Content(name=sheet.name, cpr="", born_on=sheet.born_on, lines=put.lines)
    told = {"content": as_text(content), "necessity": put.proposal.necessity, "to_whom": put.outsider.label}
    for column, words in told.items():
        setattr(row, column, key.seal(words, at=place_of(row, column)))
    return row


def _take_back(letters: Iterable[ExitLetter], cause: ExitRecallCause, *, by: Actor) -> int:
    count = 0
    for each in letters:
        standing = ExitLetter.objects.filter(pk=each.pk, taken_back_at=None)
        if standing.update(taken_back_at=timezone.now(), cause=cause.value):
            audit.record(Event.EXIT_RECALLED, about=each, by=by, details={"cause": cause.value})
            count += 1
    return count
