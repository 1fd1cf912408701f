"""One line of an action list from a spreadsheet, judged: what it would become, and every fault beside it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from hashlib import sha256
from uuid import UUID

from rundbord.reading.persons import Finding, Severity, findings
from rundbord.tasks.rules.saying import objections_to_outcome
from rundbord.tasks.vocabulary import TaskOutcome

LONGEST_WHAT, LONGEST_TEXT = 200, 2000
_DAY = (
    re.compile(r"(?P<day>\d{1,2})[./-](?P<month>\d{1,2})[./-](?P<year>\d{4}|\d{2})"),
    re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})(?:[ T].*)?"),
)
_OPEN = frozenset({"", "åben", "åbent", "i gang", "igang", "afventer", "ny", "ikke startet", "over fristen"})
_CLOSED = {
    **dict.fromkeys(("afsluttet", "lukket", "færdig", "udført", "gennemført", "ok"), TaskOutcome.DONE),
    **dict.fromkeys(("delvist", "delvis", "delvist gennemført"), TaskOutcome.PARTLY),
    **dict.fromkeys(("opgivet", "droppet", "bortfaldet", "annulleret"), TaskOutcome.DROPPED),
}


@dataclass(frozen=True, kw_only=True)
class AroundList:
    """What lines are judged against: units and areas by the names they may stand under, places, and what is here."""

    units: Mapping[str, UUID]
    ambiguous: Collection[str]
    areas: Mapping[str, UUID]
    places: Collection[str]
    today: date
    is_warned: bool = True


@dataclass(frozen=True, kw_only=True)
class ListedDecision:
    """A line as it would be imported; a line without errors can be, and one that `is_known` is passed over."""

    line: int
    what: str
    why: str
    owner_text: str
    owner_id: UUID | None
    area_text: str
    area_id: UUID | None
    due_on: date | None
    decided_on: date | None
    outcome: TaskOutcome | None
    result: str
    review_on: date | None
    warnings: tuple[Finding, ...] = ()
    errors: tuple[str, ...] = ()
    is_known: bool = False

    @property
    def print_of(self) -> str:
        """Stands for the line, so that the same list imported again adds nothing."""
        words = (_plain(self.what), str(self.owner_id), str(self.due_on), str(self.decided_on))
        return sha256("\n".join(words).encode()).hexdigest()

    @property
    def status(self) -> str:
        """Where it would stand, in Danish."""
        return self.outcome.label if self.outcome else "Åben"


@dataclass
class _Faults:
    """Sentences beside one line, gathered."""

    told: list[str] = field(default_factory=list)

    def day(self, text: str) -> date | None:
        """Read a day, or say what is wrong with it."""
        day = _day_of(text)
        if text and day is None:
            self.told.append(f"»{text}« er ikke en dato. Skriv for eksempel 1.9.2026.")
        return day


def judged_list(rows: Iterable[tuple[int, Mapping[str, str]]], around: AroundList) -> list[ListedDecision]:
    """Judge every line, also against the lines before it."""
    seen: dict[str, int] = {}
    judged = []
    for line, cells in rows:
        row = _judged(line, cells, around)
        if first := seen.get(row.print_of):
            row = replace(row, errors=(*row.errors, f"Linjen er den samme som linje {first}. Slet den ene."))
        seen.setdefault(row.print_of, line)
        judged.append(row)
    return judged


def warning_mark(rows: Iterable[ListedDecision]) -> str:
    """Stand for exactly these warnings, so that keeping them keeps no words that are written later; empty for none."""
    words = [f"{found.kind.value}:{found.words}" for row in rows for found in row.warnings]
    return sha256("\n".join(words).encode()).hexdigest()[:16] if words else ""


def _judged(line: int, cells: Mapping[str, str], around: AroundList) -> ListedDecision:
    faults = _Faults()
    owner, area = cells["owner"], cells.get("area", "")
    status = _plain(cells.get("status", ""))
    row = ListedDecision(
        line=line,
        what=cells["what"],
        why=cells.get("why", ""),
        owner_text=owner,
        owner_id=around.units.get(_plain(owner)),
        area_text=area,
        area_id=around.areas.get(_plain(area)),
        outcome=_CLOSED.get(status),
        result=cells.get("result", ""),
        due_on=faults.day(cells["due_on"]),
        decided_on=faults.day(cells.get("decided_on", "")),
        review_on=faults.day(cells.get("review_on", "")),
    )
    if status not in _OPEN and status not in _CLOSED:
        faults.told.append(f"»{cells['status']}« er ikke en status. Skriv åben, gennemført, delvist eller opgivet.")
    found = [
        each for text in (row.what, row.why, row.result) for each in findings(text, places=frozenset(around.places))
    ]
    told = [*faults.told, *_faults_of(row, cells, around), *_persons_in(found, around)]
    warnings = tuple(each for each in found if each.severity is Severity.WARN)
    return replace(row, errors=tuple(told), warnings=warnings)


def _faults_of(row: ListedDecision, cells: Mapping[str, str], around: AroundList) -> list[str]:
    owner = _plain(row.owner_text)
    checks = {
        "Der står ikke, hvad der skal gøres.": not row.what,
        f"Beslutningen er for lang. Den må højst have {LONGEST_WHAT} tegn.": len(row.what) > LONGEST_WHAT,
        "Der står ingen enhed.": not owner,
        f"Flere enheder hedder »{row.owner_text}«. Skriv også myndigheden: »Enhed, Myndighed«.": (
            owner in around.ambiguous
        ),
        f"Enheden »{row.owner_text}« findes ikke ved bordet. En enhed er aldrig en person.": bool(owner)
        and row.owner_id is None
        and owner not in around.ambiguous,
        f"Området »{row.area_text}« findes ikke. Lad det stå tomt, eller skriv et områdes navn.": bool(row.area_text)
        and row.area_id is None,
        "Der mangler en frist.": not cells.get("due_on"),
        "Beslutningen er dateret efter i dag.": row.decided_on is not None and row.decided_on > around.today,
        "Gennemgangen ligger ikke efter i dag.": row.review_on is not None and row.review_on <= around.today,
    }
    return [*(sentence for sentence, applies in checks.items() if applies), *_faults_of_outcome(row, around)]


def _faults_of_outcome(row: ListedDecision, around: AroundList) -> list[str]:
    if row.outcome is None:
        return []
    objections = objections_to_outcome(
        row.outcome, is_closed=False, new_due_on=None, text=row.result, today=around.today
    )
    return ["Der mangler et resultat: skriv kort hvorfor."] if objections else []


def _persons_in(found: Iterable[Finding], around: AroundList) -> list[str]:
    stops = [each for each in found if each.severity is Severity.STOP]
    asks = [each for each in found if each.severity is Severity.WARN] if around.is_warned else []
    told = [f"{each.kind.label} »{each.words.strip()}« må ikke stå her." for each in stops]
    return [*told, *(f"»{each.words.strip()}« kan pege på en person. {each.kind.explanation}" for each in asks)]


def _day_of(text: str) -> date | None:
    for form in _DAY:
        if found := form.fullmatch(text.strip()):
            year = int(found["year"])
            try:
                return date(year if year > 99 else 2000 + year, int(found["month"]), int(found["day"]))
            except ValueError:
                return None
    return None


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
