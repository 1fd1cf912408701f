"""What a partnership is: agreements, chair, parties, focus points, units that must report."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TypeVar
from uuid import UUID

from django.db.models import Model, Q, QuerySet
from django.http import Http404
from django.utils import timezone

from rundbord.identity.models import Authority, Unit
from rundbord.identity.vocabulary import AuthorityKind
from rundbord.partnership.models import (
    Agreement,
    ChairTerm,
    FocusPoint,
    Partnership,
    Party,
    ReportingDuty,
)
from rundbord.partnership.rules.agreements import Term, end_with_extensions
from rundbord.partnership.rules.seats import Chair, Seat

Row = TypeVar("Row", bound=Model)


@dataclass(frozen=True, kw_only=True)
class DatedAgreement:
    """An agreement with the days on which it holds, extensions included."""

    agreement: Agreement
    term: Term


def partnership() -> Partnership:
    """Find the partnership in session, or raise Http404 for whoever is in none."""
    found = Partnership.objects.first()
    if found is None:
        raise Http404
    return found


def dated_agreements() -> list[DatedAgreement]:
    """List agreements, newest first."""
    agreements = Agreement.objects.prefetch_related("extensions").order_by("-starts_on", "id")
    return [DatedAgreement(agreement=agreement, term=term_of(agreement)) for agreement in agreements]


def term_of(agreement: Agreement) -> Term:
    """Give an agreement's days."""
    extensions = [extension.ends_on for extension in agreement.extensions.all()]
    return Term(
        title=agreement.title,
        starts_on=agreement.starts_on,
        ends_on=end_with_extensions(agreement.ends_on, extensions),
    )


def agreement_in_force(day: date | None = None) -> DatedAgreement | None:
    """Find the agreement that holds on a day, today unless told."""
    wanted = day or timezone.localdate()
    return next((dated for dated in dated_agreements() if dated.term.holds_on(wanted)), None)


def agreement(agreement_id: UUID) -> Agreement:
    """Find an agreement, or raise Http404."""
    return _found(Agreement.objects.prefetch_related("extensions").filter(pk=agreement_id))


def parties() -> list[Party]:
    """List parties: those of today by name, then former ones."""
    listed = list(Party.objects.select_related("authority"))
    today = timezone.localdate()
    return sorted(listed, key=lambda party: (not seat_of(party).holds_on(today), party.authority.name, party.joined_on))


def seated_today() -> set[UUID]:
    """Give the authorities that sit at the actor's table today."""
    today = timezone.localdate()
    in_force = Q(left_on=None) | Q(left_on__gte=today)
    return set(Party.objects.filter(in_force, joined_on__lte=today).values_list("authority_id", flat=True))


def party(party_id: UUID) -> Party:
    """Find a party, or raise Http404."""
    return _found(Party.objects.select_related("authority").filter(pk=party_id))


def seat_of(party: Party) -> Seat:
    """Give a party's membership as the rules judge it."""
    return Seat(
        authority_id=party.authority_id,
        kind=AuthorityKind(party.kind),
        joined_on=party.joined_on,
        left_on=party.left_on,
    )


def authorities_outside() -> QuerySet[Authority]:
    """List authorities that are no party today, by name."""
    today = timezone.localdate()
    seated = Party.objects.filter(joined_on__lte=today).filter(Q(left_on=None) | Q(left_on__gte=today))
    return Authority.objects.exclude(pk__in=seated.values("authority_id")).order_by("name")


def chair_terms() -> list[ChairTerm]:
    """List chair terms, newest first."""
    return list(ChairTerm.objects.select_related("party__authority", "secretariat").order_by("-starts_on", "id"))


def chair_of(term: ChairTerm) -> Chair:
    """Give a chair term as the rules judge it."""
    return Chair(authority_id=term.party.authority_id, starts_on=term.starts_on, ends_on=term.ends_on)


def chair_on(day: date | None = None) -> ChairTerm | None:
    """Find who chairs on a day, today unless told."""
    wanted = day or timezone.localdate()
    in_force = ChairTerm.objects.select_related("party__authority").filter(starts_on__lte=wanted)
    return in_force.filter(Q(ends_on=None) | Q(ends_on__gte=wanted)).first()


def focus_points() -> list[FocusPoint]:
    """List focus points in the partnership's order."""
    return list(FocusPoint.objects.order_by("position", "id"))


def focus_point(focus_point_id: UUID) -> FocusPoint:
    """Find a focus point, or raise Http404."""
    return _found(FocusPoint.objects.filter(pk=focus_point_id))


def reporting_duties() -> list[ReportingDuty]:
    """List reporting duties in force today or later, by authority and unit."""
    in_force = Q(ends_on=None) | Q(ends_on__gte=timezone.localdate())
    duties = ReportingDuty.objects.select_related("unit", "authority").filter(in_force)
    return list(duties.order_by("authority__name", "unit__name", "starts_on"))


def reporting_duty(duty_id: UUID) -> ReportingDuty:
    """Find a reporting duty, or raise Http404."""
    return _found(ReportingDuty.objects.select_related("unit", "authority").filter(pk=duty_id))


def units_of_parties() -> QuerySet[Unit]:
    """List the open units of all parties, by authority and name."""
    seated = Party.objects.filter(left_on=None).values("authority_id")
    units = Unit.objects.select_related("authority").filter(closed_at=None, authority_id__in=seated)
    return units.order_by("authority__name", "name")


def _found(rows: QuerySet[Row]) -> Row:
    row = rows.first()
    if row is None:
        raise Http404
    return row
