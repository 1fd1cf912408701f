"""Builders of the quarterly mapping, written as the owner."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from rundbord.identity.models import Unit
from rundbord.partnership.models import Area
from rundbord.partnership.vocabulary import Audience, Side
from rundbord.streetwork.models import ActivityView, AgreedSentence
from rundbord.streetwork.rules.quarters import Quarter, quarter_on
from rundbord.streetwork.vocabulary import ActivityLevel
from tests.database import as_owner


def view(of: Area, by: Unit, level: ActivityLevel = ActivityLevel.NONE, **columns: Any) -> ActivityView:
    """Write the view of the police or SSP, after which side the unit is of, in this quarter unless told."""
    quarter: Quarter = columns.pop("quarter", None) or quarter_on(timezone.localdate())
    is_police = by.authority.kind == "police"
    with as_owner():
        return ActivityView.objects.create(
            **{
                "partnership_id": of.partnership_id,
                "authority_id": by.authority_id,
                "unit": by,
                "audience": Audience.PARTIES,
                "area": of,
                "quarter": quarter.first_day,
                "side": Side.POLICE if is_police else Side.SSP,
                "number": 1,
                "level": level,
                "signs": [] if level is ActivityLevel.NONE else ["gathering"],
                "sources": ["own_eyes"],
                "footing": "sure",
                "reason": f"Sådan ser {by.name} på området i {quarter.label}.",
                "stated_at": timezone.now(),
                "stated_label": f"Medarbejder, {by.name}",
                **columns,
            }
        )


def agreed(of: Area, police: Unit, ssp: Unit, level: ActivityLevel = ActivityLevel.NONE, **columns: Any) -> None:
    """Let both sides say the same."""
    for unit in (police, ssp):
        view(of, unit, level, **columns)


def sentence(police_view: ActivityView, ssp_view: ActivityView, text: str) -> AgreedSentence:
    """Write what both say of the area of these two views, in the name of the police."""
    with as_owner():
        return AgreedSentence.objects.create(
            partnership_id=police_view.partnership_id,
            authority_id=police_view.authority_id,
            unit_id=police_view.unit_id,
            audience=Audience.PARTIES,
            area_id=police_view.area_id,
            quarter=police_view.quarter,
            number=1,
            police_view=police_view,
            ssp_view=ssp_view,
            text=text,
            written_at=timezone.now(),
            written_label="Politibetjent, Lokalpolitiet",
        )
