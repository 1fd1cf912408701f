"""What the nightly work would have found this morning."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from rundbord.access.actor import system_of
from rundbord.access.session import acting_for
from rundbord.demo.founding import Founded
from rundbord.situation.actions import find_repeats, find_unusual


def look_back(founded: Founded) -> None:
    """Compare the day that ended last night with its past, and look for repeats."""
    yesterday = timezone.localdate() - timedelta(days=1)
    system = system_of(founded.authorities["Gladsaxe"].pk, partnership_id=founded.partnership.pk)
    with acting_for(system):
        find_unusual(ending_on=yesterday, by=system)
        find_repeats(ending_on=yesterday, by=system)
