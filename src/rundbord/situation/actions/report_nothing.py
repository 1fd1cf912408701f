"""Report nothing — intet at bemærke: a unit's nil return, in one tap."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.audit import Event
from rundbord.partnership.vocabulary import Audience
from rundbord.situation.actions.write_report import write_report
from rundbord.situation.models import Report
from rundbord.situation.queries.reporting import unit_of
from rundbord.situation.rules.telling import Account
from rundbord.situation.vocabulary import Nature

SAME_TAP = timedelta(minutes=10)


def report_nothing(*, by: Actor) -> Report:
    """Write the nil return; a second tap shortly after finds the first."""
    by.must(Permission.REPORT)
    unit = unit_of(by)
    recent = Report.objects.filter(unit=unit, nature=Nature.NOTHING, created_at__gt=timezone.now() - SAME_TAP)
    if tapped := recent.order_by("-created_at").first():
        return tapped
    account = Account(text=Nature.NOTHING.label, audience=Audience.PARTIES)
    report = write_report(account, unit=unit, area=None, nature=Nature.NOTHING, by=by)
    audit.record(Event.REPORTED_NOTHING, about=report, by=by)
    return report
