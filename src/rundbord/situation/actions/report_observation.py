"""Report observation — indberet: one unit tells what was seen, where, when, and who may read it."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.access.roles import Role
from rundbord.audit import Event
from rundbord.files import PlainPhoto
from rundbord.notices.actions import Recipient, notify
from rundbord.notices.vocabulary import NoticeKind
from rundbord.partnership.models import Area
from rundbord.partnership.queries import area_of, place_names
from rundbord.situation.actions.write_report import note_overridden, objections_to, write_report
from rundbord.situation.models import Photo, Report
from rundbord.situation.queries.reporting import possible_readers, unit_of
from rundbord.situation.rules.readers import readers
from rundbord.situation.rules.telling import Account
from rundbord.situation.vocabulary import Nature

INBOX = "/indbakke/"


def report_observation(
    account: Account,
    *,
    area: Area | None = None,
    photos: Sequence[PlainPhoto] = (),
    overridden: Collection[str] = (),
    by: Actor,
) -> Report:
    """Write the report with its photos; an urgent one wakes the coordinators of all parties that may read it."""
    by.must(Permission.REPORT)
    wrong = objections_to(account, now=timezone.now(), places=place_names())
    if wrong:
        raise Refused(by_field(wrong))
    place = area or area_of(street=account.place_text, point=account.point)
    report = write_report(account, unit=unit_of(by), area=place, nature=Nature.OBSERVATION, by=by)
    for photo in photos:
        _store(photo, report, by=by)
    audit.record(Event.REPORTED, about=report, by=by)
    note_overridden(overridden, about=report, by=by)
    if account.is_urgent:
        _wake_coordinators(account, by=by)
    return report


def by_field(wrong: Sequence[tuple[str, str]]) -> dict[str, list[str]]:
    """Gather sentences under the field to blame."""
    return {field: [sentence for name, sentence in wrong if name == field] for field in dict(wrong)}


def _store(photo: PlainPhoto, report: Report, *, by: Actor) -> None:
    stored = Photo.objects.create(
        partnership_id=report.partnership_id,
        authority_id=by.authority_id,
        unit_id=report.unit_id,
        audience=report.audience,
        report=report,
        content=photo.content,
        media_type=photo.media_type,
        width=photo.width,
        height=photo.height,
        created_at=report.created_at,
    )
    audit.record(Event.FILE_STORED, about=stored, by=by)


def _wake_coordinators(account: Account, *, by: Actor) -> None:
    included = readers(account.audience, possible_readers(), own=by.authority_id)
    recipients = [
        Recipient(authority_id=party.authority_id, role=Role.COORDINATOR.value)
        for party in included
        if not party.kind.is_place
    ]
    notify(NoticeKind.URGENT_REPORT, INBOX, recipients, by=by)
