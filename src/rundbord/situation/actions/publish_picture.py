"""Publishing: the draft gets its number and stands from then on as it was known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import datetime
from uuid import uuid4

from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.access.roles import Role
from rundbord.access.session import current_login
from rundbord.audit import Event
from rundbord.identity.vocabulary import AuthorityKind
from rundbord.notices.actions import Recipient, notify
from rundbord.notices.vocabulary import NoticeKind
from rundbord.partnership.queries.place_names import place_names
from rundbord.situation.actions.start_picture import start_picture
from rundbord.situation.models import Entry, Picture
from rundbord.situation.queries.draft_lines import draft_lines
from rundbord.situation.queries.drafts import PersonCheck, person_check
from rundbord.situation.queries.parties import parties_today
from rundbord.situation.queries.picture_periods import NextPicture, next_picture
from rundbord.situation.queries.pictures import frozen_line_of
from rundbord.situation.rules.freezing import digests_of, seal_of
from rundbord.situation.rules.lines import Line

# Who is told at once; a reporter meets the new picture on the day's page.
_TOLD = (Role.COORDINATOR, Role.TASK_FORCE, Role.LEADER, Role.CASE_WORKER, Role.OFFICER)
_TOLD_AMONG_PARTNERS = (Role.PARTNER,)

_FROZEN = (
    *("authority", "number", "covers_from", "covers_to", "published_at", "published_by", "publisher_label"),
    *("digests", "seal"),
)

ANOTHER_WAS_FIRST = (
    "Situationsbillede nr. {number} er netop udgivet af en anden. Intet er gået tabt: læs det, og ret det, hvis noget"
    " mangler."
)
NAMES_A_PERSON = "Billedet kan ikke udgives, så længe det nævner en person. Ret de viste ord først."
MIGHT_NAME_A_PERSON = "Se de viste ord igennem, og bekræft, at ingen af dem peger på en person."


def publish_picture(*, number: int, confirmed: str = "", now: datetime | None = None, by: Actor) -> Picture:
    """Freeze what is known now under the number that was promised; `confirmed` marks the warnings looked at."""
    by.must(Permission.PUBLISH_PICTURE)
    picture = _lock(start_picture(by=by), number)
    coming = next_picture(now=now or timezone.now())
    if coming.number != number:
        raise Refused(ANOTHER_WAS_FIRST.format(number=number))
    lines = draft_lines(coming.period, draft_id=picture.pk, actor=by)
    check = person_check(lines, places=place_names())
    _refuse_persons(check, confirmed)
    _freeze(picture, lines, coming, by=by)
    _tell(picture, check, by=by)
    return picture


def _lock(draft: Picture, number: int) -> Picture:
    """Hold the draft against others who publish; whoever waited finds it published."""
    locked = Picture.objects.select_for_update().filter(pk=draft.pk, published_at=None).first()
    if locked is None:
        raise Refused(ANOTHER_WAS_FIRST.format(number=number))
    return locked


def _refuse_persons(check: PersonCheck, confirmed: str) -> None:
    if check.stopping:
        raise Refused(NAMES_A_PERSON)
    if check.mark and check.mark != confirmed:
        raise Refused({"confirmed": [MIGHT_NAME_A_PERSON]})


def _freeze(picture: Picture, lines: Iterable[Line], coming: NextPicture, *, by: Actor) -> None:
    entries = _entries(picture, lines, by=by)
    Entry.objects.bulk_create(entries)
    picture.digests = digests_of(map(frozen_line_of, entries))
    picture.seal = seal_of(picture.digests)
    picture.number = coming.number
    picture.covers_from, picture.covers_to = coming.period.starts_at, coming.period.ends_at
    picture.published_at = coming.period.ends_at
    picture.published_by = by.user_id
    picture.publisher_label = f"{by.user_title}, {by.unit_name}"
    picture.authority_id = by.authority_id
    try:
        with transaction.atomic(using=current_login()):
            picture.save(update_fields=_FROZEN)
    except IntegrityError as collision:
        raise Refused(ANOTHER_WAS_FIRST.format(number=coming.number)) from collision


def _entries(picture: Picture, lines: Iterable[Line], *, by: Actor) -> list[Entry]:
    """Number the lines within their audience: a gap would tell a reader how much is hidden."""
    positions: Counter[str] = Counter()
    entries = []
    for line in lines:
        positions[line.audience] += 1
        entries.append(_entry(picture, line, positions[line.audience], by=by))
    return entries


def _entry(picture: Picture, line: Line, position: int, *, by: Actor) -> Entry:
    return Entry(
        id=uuid4(),
        partnership_id=by.table,
        authority_id=by.authority_id,
        audience=line.audience,
        picture=picture,
        kind=line.kind.value,
        position=position,
        incident_id=line.incident_id,
        content=dict(line.content),
    )


def _tell(picture: Picture, check: PersonCheck, *, by: Actor) -> None:
    audit.record(Event.PICTURE_PUBLISHED, about=picture, by=by, details={"number": picture.number})
    if check.kinds:
        audit.record(Event.GUARD_OVERRIDDEN, about=picture, by=by, details={"kinds": ",".join(check.kinds)})
    path = reverse("situation:show_picture", args=[picture.number])
    notify(NoticeKind.PICTURE_PUBLISHED, path, list(_recipients()), by=by)


def _recipients() -> Iterator[Recipient]:
    for party in parties_today():
        told = _TOLD_AMONG_PARTNERS if AuthorityKind(party.kind).is_place else _TOLD
        yield from (Recipient(authority_id=party.authority_id, role=role) for role in told)
