"""How a file stands: telling the family, safeguards, concerns with their roles, and who reaches it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.concerns.models import Assignment, Concern, FamilyNotice, RoleChange, Safeguard, YoungPerson
from rundbord.concerns.queries.colleagues import Colleague, colleagues_in, leaders_in
from rundbord.concerns.queries.opened import text_of
from rundbord.concerns.rules.clocks import Due, due_on
from rundbord.concerns.rules.notices import NoticeStanding, standing_of
from rundbord.concerns.rules.safeguards import is_alarming, state_in_words
from rundbord.concerns.vocabulary import CaseLevel, DeferralGround, NoticeManner, NoticeState, SafeguardKind
from rundbord.keys.core.sealing import OpenKey
from rundbord.sharing.rules.opening import ConcernGround
from rundbord.sharing.vocabulary import PersonRole
from rundbord.vocabulary import label_of


@dataclass(frozen=True, kw_only=True)
class NoticeLine:
    """How telling the family stands."""

    standing: NoticeStanding
    notice: FamilyNotice | None = None
    detail: str = ""
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class SafeguardLine:
    """The newest safeguard of a kind; without a row nobody has asked."""

    kind: SafeguardKind
    row: Safeguard | None = None
    words: str = "Ikke undersøgt"
    note: str = ""
    is_alarming: bool = False


@dataclass(frozen=True, kw_only=True)
class RoleLine:
    """A role as it was given, and why."""

    role: str
    reason: str
    at: datetime
    label: str


@dataclass(frozen=True, kw_only=True)
class ConcernCard:
    """One concern as the file shows it."""

    concern: Concern
    role: str
    level: str
    grounds: list[str]
    due: Due
    roles: list[RoleLine]

    @property
    def is_open(self) -> bool:
        """Tell whether it is still worked on."""
        return self.concern.closed_at is None


@dataclass(frozen=True, kw_only=True)
class Reach:
    """Who reaches a file, and why."""

    colleagues: list[Colleague]
    assigned: list[Assignment]


def notice_of(person: YoungPerson, key: OpenKey) -> NoticeLine:
    """Tell how telling the family stands today."""
    newest = newest_notice(person)
    if newest is None:
        return NoticeLine(standing=NoticeStanding.NONE)
    standing = notice_standing(newest)
    is_given = standing is NoticeStanding.GIVEN
    words = label_of(NoticeManner, newest.manner) if is_given else label_of(DeferralGround, newest.ground)
    return NoticeLine(standing=standing, notice=newest, detail=words, reason=text_of(newest, "reason", key))


def newest_notice(person: YoungPerson) -> FamilyNotice | None:
    """Give the notice that counts."""
    return FamilyNotice.objects.filter(person=person).order_by("-written_at", "-id").first()


def deferrals_to_approve(actor: Actor) -> QuerySet[FamilyNotice]:
    """Narrow to the deferrals within reach that wait for another than their writer to approve them."""
    if not actor.may(Permission.APPROVE_PRIVATE):
        return FamilyNotice.objects.none()
    newer = FamilyNotice.objects.filter(person=OuterRef("person"), written_at__gt=OuterRef("written_at"))
    waiting = FamilyNotice.objects.filter(
        authority_id=actor.authority_id,
        state=NoticeState.DEFERRED.value,
        approved_at=None,
        recheck_on__gte=timezone.localdate(),
    )
    return waiting.exclude(written_by=actor.user_id).filter(~Exists(newer))


def notice_standing(notice: FamilyNotice | None) -> NoticeStanding:
    """Judge the newest row."""
    return standing_of(
        state=notice.state if notice else None,
        is_approved=notice is not None and notice.approved_at is not None,
        recheck_on=notice.recheck_on if notice else None,
        today=timezone.localdate(),
    )


def safeguards_of(person: YoungPerson, key: OpenKey) -> list[SafeguardLine]:
    """Give the newest of each kind, those that nobody has asked about too."""
    rows = Safeguard.objects.filter(person=person).order_by("kind", "-stated_at", "-id").distinct("kind")
    newest = {row.kind: row for row in rows}
    return [_safeguard(kind, newest.get(kind.value), key) for kind in SafeguardKind]


def concerns_of(person: YoungPerson, key: OpenKey) -> list[ConcernCard]:
    """List the concerns of a file, the open ones first, each with the history of the role."""
    changes: dict[UUID, list[RoleLine]] = defaultdict(list)
    for change in RoleChange.objects.filter(person=person).order_by("-changed_at", "-id"):
        changes[change.concern_id].append(
            RoleLine(
                role=label_of(PersonRole, change.role),
                reason=text_of(change, "reason", key),
                at=change.changed_at,
                label=change.changed_label,
            )
        )
    rows = Concern.objects.filter(person=person).select_related("area").order_by("-opened_at", "-id")
    cards = [_card(row, changes[row.pk]) for row in rows]
    return sorted(cards, key=lambda card: (not card.is_open, card.concern.next_on.toordinal() if card.is_open else 0))


def reach_of(person: YoungPerson) -> Reach:
    """Name who reaches a file: the unit, or of a narrow one its responsible, of a copy leaders too; and assigned."""
    colleagues = colleagues_in(person.unit_id)
    if person.moved_on:
        readers = leaders_in(person.unit_id) | {person.lead_id}
        colleagues = [each for each in colleagues if each.user_id in readers]
    if person.is_narrow:
        colleagues = [each for each in colleagues if each.user_id == person.lead_id]
    assigned = Assignment.objects.filter(person=person, ended_at=None).order_by("given_at", "id")
    return Reach(colleagues=colleagues, assigned=list(assigned))


def _safeguard(kind: SafeguardKind, row: Safeguard | None, key: OpenKey) -> SafeguardLine:
    if row is None:
        return SafeguardLine(kind=kind)
    return SafeguardLine(
        kind=kind,
        row=row,
        words=state_in_words(kind, row.state),
        note=text_of(row, "note", key),
        is_alarming=is_alarming(row.state),
    )


def _card(row: Concern, roles: list[RoleLine]) -> ConcernCard:
    return ConcernCard(
        concern=row,
        role=label_of(PersonRole, row.role),
        level=label_of(CaseLevel, row.level),
        grounds=[label_of(ConcernGround, each) for each in row.grounds],
        due=due_on(row.next_on, today=timezone.localdate()),
        roles=roles,
    )
