"""Hand over report — overdrag indberetning: the person's words leave it, and its own authority sees it.

Who it is about stands in the concern, which another app holds; the report bears no link to it.
"""

from __future__ import annotations

from collections.abc import Collection

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.situation.actions.correct_report import objections_to_words, put_words
from rundbord.situation.models import HandedOver, Report


def hand_over_report(report: Report, *, text: str, overridden: Collection[str] = (), by: Actor) -> HandedOver:
    """Put words without the person in place of the report's, whether it is triaged or not, and note it."""
    by.must(Permission.WORK_CONCERNS)
    own = Report.objects.select_for_update().filter(pk=report.pk, authority_id=by.authority_id).first()
    if own is None:
        raise Refused("Kun egen myndigheds indberetninger kan overdrages.")
    if own.text.strip() != text.strip():
        if wrong := objections_to_words(text):
            raise Refused({"report_text": wrong})
        put_words(own, text, overridden=overridden, by=by)
    row, _ = HandedOver.objects.get_or_create(authority_id=by.authority_id, report=own, defaults={"at": timezone.now()})
    audit.record(Event.REPORT_HANDED_OVER, about=own, by=by)
    return row
