"""Load a folder of police reports as an officer would: each file through the action behind the form."""

from __future__ import annotations

import re
from argparse import ArgumentParser
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.refusal import Refused
from rundbord.access.session import acting_for
from rundbord.identity.queries import officers
from rundbord.reading import Unreadable, published_in
from rundbord.situation import actions
from rundbord.situation.rules.districts import district_of

_SUFFIXES = {".txt", ".html", ".htm", ".eml"}
_DAY_IN_NAME = re.compile(r"(20\d{2})-?([01]\d)-?([0-3]\d)")


class Command(BaseCommand):
    """Acts for an officer of the police authority; one file that is refused does not keep the others out."""

    help = __doc__ or ""

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the folder, and whose reports these are where several police authorities are served."""
        parser.add_argument("folder", type=Path, help="mappe med døgnrapporter (.txt, .html, .eml)")
        parser.add_argument("--authority", default="", help="politikredsens navn, når der er flere")

    def handle(self, *args: Any, **options: Any) -> None:
        """Load each file in the order of names; say what became of it."""
        folder: Path = options["folder"]
        if not folder.is_dir():
            raise CommandError(f"Mappen {folder} findes ikke.")
        officer = _officer(options["authority"])
        files = sorted(path for path in folder.iterdir() if path.suffix.lower() in _SUFFIXES)
        loaded = sum(self._load(path, officer) for path in files)
        self.stdout.write(f"{loaded} af {len(files)} døgnrapporter er læst ind og venter på frigivelse.")

    def _load(self, path: Path, officer: Actor) -> bool:
        try:
            content = path.read_bytes()
            with acting_for(officer):
                actions.receive_source_text(
                    content,
                    name=path.name,
                    published_on=_published_on(path, content),
                    district=district_of(officer.authority_name),
                    by=officer,
                )
        except Refused as refusal:
            self.stderr.write(f"{path.name}: {refusal}")
            return False
        return True


def _officer(authority: str) -> Actor:
    found = [each for each in officers() if authority.casefold() in each.authority_name.casefold()]
    if not found:
        raise CommandError("Der er ingen betjent i et partnerskab at indlæse rapporterne for.")
    return found[0]


def _published_on(path: Path, content: bytes) -> date:
    """Take the day from the file's name, else from the report's first lines, else today."""
    named = _DAY_IN_NAME.search(path.name)
    try:
        told = date(*map(int, named.groups())) if named else published_in(content)
    except (ValueError, Unreadable):
        told = None
    return told or timezone.localdate()
