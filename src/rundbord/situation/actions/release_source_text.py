"""Release source text — frigiv: the own authority lets the parties read the masked text; or holds an incident back."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.partnership.queries import place_names
from rundbord.partnership.vocabulary import Audience
from rundbord.situation.models import ReadIncident, Report, SourceText
from rundbord.situation.rules.persons import stopping_words


def release_source_text(source: SourceText, *, only: Collection[UUID] | None = None, by: Actor) -> int:
    """Open the waiting incidents, or those named, to all parties; give how many. Those held back stay."""
    by.must(Permission.RELEASE_SOURCE_TEXT)
    waiting = list(_waiting(source, only))
    if not waiting:
        raise Refused("Der er ingen hændelser at frigive. Vælg mindst én, der ikke er frigivet eller holdt tilbage.")
    _refuse_persons(waiting)
    return _release(source, waiting, by=by)


def release_what_is_clean(source: SourceText, *, by: Actor) -> int:
    """Open those waiting incidents in which masking left nothing that leads to one person; give how many still wait.

    For texts that are public already (ADR 0014): nobody need look at them, unless a word stops them.
    """
    by.must(Permission.RELEASE_SOURCE_TEXT)
    waiting, known = list(_waiting(source, None)), place_names()
    clean = [each for each in waiting if not _stopping(each, known)]
    if clean:
        _release(source, clean, by=by)
    return len(waiting) - len(clean)


def _release(source: SourceText, waiting: list[ReadIncident], *, by: Actor) -> int:
    now = timezone.now()
    reports = [each.report_id for each in waiting]
    Report.objects.filter(pk__in=reports).update(audience=Audience.PARTIES.value, changed_at=now)
    ReadIncident.objects.filter(pk__in=[each.pk for each in waiting]).update(released_at=now)
    if not _waiting(source, None).exists():
        SourceText.objects.filter(pk=source.pk).update(released_at=now)
    audit.record(Event.SOURCE_TEXT_RELEASED, about=source, by=by, details={"incidents": len(waiting)})
    return len(waiting)


def withhold_read_incident(incident: ReadIncident, *, is_withheld: bool = True, by: Actor) -> None:
    """Hold one incident back, or let it wait for release again; a released one is with the others already."""
    by.must(Permission.RELEASE_SOURCE_TEXT)
    locked = ReadIncident.objects.select_for_update().get(pk=incident.pk)
    if locked.released_at:
        raise Refused("Hændelsen er allerede frigivet.")
    locked.withheld_at = timezone.now() if is_withheld else None
    locked.save(update_fields=["withheld_at"])
    audit.record(Event.READ_INCIDENT_CORRECTED, about=locked, by=by, details={"withheld": is_withheld})


def _waiting(source: SourceText, only: Collection[UUID] | None) -> QuerySet[ReadIncident]:
    waiting = ReadIncident.objects.filter(source_text=source, released_at=None, withheld_at=None)
    named = waiting if only is None else waiting.filter(pk__in=only)
    return named.select_for_update(of=("self",)).select_related("report").order_by("position")


def _refuse_persons(waiting: list[ReadIncident]) -> None:
    """Masking may have missed a word; what leads to one person is not let through."""
    known = place_names()
    for each in waiting:
        if words := _stopping(each, known):
            raise Refused(f"Ret hændelse {each.position}, før den frigives. {' '.join(words)}")


def _stopping(incident: ReadIncident, known: frozenset[str]) -> list[str]:
    report = incident.report
    places = known | {report.place_text, report.town}
    return [*stopping_words(report.heading, places=places), *stopping_words(report.text, places=places)]
