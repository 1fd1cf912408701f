"""Builders of conflicts and what belongs to them, written as the owner."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import uuid4

from django.utils import timezone

from rundbord.conflicts.models import (
    Clearance,
    ClearanceRequest,
    Conflict,
    ConflictArea,
    ConflictEvent,
    ConflictGroup,
    GroupIdentity,
    Hypothesis,
)
from rundbord.identity.models import Authority, Unit
from rundbord.partnership.models import Area, Partnership
from rundbord.partnership.vocabulary import Audience
from tests.database import as_owner


def conflict(of: Partnership, owner: Unit, *, areas: tuple[Area, ...] = (), **columns: Any) -> Conflict:
    now = columns.get("opened_at") or timezone.now()
    with as_owner():
        made = Conflict.objects.create(
            **{
                "partnership": of,
                "authority_id": owner.authority_id,
                "audience": Audience.PARTIES,
                "title": "Uro mellem to grupper ved stationen",
                "kind": "territory",
                "started_on": timezone.localdate(now),
                "owner": owner,
                "tension": "raised",
                "urgency": 2,
                "review_due_at": now + timedelta(hours=72),
                "quiet_since": now,
                "opened_at": now,
                "opened_label": "Koordinator, Gladsaxe Kommune",
                "changed_at": now,
                **columns,
            }
        )
        for area in areas:
            ConflictArea.objects.create(**reach(made), area=area)
        return made


def reach(of: Conflict) -> dict[str, Any]:
    return {
        "partnership_id": of.partnership_id,
        "authority_id": of.authority_id,
        "audience": of.audience,
        "conflict": of,
    }


def part(of: Conflict, **columns: Any) -> dict[str, Any]:
    return {**reach(of), "user_label": "Koordinator, Gladsaxe Kommune", "at": timezone.now(), **columns}


def group(of: Conflict, letter: str, label: str = "") -> ConflictGroup:
    with as_owner():
        return ConflictGroup.objects.create(**part(of), letter=letter, label=label)


def identity(of: ConflictGroup, police: Authority, name: str = "Nordgruppen") -> GroupIdentity:
    with as_owner():
        return GroupIdentity.objects.create(
            partnership_id=of.partnership_id,
            authority=police,
            conflict=of.conflict,
            group=of,
            name=name,
            basis="Oplyst af lokalpolitiet.",
            written_at=timezone.now(),
            written_by=uuid4(),
        )


def clearance(of: Conflict, police: Authority, recipient: Authority, **columns: Any) -> Clearance:
    now = timezone.now()
    with as_owner():
        return Clearance.objects.create(
            **{
                "partnership_id": of.partnership_id,
                "authority": police,
                "conflict": of,
                "recipient": recipient,
                "recipient_label": recipient.name,
                "reason": "Mægler mellem grupperne.",
                "given_at": now - timedelta(days=1),
                "given_by": uuid4(),
                "expires_at": now + timedelta(days=7),
                **columns,
            }
        )


def clearance_request(of: Conflict, unit: Unit, **columns: Any) -> ClearanceRequest:
    with as_owner():
        return ClearanceRequest.objects.create(
            **{
                "partnership_id": of.partnership_id,
                "authority_id": unit.authority_id,
                "audience": Audience.POLICE,
                "conflict": of,
                "unit": unit,
                "user_id": uuid4(),
                "user_label": "SSP-konsulent",
                "reason": "Skal mægle mellem grupperne.",
                "at": timezone.now(),
                "answer": "waiting",
                **columns,
            }
        )


def event(of: Conflict, **columns: Any) -> ConflictEvent:
    now = timezone.now()
    with as_owner():
        return ConflictEvent.objects.create(
            **part(
                of,
                **{
                    "happened_at": now - timedelta(hours=2),
                    "kind": "threat",
                    "severity": "less",
                    "reliability": "b",
                    "credibility": "2",
                    "words": "Trusler råbt over torvet.",
                    **columns,
                },
            )
        )


def hypothesis(of: Conflict, **columns: Any) -> Hypothesis:
    now = timezone.now()
    with as_owner():
        return Hypothesis.objects.create(
            **part(
                of,
                **{
                    "motive": "territory",
                    "words": "Grupperne vil begge have pladsen foran stationen.",
                    "confidence": "fair",
                    "expires_at": now + timedelta(days=14),
                    **columns,
                },
            )
        )
