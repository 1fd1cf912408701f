"""Handing the chair from one party to the next."""

from __future__ import annotations

from datetime import date, timedelta

from django.urls import reverse
from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.collisions import refusing_collisions
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.access.roles import Role
from rundbord.audit import Event
from rundbord.identity.models import Unit
from rundbord.notices.actions import Recipient, notify
from rundbord.notices.vocabulary import NoticeKind
from rundbord.partnership.actions.follow_chair import WRONG_SECRETARIAT, move_secretary_seats
from rundbord.partnership.models import ChairTerm, HandOverStep, Party
from rundbord.partnership.queries import chair_of, chair_terms, partnership, seat_of
from rundbord.partnership.queries.governing import newest_chair
from rundbord.partnership.rules.seats import objections_to_chair
from rundbord.partnership.vocabulary import HandOverKind

HANDED_OVER_MEANWHILE = "En anden har netop overdraget formandskabet. Se, hvem der har det, før du prøver igen."
HANDED_OVER = {"one_chair_at_a_time": {"starts_on": HANDED_OVER_MEANWHILE}}


def hand_over_chair(
    to: Party, *, starts_on: date, note: str, overridden: list[str], secretariat: Unit | None = None, by: Actor
) -> ChairTerm:
    """Let a party take the chair on a day, and the secretariat follow it; the former last day is the day before."""
    by.must(Permission.GOVERN_PARTNERSHIP)
    terms = [chair_of(term) for term in chair_terms()]
    former = newest_chair()
    reasons = objections_to_chair(seat_of(to), starts_on=starts_on, terms=terms)
    if secretariat and secretariat.authority_id != to.authority_id:
        reasons["secretariat"] = [WRONG_SECRETARIAT]
    if reasons:
        raise Refused(reasons)
    ChairTerm.objects.filter(partnership=partnership(), ends_on=None).update(ends_on=starts_on - timedelta(days=1))
    with refusing_collisions(HANDED_OVER):
        term = ChairTerm.objects.create(
            partnership=partnership(), party=to, starts_on=starts_on, note=note, secretariat=secretariat
        )
    moved = _move_seats(former, secretariat, term, by=by)
    _write_steps(term, moved=moved)
    audit.record(Event.CHAIR_HANDED_OVER, about=term, by=by, details={"starts_on": starts_on.isoformat()})
    audit.record_overriding(overridden, about=term, by=by)
    _tell(term, by=by)
    return term


def _move_seats(former: ChairTerm | None, to: Unit | None, term: ChairTerm, *, by: Actor) -> int:
    if former is None or former.secretariat is None or to is None:
        return 0
    return move_secretary_seats(former.secretariat, to, on=term.starts_on, by=by)


def _write_steps(term: ChairTerm, *, moved: int) -> None:
    """Lay the list down; what the hand-over did by itself is ticked already."""
    HandOverStep.objects.bulk_create(
        HandOverStep(
            partnership_id=term.partnership_id,
            chair=term,
            kind=kind,
            done_on=timezone.localdate() if moved and kind is HandOverKind.FORUMS else None,
            done_by=f"Rundbord flyttede {moved}" if moved and kind is HandOverKind.FORUMS else "",
        )
        for kind in HandOverKind
    )


def _tell(term: ChairTerm, *, by: Actor) -> None:
    """Let the next chair's leaders and secretaries know that they have a list to go through."""
    roles = (Role.LEADER, Role.SECRETARY)
    recipients = [Recipient(authority_id=term.party.authority_id, role=role.value) for role in roles]
    notify(NoticeKind.CHAIR_COMES, reverse("partnership:show_hand_over", args=[term.pk]), recipients, by=by)
