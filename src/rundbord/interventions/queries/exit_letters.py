"""Letters about an exit case: to whom one can be written, what it would be judged by, and what was sent."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from django.http import Http404
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.interventions.exit_vocabulary import ExitRecallCause
from rundbord.interventions.models import ExitCase, ExitConsent, ExitDelivery, ExitLetter
from rundbord.interventions.queries.exit_parts import line_of, parts_of
from rundbord.interventions.queries.exit_sheet import exit_sheet
from rundbord.interventions.queries.exit_telling import agreed_by, former_necessity, judged_fact, newest_consent
from rundbord.interventions.rules.exit_letters import Outsider
from rundbord.keys.core.sealing import OpenKey
from rundbord.keys.core.trouble import KeyDestroyed
from rundbord.keys.places import place_of
from rundbord.keys.queries import open_key
from rundbord.sharing import queries as sharing
from rundbord.sharing.rules.bases import BASES
from rundbord.sharing.rules.content import Content, Line, from_text
from rundbord.sharing.rules.proposals import Proposal, Subject
from rundbord.sharing.vocabulary import (
    Capacity,
    Condition,
    DeliveryManner,
    DisclosurePurpose,
    LegalBasis,
    PersonRole,
    SourceGrade,
)
from rundbord.vocabulary import label_of

_MOST = 60


@dataclass(frozen=True, kw_only=True)
class LetterWish:
    """What was chosen and typed; `to` is the consent's own key of whom it names."""

    to: UUID | None
    necessity: str
    role: PersonRole | None
    parts: frozenset[str] = frozenset()
    words: str = ""
    grade: SourceGrade = SourceGrade.SEEN


@dataclass(frozen=True, kw_only=True)
class LetterProposed:
    """A letter as the rules judge it."""

    proposal: Proposal
    lines: tuple[Line, ...]
    outsider: Outsider | None
    consent: ExitConsent | None


@dataclass(frozen=True, kw_only=True)
class LetterRow:
    """A letter as the case shows it; nobody is named where the key is destroyed."""

    letter: ExitLetter
    to_whom: str
    deliveries: tuple[ExitDelivery, ...]

    @property
    def manners(self) -> list[tuple[str, ExitDelivery]]:
        """Name how it was handed over."""
        return [(label_of(DeliveryManner, each.manner), each) for each in self.deliveries]

    @property
    def is_received(self) -> bool:
        """Tell whether receipt came."""
        return any(each.manner == DeliveryManner.RECEIPT for each in self.deliveries)

    @property
    def is_returned(self) -> bool:
        """Tell whether it came back, or was destroyed."""
        return any(each.manner == DeliveryManner.RETURNED for each in self.deliveries)

    @property
    def cause(self) -> str:
        """Say why it was asked back."""
        return label_of(ExitRecallCause, self.letter.cause) if self.letter.cause else ""

    @property
    def stands(self) -> bool:
        """Tell whether the recipient may still have it."""
        return self.letter.taken_back_at is None and self.letter.expires_on >= timezone.localdate()


@dataclass(frozen=True, kw_only=True)
class LetterView:
    """One letter opened."""

    row: LetterRow
    content: Content | None
    necessity: str

    @property
    def basis(self) -> str:
        """Name the basis with its paragraph."""
        basis = LegalBasis(self.row.letter.basis)
        return f"{basis.label} ({BASES[basis].paragraph})"

    @property
    def conditions(self) -> list[str]:
        """Name what the recipient must keep."""
        return [label_of(Condition, each) for each in self.row.letter.conditions]

    @property
    def role(self) -> str:
        """Name the person's role."""
        return label_of(PersonRole, self.row.letter.role)


def outsiders_of(consent: ExitConsent | None, key: OpenKey | None) -> list[Outsider]:
    """List whom a consent names for letters."""
    if consent is None or key is None or not consent.outsiders:
        return []
    named = json.loads(key.open(bytes(consent.outsiders), at=place_of(consent, "outsiders")))
    return [
        Outsider(
            key=UUID(each["key"]),
            name=each["name"],
            capacity=Capacity(each["capacity"]),
            is_coordinator=each["is_coordinator"],
        )
        for each in named
    ]


