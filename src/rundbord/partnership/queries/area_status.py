"""What police and SSP have said of areas; the partners' workspace has no grant here and asks nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, Q, Subquery

from rundbord.partnership.models import Area, AreaAssessment
from rundbord.partnership.rules import Standing, Word
from rundbord.partnership.vocabulary import AreaStatus, Side

Words = dict[Side, Word]
_WORD = ("status", "assessed_at")


def standings(*, until: datetime | None = None) -> dict[UUID, Standing]:
    """Give where every area stands, or stood at `until`: each side's newest word is read, however many came before."""
    words = {f"{side.value}_{column}": _newest(side, column, until) for side in Side for column in _WORD}
    stood = Area.objects.annotate(**words).values("id", *words)
    return {area["id"]: Standing(police=_said(area, Side.POLICE), ssp=_said(area, Side.SSP)) for area in stood}


def standing_of(area: Area) -> Standing:
    """Give where one area stands."""
    newest = AreaAssessment.objects.filter(area=area).order_by("side", "-assessed_at", "-id").distinct("side")
    return _standing({Side(assessment.side): _word(assessment) for assessment in newest})


def assessments_of(area: Area) -> list[AreaAssessment]:
    """List every assessment of an area, newest first."""
    return list(AreaAssessment.objects.select_related("authority").filter(area=area).order_by("-assessed_at", "-id"))


def assessments_since(area: Area, since: datetime) -> list[AreaAssessment]:
    """List what was said since a moment, newest first, and what each side had said last before it, in one query."""
    said = AreaAssessment.objects.filter(area=area)
    earlier = said.filter(assessed_at__lt=since).order_by("-assessed_at", "-id").values("pk")
    police, ssp = (earlier.filter(side=side.value)[:1] for side in Side)
    told = said.filter(Q(assessed_at__gte=since) | Q(pk__in=police) | Q(pk__in=ssp))
    return list(told.select_related("authority").order_by("-assessed_at", "-id"))


def standing_after(assessments: Iterable[AreaAssessment]) -> Standing:
    """Give where an area stands after these, newest first."""
    newest: Words = {}
    for assessment in assessments:
        newest.setdefault(Side(assessment.side), _word(assessment))
    return _standing(newest)


def _newest(side: Side, column: str, until: datetime | None) -> Subquery:
    told = AreaAssessment.objects.filter(area=OuterRef("pk"), side=side.value)
    within = told.filter(assessed_at__lte=until) if until else told
    return Subquery(within.order_by("-assessed_at", "-id").values(column)[:1])


def _said(area: Mapping[str, Any], side: Side) -> Word | None:
    status, said_at = (area[f"{side.value}_{column}"] for column in _WORD)
    return Word(status=AreaStatus(status), said_at=said_at) if status else None


def _word(assessment: AreaAssessment) -> Word:
    return Word(status=AreaStatus(assessment.status), said_at=assessment.assessed_at)


def _standing(words: Words) -> Standing:
    return Standing(police=words.get(Side.POLICE), ssp=words.get(Side.SSP))
