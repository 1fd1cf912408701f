"""Verify that everything past its last day is gone or opens nothing; ends with 1, in Danish, where it is not."""

from __future__ import annotations

import sys
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from rundbord.access.actor import system_of
from rundbord.access.session import acting_for
from rundbord.deletion.proving import Finding, keys_that_open, left_over, old_backups
from rundbord.identity.models import Authority
from rundbord.keys.core.trouble import KeyTrouble
from rundbord.notices.queries import authorities


class Command(BaseCommand):
    """For the operator after each restore, and for the tests."""

    help = __doc__ or ""

    def handle(self, *args: Any, **options: Any) -> None:
        """Ask each authority in turn, and say what is left."""
        try:
            left = [line for authority_id in authorities() for line in self._of(authority_id)]
            left += [_line("Installationen", each) for each in old_backups(timezone.now())]
        except KeyTrouble as trouble:
            left = [f"Nøglelageret kan ikke bruges: {trouble}"]
        for line in left:
            self.stdout.write(line)
        if left:
            sys.exit(1)
        self.stdout.write("Alt, hvis sidste dag er gået, er slettet eller kan ikke læses mere.")

    def _of(self, authority_id: Any) -> list[str]:
        system = system_of(authority_id)
        with acting_for(system):
            name = Authority.objects.get(pk=authority_id).name
            found = [*left_over(system, timezone.localdate()), *keys_that_open(system)]
        return [_line(name, each) for each in found]


def _line(whose: str, found: Finding) -> str:
    return f"{whose}: {found.what}: {found.count} skulle være slettet"
