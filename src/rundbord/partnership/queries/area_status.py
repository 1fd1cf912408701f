"""What police and SSP have said of areas; the partners' workspace has no grant here and asks nothing."""

from __future__ import annotations

from uuid import UUID

from rundbord.partnership.models import Area, AreaAssessment
from rundbord.partnership.rules import Standing, Word
from rundbord.partnership.vocabulary import AreaStatus, Side

Words = dict[Side, Word]


def standings() -> dict[UUID, Standing]:
    """Give where every assessed area stands, from one query."""
    newest = AreaAssessment.objects.order_by("area_id", "side", "-assessed_at", "-id").distinct("area_id", "side")
    said: dict[UUID, Words] = {}
    for assessment in newest:
        said.setdefault(assessment.area_id, {})[Side(assessment.side)] = _word(assessment)
    return {area_id: _standing(words) for area_id, words in said.items()}


def standing_of(area: Area) -> Standing:
    """Give where one area stands."""
    newest = AreaAssessment.objects.filter(area=area).order_by("side", "-assessed_at", "-id").distinct("side")
    return _standing({Side(assessment.side): _word(assessment) for assessment in newest})


def assessments_of(area: Area) -> list[AreaAssessment]:
    """List every assessment of an area, newest first."""
    return list(AreaAssessment.objects.select_related("authority").filter(area=area).order_by("-assessed_at", "-id"))


def _word(assessment: AreaAssessment) -> Word:
    return Word(status=AreaStatus(assessment.status), said_at=assessment.assessed_at)


def _standing(words: Words) -> Standing:
    return Standing(police=words.get(Side.POLICE), ssp=words.get(Side.SSP))
