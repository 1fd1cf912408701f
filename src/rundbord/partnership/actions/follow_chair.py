"""The secretariat follows the chair: choosing its unit, ticking what has moved, telling in good time."""

from __future__ import annotations

from datetime import date, timedelta

from django.urls import reverse
from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.access.roles import Role
from rundbord.audit import Event
from rundbord.identity.models import Unit
from rundbord.notices.actions import Recipient, notify
from rundbord.notices.models import Notice
from rundbord.notices.vocabulary import NoticeKind
from rundbord.partnership.actions.seat_units import seat_row
from rundbord.partnership.models import ChairTerm, ForumSeat, HandOverStep
from rundbord.partnership.queries.governance import chair_on
from rundbord.partnership.queries.governing import agreement_that_ends
from rundbord.partnership.rules.agreements import WARNED_BEFORE
from rundbord.partnership.vocabulary import SeatRole

WRONG_SECRETARIAT = "Sekretariatet følger formandskabet: vælg en enhed hos den part, der får det."


def set_secretariat(term: ChairTerm, unit: Unit, *, by: Actor) -> None:
    """Say which unit of the chairing party is the secretariat."""
    by.must(Permission.GOVERN_PARTNERSHIP)
    if unit.authority_id != term.party.authority_id:
        raise Refused({"secretariat": [WRONG_SECRETARIAT]})
    ChairTerm.objects.filter(pk=term.pk).update(secretariat=unit)
    audit.record(Event.SECRETARIAT_SET, about=term, by=by)


def tick_hand_over(step: HandOverStep, *, done: bool, by: Actor) -> None:
    """Note that one thing has moved to the next chair, or that it has not after all."""
    by.must(Permission.GOVERN_PARTNERSHIP)
    said = f"{by.unit_name}, {by.authority_name}".strip(", ")[:160] if done else ""
    HandOverStep.objects.filter(pk=step.pk).update(done_on=timezone.localdate() if done else None, done_by=said)
    audit.record(Event.HAND_OVER_TICKED, about=step.chair, by=by, details={"kind": step.kind, "done": done})


def move_secretary_seats(former: Unit, to: Unit, *, on: date, by: Actor) -> int:
    """Let the next secretariat take the former one's seats as secretary from a day; say how many moved.

    Only in forums that the own authority leads: of others the database shows no seat. The new seat comes first,
    since whoever has given up the last seat of an authority may write none.
    """
    by.must(Permission.GOVERN_PARTNERSHIP)
    held = ForumSeat.objects.filter(unit=former, role=SeatRole.SECRETARY, ends_on=None, starts_on__lt=on)
    seats = list(held.select_related("forum")) if former.pk != to.pk else []
    for seat in seats:
        ForumSeat.objects.filter(forum=seat.forum, unit=to, ends_on=None, starts_on__lt=on).update(
            ends_on=on - timedelta(days=1)
        )
        if not ForumSeat.objects.filter(forum=seat.forum, unit=to, ends_on=None).exists():
            seat_row(seat.forum, to, role=SeatRole.SECRETARY, joins=seat.may_join_individual_part, on=on)
        audit.record(Event.SEAT_GIVEN, about=seat.forum, by=by, details={"role": SeatRole.SECRETARY.value})
    ForumSeat.objects.filter(pk__in=[seat.pk for seat in seats]).update(ends_on=on - timedelta(days=1))
    return len(seats)


def announce_agreement_end(*, by: Actor) -> int:
    """Tell the own secretariat, and the leaders where the own party chairs, that the agreement ends; once a mark."""
    by.must(Permission.SEE_PARTNERSHIP)
    ending = agreement_that_ends()
    if ending is None:
        return 0
    agreement, term = ending
    path, today = reverse("partnership:show_agreement", args=[agreement.pk]), timezone.localdate()
    mark = min(each for each in WARNED_BEFORE if term.days_left(today) <= each)
    told = Notice.objects.filter(recipient_id=by.authority_id, kind=NoticeKind.AGREEMENT_ENDS, path=path)
    if told.filter(at__date__gte=term.ends_on - timedelta(days=mark)).exists():
        return 0
    recipients = [Recipient(authority_id=by.authority_id, role=Role.SECRETARY.value)]
    chair = chair_on()
    if chair and chair.party.authority_id == by.authority_id:
        recipients.append(Recipient(authority_id=by.authority_id, role=Role.LEADER.value))
    notify(NoticeKind.AGREEMENT_ENDS, path, recipients, by=by)
    return len(recipients)
