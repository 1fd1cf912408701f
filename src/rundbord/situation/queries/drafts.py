"""The picture in preparation: what it will hold, its sections, and what the person guard says of its words."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cache, cached_property, partial
from hashlib import blake2b
from uuid import UUID

from django.db.models import QuerySet

from rundbord.access.actor import Actor
from rundbord.partnership.vocabulary import Audience
from rundbord.situation.models import Section
from rundbord.situation.queries.draft_lines import draft_lines, newest_sections
from rundbord.situation.queries.picture_periods import NextPicture, next_picture
from rundbord.situation.rules.edition import Edition, edition_of
from rundbord.situation.rules.lines import Line
from rundbord.situation.rules.striking import WORDED
from rundbord.situation.vocabulary import EntryKind, SectionKind
from rundbord.web.guarded import Examined, examine

# What coordinators can write: each section once for the parties, the summary once more for partners outside of them.
SECTIONS = (
    (SectionKind.SUMMARY, Audience.PARTIES),
    (SectionKind.PRIORITIES, Audience.PARTIES),
    (SectionKind.SUMMARY, Audience.PARTNERS),
)


@dataclass(frozen=True, kw_only=True)
class DraftPicture:
    """The picture as it would be published now."""

    coming: NextPicture
    lines: list[Line]

    @cached_property
    def edition(self) -> Edition:
        """What the parties would read."""
        return edition_of(self.lines)


@dataclass(frozen=True, kw_only=True)
class WrittenSection:
    """A section of the draft as it stands; version 0 where nobody has written yet."""

    kind: SectionKind
    audience: Audience
    text: str
    version: int
    by: str
    at: datetime | None

    @property
    def heading(self) -> str:
        """Name the section, and its readers where they are not the parties."""
        return f"{self.kind.label} til partnere" if self.audience is Audience.PARTNERS else self.kind.label


@dataclass(frozen=True, kw_only=True)
class Flagged:
    """Words in the draft that may point at a person, and the line they stand in."""

    line: Line
    examined: Examined


@dataclass(frozen=True, kw_only=True)
class PersonCheck:
    """What the guard says of the whole draft."""

    flagged: list[Flagged]

    @property
    def stopping(self) -> list[Flagged]:
        """Lines with words that cannot be published."""
        return [each for each in self.flagged if each.examined.stopping]

    @property
    def warning(self) -> list[Flagged]:
        """Lines with words that somebody must look at."""
        return [each for each in self.flagged if each.examined.warning]

    @property
    def kinds(self) -> list[str]:
        """What the words are, once each, for the log."""
        return list(dict.fromkeys(kind for each in self.warning for kind in each.examined.kinds))

    @property
    def mark(self) -> str:
        """Stands for exactly these warnings; empty where there are none."""
        marks = "".join(each.examined.mark for each in self.warning)
        return blake2b(marks.encode(), digest_size=8).hexdigest() if marks else ""


def draft_picture(actor: Actor, *, now: datetime | None = None) -> DraftPicture:
    """Tell what the next picture would hold if it were published now."""
    coming = next_picture(now=now)
    return DraftPicture(coming=coming, lines=draft_lines(coming.period, draft_id=coming.draft_id, actor=actor))


def written_sections(draft_id: UUID | None) -> list[WrittenSection]:
    """List every section of the draft, written or not, in the order of the page."""
    newest = newest_sections(draft_id) if draft_id else ()
    by_place = {(section.kind, section.audience): section for section in newest}
    return [_written(kind, audience, by_place.get((kind, audience))) for kind, audience in SECTIONS]


def written_section(draft_id: UUID | None, kind: SectionKind, audience: Audience) -> WrittenSection:
    """Give one section as it stands."""
    found = _versions(draft_id, kind, audience).order_by("-version").first()
    return _written(kind, audience, found)


def text_at_version(draft_id: UUID | None, kind: SectionKind, audience: Audience, version: int) -> str:
    """Give the words of an earlier version: what somebody began from."""
    found = _versions(draft_id, kind, audience).filter(version=version)
    return found.values_list("text", flat=True).first() or ""


def _versions(draft_id: UUID | None, kind: SectionKind, audience: Audience) -> QuerySet[Section]:
    sections = Section.objects.filter(kind=kind, audience=audience)
    return sections.filter(picture_id=draft_id) if draft_id else sections.none()


def person_check(lines: Iterable[Line], *, places: Collection[str]) -> PersonCheck:
    """Guard every worded part of every line, and the same words once; names of places are no persons."""
    look = cache(partial(examine, places=frozenset(places)))
    return PersonCheck(flagged=[flag for line in lines for flag in _flags(line, look)])


def _flags(line: Line, look: Callable[[str], Examined]) -> list[Flagged]:
    if line.kind == EntryKind.AREA:
        return []
    examined = [look(line.words(part)) for part in WORDED if line.words(part)]
    return [Flagged(line=line, examined=each) for each in examined if each.findings]


def _written(kind: SectionKind, audience: Audience, section: Section | None) -> WrittenSection:
    return WrittenSection(
        kind=kind,
        audience=audience,
        text=section.text if section else "",
        version=section.version if section else 0,
        by=section.user_label if section else "",
        at=section.at if section else None,
    )
