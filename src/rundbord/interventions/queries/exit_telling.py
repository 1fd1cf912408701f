"""What a coordinator would tell the others of an exit case, put together as the rules of disclosure judge it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import UUID

from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.interventions.models import ExitCase, ExitConsent, ExitDisclosure
from rundbord.interventions.queries.exit_fellows import Fellow, fellows_of
from rundbord.interventions.queries.exit_parts import line_of, parts_of
from rundbord.interventions.queries.exit_sheet import ExitSheet, exit_sheet
from rundbord.interventions.rules.exit_telling import AGREED_CLASSES
from rundbord.keys.core.sealing import OpenKey
from rundbord.keys.places import place_of
from rundbord.sharing import queries as sharing
from rundbord.sharing.rules.content import Line
from rundbord.sharing.rules.proposals import Consent, Fact, Proposal, Subject
from rundbord.sharing.vocabulary import (
    DisclosurePurpose,
    Giver,
    LegalBasis,
    PersonRole,
    SourceGrade,
)


@dataclass(frozen=True, kw_only=True)
class ExitWish:
    """What was chosen and typed; `readers` are users of other parties, `words` what stands nowhere in the case."""

    readers: frozenset[UUID]
    necessity: str
    role: PersonRole | None
    parts: frozenset[str] = frozenset()
    words: str = ""
    grade: SourceGrade = SourceGrade.SEEN


@dataclass(frozen=True, kw_only=True)
class Telling:
    """Lines for readers, and why; `former` is what the same user wrote last time."""

    lines: tuple[Line, ...]
    readers: frozenset[UUID]
    necessity: str
    role: PersonRole
    former: str = ""


@dataclass(frozen=True, kw_only=True)
class ExitProposed:
    """A telling as the rules judge it, with whom it reaches and by which consent."""

    proposal: Proposal
    telling: Telling
    fellows: tuple[Fellow, ...]
    consent: ExitConsent | None


def newest_consent(case: ExitCase) -> ExitConsent | None:
    """Give the consent that counts: the newest."""
    return ExitConsent.objects.filter(case=case).order_by("-noted_at", "-id").first()


def fellows_named(case: ExitCase, actor: Actor) -> list[Fellow]:
    """List the coordinators whom the consent of today names, as far as they still coordinate."""
    consent = newest_consent(case)
    named = set(consent.recipients) if consent else set()
    return [each for each in fellows_of(actor) if each.user_id in named]


def exit_proposed(case: ExitCase, key: OpenKey, wish: ExitWish, actor: Actor) -> ExitProposed:
    """Put a wish together; what is not in the case is left out."""
    sheet = exit_sheet(case, actor)
    chosen = [part.line for part in parts_of(sheet) if part.key in wish.parts]
    if wish.words.strip():
        chosen.append(line_of(wish.words.strip(), "Fra koordinatoren", wish.grade, timezone.localdate()))
    telling = Telling(
        lines=tuple(chosen),
        readers=wish.readers,
        necessity=wish.necessity,
        # The least that can be said of somebody; whoever tells must still say what they are.
        role=wish.role or PersonRole.CONCERN,
        former=former_necessity(case, key, actor),
    )
    return put_to_rules(sheet, telling, actor)


def put_to_rules(sheet: ExitSheet, telling: Telling, actor: Actor) -> ExitProposed:
    """Put lines for readers to the rules, under the case's consent of today."""
    consent, known = newest_consent(sheet.case), fellows_of(actor)
    fellows = tuple(each for each in known if each.user_id in telling.readers)
    proposal = Proposal(
        today=timezone.localdate(),
        basis=LegalBasis.CONSENT_EXIT,
        purpose=DisclosurePurpose.EXIT,
        necessity=telling.necessity,
        sender=replace(sharing.sender_of(actor), is_exit_coordinator=True),
        recipients=tuple(each.recipient() for each in fellows),
        subject=Subject(born_on=sheet.born_on, role=telling.role),
        facts=tuple(judged_fact(number, line) for number, line in enumerate(telling.lines)),
        agreement=sharing.frame_today(),
        consent=agreed_by(consent, _names_of(consent, known)) if consent else None,
        former_necessity=telling.former,
    )
    return ExitProposed(proposal=proposal, telling=telling, fellows=fellows, consent=consent)


def former_necessity(case: ExitCase, key: OpenKey, actor: Actor) -> str:
    """Open what the same user wrote last time about this case."""
    mine = ExitDisclosure.objects.filter(case=case, told_by=actor.user_id, replaces_id=None)
    last = mine.order_by("-told_at", "-id").first()
    return key.open(bytes(last.necessity), at=place_of(last, "necessity")) if last else ""


def _names_of(row: ExitConsent, known: list[Fellow]) -> frozenset[str]:
    named = set(row.recipients)
    return frozenset(each.name for each in known if each.user_id in named)


def agreed_by(row: ExitConsent, names: frozenset[str]) -> Consent:
    """Give the consent with whom it names; written, informed and free it was, or there were no row."""
    return Consent(
        given_by=frozenset({Giver.PERSON}),
        given_on=row.given_on,
        valid_until=row.valid_until,
        recipients=names,
        classes=AGREED_CLASSES,
        purposes=frozenset({DisclosurePurpose.EXIT}),
        withdrawn_on=timezone.localdate(row.withdrawn_at) if row.withdrawn_at else None,
        is_written=True,
        is_informed=True,
        is_free=True,
    )


def judged_fact(number: int, line: Line) -> Fact:
    """Give a line as the rules judge it."""
    return Fact(
        name=f"{number + 1}. {line.kind}",
        information_class=line.information_class,
        grade=line.grade,
        observed_on=line.observed_on,
    )
