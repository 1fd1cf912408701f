"""Where a new concern comes from: nothing, a report of the inbox, an incident, or what another authority told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import Http404
from django.utils import timezone

from rundbord.access.permissions import Permission
from rundbord.concerns import actions
from rundbord.keys.core.cpr import Cpr, NotCpr, read_cpr
from rundbord.partnership.queries import place_names
from rundbord.reading.persons import suggested_wording
from rundbord.sharing.actions import read_received
from rundbord.sharing.queries import ReceivedContent, received_content, received_of
from rundbord.sharing.rules.content import Line
from rundbord.sharing.vocabulary import Condition, InformationClass
from rundbord.situation.models import Incident, Report
from rundbord.situation.queries.inbox import report_of
from rundbord.situation.queries.incidents import incident_of
from rundbord.web import SignedInRequest

FROM_REPORT, FROM_RECEIVED, FROM_INCIDENT = "indberetning", "modtaget", "haendelse"


@dataclass(frozen=True, kw_only=True)
class Source:
    """A report or a received copy, as the form shows it; `hands_over` says that the report's words are ours.

    An incident lends its area and its day alone: no row says that a concern came from it.
    """

    report: Report | None = None
    incident: Incident | None = None
    received: ReceivedContent | None = None
    hands_over: bool = False

    @property
    def report_text(self) -> str | None:
        """Suggest words without the person for the own authority's report."""
        if self.report is None or not self.hands_over:
            return None
        return suggested_wording(self.report.text, places=place_names())

    @property
    def lines(self) -> list[tuple[str, str]]:
        """Offer the lines that were told, by their place."""
        return [(str(place), _in_words(line)) for place, line in enumerate(self._told)]

    @property
    def conditions(self) -> list[str]:
        """Name what the unit must keep to."""
        return [Condition(each).label for each in self.received.conditions] if self.received else []

    @property
    def cpr(self) -> Cpr | None:
        """Give the number that was told, where it can be read; it is not shown here."""
        told = self.received.content.cpr if self.received else ""
        try:
            return read_cpr(told, today=timezone.localdate()) if told else None
        except NotCpr:
            return None

    def initial(self) -> dict[str, Any]:
        """Fill in what is known, so that nobody types it twice."""
        if self.received is not None:
            content = self.received.content
            return {
                "name": content.name,
                "born_on": None if content.cpr else content.born_on,
                "role": self.received.role.value,
                "observed_on": timezone.localdate(),
                "lines": [place for place, _ in self.lines],
                "use_cpr": True,
            }
        if self.report is not None:
            seen_at = self.report.starts_at or self.report.created_at
            area = str(self.report.area_id or "")
            return {"observed_on": timezone.localdate(seen_at), "area": area, "seen": self.report.text}
        if self.incident is not None:
            area = str(self.incident.area_id or "")
            return {"observed_on": timezone.localdate(self.incident.occurred_at), "area": area}
        return {"observed_on": timezone.localdate()}

    def origin(self, given: dict[str, Any], overridden: list[str]) -> actions.Origin:
        """Give what the action must know of it."""
        return actions.Origin(
            report=self.report,
            report_text=given.get("report_text", ""),
            overridden=overridden,
            received_id=self.received.received_id if self.received else None,
            lines=tuple(int(place) for place in given.get("lines", ())),
        )

    @property
    def _told(self) -> tuple[Line, ...]:
        return self.received.content.lines if self.received else ()


def source_of(request: SignedInRequest) -> Source:
    """Find what the address names; out of reach is as good as missing, and reading what was told is logged."""
    if asked := request.GET.get(FROM_RECEIVED, ""):
        return Source(received=_received(_uuid(asked), request))
    if asked := request.GET.get(FROM_REPORT, ""):
        report = report_of(request.actor, _uuid(asked))
        return Source(report=report, hands_over=report.authority_id == request.actor.authority_id)
    if asked := request.GET.get(FROM_INCIDENT, ""):
        return Source(incident=_incident(_uuid(asked), request))
    return Source()


def _incident(incident_id: UUID, request: SignedInRequest) -> Incident:
    request.actor.must(Permission.SEE_INCIDENTS)
    return incident_of(request.actor, incident_id)


def _received(received_id: UUID, request: SignedInRequest) -> ReceivedContent:
    request.actor.must(Permission.READ_DISCLOSED)
    found = received_content(received_id, request.actor)
    read_received(received_of(received_id), by=request.actor)
    return found


def _in_words(line: Line) -> str:
    day = f", {line.observed_on.strftime('%d.%m.%Y')}" if line.observed_on else ""
    return f"{line.text} ({InformationClass(line.information_class).label.lower()}{day})"


def _uuid(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise Http404 from None
