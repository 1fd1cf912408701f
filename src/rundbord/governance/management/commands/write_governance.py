"""Write docs/governance/ from the code and the rows kept by hand; with --authority, that authority's own papers."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from rundbord.access.actor import Actor
from rundbord.access.session import AUTH, speaking_as
from rundbord.governance.documents import DOCUMENTS, folder
from rundbord.governance.papers.parts import as_markdown
from rundbord.governance.papers.shelf import SHELF
from rundbord.governance.queries.standing import standing_of_authority
from rundbord.identity.models import Authority
from rundbord.notices.jobs import for_each_workplace


class Command(BaseCommand):
    """A test compares the files with the code; papers of an authority are written where the operator says."""

    help = __doc__ or ""
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Take an authority by its code, and the folder for its papers."""
        parser.add_argument("--authority", help="herlev")
        parser.add_argument("--into", type=Path, help="folder for that authority's papers")

    def handle(self, *args: Any, **options: Any) -> None:
        """Write each document to its place."""
        if not options["authority"]:
            folder().mkdir(exist_ok=True)
            for name, write in DOCUMENTS.items():
                (folder() / name).write_text(write(), encoding="utf-8")
        elif options["into"]:
            self._write_papers(options["authority"], options["into"])
        else:
            raise CommandError("--into FOLDER is missing")

    def _write_papers(self, code: str, into: Path) -> None:
        """Write as the system acting for that authority, so that row policies hold."""
        with speaking_as(AUTH):
            authority = Authority.objects.filter(code=code).first()
        if authority is None:
            raise CommandError(f"{code} is no authority")
        into.mkdir(parents=True, exist_ok=True)

        def write(by: Actor) -> None:
            if by.authority_id == authority.pk:
                standing = standing_of_authority(by)
                for word, kind in SHELF.items():
                    (into / f"{word}.md").write_text(as_markdown(kind.write(standing)), encoding="utf-8")

        for_each_workplace(write)
        self.stdout.write(str(into))
