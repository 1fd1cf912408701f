"""Naming efforts about persons, putting them to the yearly vote, and voting for the own party."""

from __future__ import annotations

from datetime import date

from django.urls import reverse
from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.access.roles import Role
from rundbord.audit import Event
from rundbord.notices.actions import Recipient, notify
from rundbord.notices.vocabulary import NoticeKind
from rundbord.partnership.models import PersonEffort, Renewal, RenewalVote
from rundbord.partnership.queries.governance import partnership
from rundbord.partnership.queries.governing import effort as effort_row
from rundbord.partnership.queries.governing import voting_parties
from rundbord.partnership.rules.renewals import objections_to_renewal, quorum_of
from rundbord.partnership.vocabulary import VoteChoice

CLOSED = "Afstemningen er lukket."
NO_VOTE = "Kun myndigheder, der er parter, stemmer."


def name_effort(*, title: str, text: str, begun_on: date, overridden: list[str], by: Actor) -> PersonEffort:
    """Name an effort that is about persons; it stands for a year."""
    by.must(Permission.GOVERN_PARTNERSHIP)
    effort = PersonEffort.objects.create(partnership=partnership(), title=title, text=text, begun_on=begun_on)
    audit.record(Event.EFFORT_NAMED, about=effort, by=by)
    audit.record_overriding(overridden, about=effort, by=by)
    return effort


def end_effort(effort: PersonEffort, *, by: Actor) -> None:
    """Stop an effort from today on."""
    by.must(Permission.GOVERN_PARTNERSHIP)
    PersonEffort.objects.filter(pk=effort.pk, ended_on=None).update(ended_on=timezone.localdate())
    audit.record(Event.EFFORT_ENDED, about=effort, by=by)


def open_renewal(effort: PersonEffort, *, until: date, decide_by: date, by: Actor) -> Renewal:
    """Put it to the parties whether an effort goes on; each party's leaders are told."""
    by.must(Permission.GOVERN_PARTNERSHIP)
    row, today = effort_row(effort.pk), timezone.localdate()
    reasons = objections_to_renewal(until=until, decide_by=decide_by, stands_until=row.until, today=today)
    if row.open_renewal or effort.ended_on:
        raise Refused("Indsatsen er stoppet, eller der er allerede en åben afstemning om den.")
    if reasons:
        raise Refused(reasons)
    voters = list(voting_parties())
    renewal = Renewal.objects.create(
        partnership_id=effort.partnership_id,
        effort=effort,
        until=until,
        decide_by=decide_by,
        quorum=quorum_of(len(voters)),
        voters=len(voters),
        opened_on=today,
    )
    audit.record(Event.RENEWAL_OPENED, about=renewal, by=by, details={"quorum": renewal.quorum})
    leaders = [Recipient(authority_id=each, role=Role.LEADER.value) for each in voters]
    notify(NoticeKind.RENEWAL_OPENED, reverse("partnership:show_effort", args=[effort.pk]), leaders, by=by)
    return renewal


def vote_on_renewal(
    renewal: Renewal, *, choice: VoteChoice, reason: str, overridden: list[str], by: Actor
) -> RenewalVote:
    """Give the own party's vote; until the vote is closed its newest word stands."""
    by.must(Permission.VOTE_FOR_PARTY)
    rows = effort_row(renewal.effort_id).renewals
    row = next(each for each in rows if each.renewal.pk == renewal.pk)
    if not row.is_open:
        raise Refused(CLOSED)
    if by.authority_id not in set(voting_parties()):
        raise Refused(NO_VOTE)
    said = {"choice": choice, "reason": reason, "voted_on": timezone.localdate()}
    vote, _ = RenewalVote.objects.update_or_create(
        partnership_id=renewal.partnership_id, renewal=renewal, authority_id=by.authority_id, defaults=said
    )
    audit.record(Event.RENEWAL_VOTED, about=renewal, by=by, details={"choice": choice.value})
    audit.record_overriding(overridden, about=renewal, by=by)
    return vote
