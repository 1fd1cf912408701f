"""Report incidents — indberet hændelser: officers enter several person-free incidents; all are saved or none."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.partnership.queries import area_lookup, place_names
from rundbord.situation.actions.write_report import note_overridden, objections_to, write_report
from rundbord.situation.models import Report
from rundbord.situation.queries.reporting import unit_of
from rundbord.situation.rules.telling import Account
from rundbord.situation.vocabulary import Nature

MOST_AT_ONCE = 10


def report_incidents(accounts: Sequence[Account], *, overridden: Collection[str] = (), by: Actor) -> list[Report]:
    """Write them in the order given; objections name the row: "3-text" is the text of the fourth."""
    by.must(Permission.REPORT_INCIDENTS)
    _refuse(accounts)
    unit, lookup = unit_of(by), area_lookup()
    reports = []
    for account in accounts:
        area = lookup.find(street=account.place_text, point=account.point)
        report = write_report(account, unit=unit, area=area, nature=Nature.INCIDENT, by=by)
        audit.record(Event.REPORTED, about=report, by=by)
        reports.append(report)
    note_overridden(overridden, about=reports[0], by=by)
    return reports


def _refuse(accounts: Sequence[Account]) -> None:
    if not accounts:
        raise Refused("Udfyld mindst én række.")
    if len(accounts) > MOST_AT_ONCE:
        raise Refused(f"Der kan højst indberettes {MOST_AT_ONCE} hændelser ad gangen.")
    now, places = timezone.now(), place_names()
    wrong: dict[str, list[str]] = {}
    for number, account in enumerate(accounts):
        for field, sentence in objections_to(account, now=now, places=places):
            wrong.setdefault(f"{number}-{field}", []).append(sentence)
    if wrong:
        raise Refused(wrong)
