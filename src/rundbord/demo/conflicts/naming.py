"""Who the groups of an invented conflict are: the police know it, and the unit that follows the conflict for a while."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from django.utils import timezone

from rundbord.conflicts.models import Clearance, Conflict, ConflictGroup, GroupIdentity
from rundbord.demo.conflicts.shapes import POLICE
from rundbord.demo.founding import OWNER, Founded
from rundbord.identity.models import Unit


def name_groups(conflict: Conflict, names: Sequence[str], *, follower: Unit, founded: Founded) -> None:
    """Let the police name the groups, and clear the unit for two weeks."""
    now = timezone.now()
    officer = founded.users["betjent@vestegnen"]
    police = {"partnership": founded.partnership, "authority_id": founded.units[POLICE].authority_id}
    groups = ConflictGroup.objects.using(OWNER).filter(conflict=conflict).order_by("letter")
    for group, name in zip(groups, names, strict=False):
        GroupIdentity.objects.using(OWNER).create(
            **police,
            conflict=conflict,
            group=group,
            name=name,
            basis="Lokalpolitiets kendskab til området.",
            written_at=now - timedelta(hours=200),
            written_by=officer.pk,
        )
    Clearance.objects.using(OWNER).create(
        **police,
        conflict=conflict,
        recipient_id=follower.authority_id,
        unit=follower,
        recipient_label=f"{follower.name}, {follower.authority.name}",
        reason="Følger konflikten og taler med begge grupper.",
        given_at=now - timedelta(hours=100),
        given_by=officer.pk,
        expires_at=now + timedelta(days=10),
    )