def outsiders_named(case: ExitCase) -> list[Outsider]:
    """List whom the consent of today names."""
    return outsiders_of(newest_consent(case), _key(case))


def letter_proposed(case: ExitCase, wish: LetterWish, actor: Actor) -> LetterProposed:
    """Put a wish together, under the case's consent of today; what is not in the case is left out."""
    sheet, consent, key = exit_sheet(case, actor), newest_consent(case), _key(case)
    outsider = next((each for each in outsiders_of(consent, key) if each.key == wish.to), None)
    chosen = [part.line for part in parts_of(sheet) if part.key in wish.parts]
    if wish.words.strip():
        typed = line_of(wish.words.strip(), "Fra koordinatoren", wish.grade, timezone.localdate())
        chosen.append(replace(typed, information_class=outsider.words_class) if outsider else typed)
    proposal = Proposal(
        today=timezone.localdate(),
        basis=outsider.basis if outsider else LegalBasis.CONSENT_EXIT,
        purpose=DisclosurePurpose.EXIT,
        necessity=wish.necessity,
        sender=replace(sharing.sender_of(actor), is_exit_coordinator=True),
        recipients=(outsider.recipient(),) if outsider else (),
        subject=Subject(born_on=sheet.born_on, role=wish.role or PersonRole.CONCERN),
        facts=tuple(judged_fact(number, line) for number, line in enumerate(chosen)),
        agreement=sharing.frame_today(),
        consent=agreed_by(consent, frozenset({outsider.name} if outsider else ())) if consent else None,
        former_necessity=former_necessity(case, key, actor) if key else "",
    )
    return LetterProposed(proposal=proposal, lines=tuple(chosen), outsider=outsider, consent=consent)


def letters_of(case: ExitCase) -> list[LetterRow]:
    """List the letters of a case, newest first, with as many queries whatever their number."""
    return _rows(list(ExitLetter.objects.filter(case=case).order_by("-told_at", "id")[:_MOST]), _key(case))


def standing_letters(case: ExitCase) -> list[ExitLetter]:
    """List the letters that were not asked back; what is over needs no asking."""
    standing = ExitLetter.objects.filter(case=case, taken_back_at=None, expires_on__gte=timezone.localdate())
    return list(standing.order_by("told_at", "id"))


def exit_letter_of(letter_id: UUID) -> ExitLetter:
    """Find a letter of a case that is reached, or raise Http404."""
    found = ExitLetter.objects.select_related("case").filter(pk=letter_id).first()
    if found is None:
        raise Http404
    return found


def exit_letter_view(letter: ExitLetter) -> LetterView:
    """Open a letter."""
    key = _key(letter.case)
    [row] = _rows([letter], key)
    content = _opened(letter, "content", key)
    return LetterView(
        row=row, content=from_text(content) if content else None, necessity=_opened(letter, "necessity", key)
    )


def _rows(letters: Sequence[ExitLetter], key: OpenKey | None) -> list[LetterRow]:
    if not letters:
        return []
    noted: Iterable[ExitDelivery] = ExitDelivery.objects.filter(letter__in=letters).order_by("on", "noted_at")
    deliveries = list(noted)
    return [
        LetterRow(
            letter=letter,
            to_whom=_opened(letter, "to_whom", key),
            deliveries=tuple(each for each in deliveries if each.letter_id == letter.pk),
        )
        for letter in letters
    ]


def _key(case: ExitCase) -> OpenKey | None:
    try:
        return open_key(case.data_key_id)
    except KeyDestroyed:
        return None


def _opened(letter: ExitLetter, column: str, key: OpenKey | None) -> str:
    words = getattr(letter, column)
    return key.open(bytes(words), at=place_of(letter, column)) if key and words else ""
