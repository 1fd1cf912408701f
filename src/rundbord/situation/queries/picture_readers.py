"""Who has received a picture: units, never names."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count

from rundbord.identity.models import Unit
from rundbord.notices.actions import Recipient
from rundbord.partnership.models import ReportingDuty
from rundbord.situation.models import Picture, Reading
from rundbord.situation.queries.parties import parties_today


@dataclass(frozen=True, kw_only=True)
class Readers:
    """Units that have opened a picture, and units with a duty to report that have not."""

    have_read: list[Unit]
    have_not: list[Unit]

    @property
    def expected(self) -> int:
        """Count all of them."""
        return len(self.have_read) + len(self.have_not)


def readers_of(picture: Picture) -> Readers:
    """Tell which units have opened the picture; asked in a party's name, since partners see no units of others."""
    read = set(Reading.objects.filter(picture=picture).values_list("unit_id", flat=True))
    bound = set(ReportingDuty.objects.filter(ends_on=None).values_list("unit_id", flat=True))
    known = Unit.objects.filter(pk__in=read | bound).select_related("authority").order_by("authority__name", "name")
    units = list(known)
    return Readers(
        have_read=[unit for unit in units if unit.pk in read], have_not=[unit for unit in units if unit.pk not in read]
    )


def units_that_read(picture: Picture) -> list[Recipient]:
    """List the units to tell when a picture that they have read turns out wrong; who has left is told nothing."""
    read = Reading.objects.filter(picture=picture, authority_id__in=parties_today().values("authority_id"))
    told = read.values_list("authority_id", "unit_id").distinct()
    return [Recipient(authority_id=authority_id, unit_id=unit_id) for authority_id, unit_id in told]


def reader_numbers(picture: Picture) -> list[dict[str, object]]:
    """Count readers by unit, for the note on an incident: no names."""
    counted = Reading.objects.filter(picture=picture).values("unit__name").annotate(readers=Count("*"))
    return [
        {"unit": row["unit__name"] or "Uden enhed", "readers": row["readers"]} for row in counted.order_by("unit__name")
    ]
