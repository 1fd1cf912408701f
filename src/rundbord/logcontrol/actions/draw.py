"""Drawing a week's control: a sample that chance picks, and whatever stands out; each reader is asked."""

from __future__ import annotations

import secrets
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.audit import Event
from rundbord.identity.models import Duty, Unit, User
from rundbord.logcontrol.actions.asking import ask
from rundbord.logcontrol.models import Control, ControlItem
from rundbord.logcontrol.queries import reads as known
from rundbord.logcontrol.rules import standing_out
from rundbord.logcontrol.rules.drawing import MOST_OF_A_GROUND, TIME_TO_SIGN, drawn
from rundbord.logcontrol.rules.reads import Read
from rundbord.logcontrol.vocabulary import Ground, Relation

_HABIT = timedelta(weeks=4)
_SEED_BYTES = 32
# Each use, and each look-up in vain; what was read under it is in the sample.
_EMERGENCIES = frozenset({Event.EMERGENCY_OPENED, Event.EMERGENCY_SOUGHT})


def draw(first_day: date, last_day: date, *, by: Actor) -> Control | None:
    """Draw the control of some Danish days, once; None where it is drawn already or nobody has read of persons.

    The seed is made in this moment, so that nobody can reckon before which readings come; it is kept, so that anybody
    can reckon afterwards that these had to come.
    """
    by.must(Permission.CONTROL_LOG)
    if Control.objects.filter(authority_id=by.authority_id, first_day=first_day).exists():
        return None
    begun, ended = _midnight(first_day), _midnight(last_day + timedelta(days=1))
    reads, seed = known.reads_of_persons(begun, ended), secrets.token_bytes(_SEED_BYTES)
    alarms = _alarms(begun, ended)
    if not reads and not any(alarms.values()):
        return None
    found = {Ground.SAMPLE: drawn(reads, seed), **_standing_out(reads, begun, by), **alarms}
    control = _control(first_day, last_day, seed, population=len(reads), found=found, by=by)
    shown = {ground: drawn(each, seed, most=MOST_OF_A_GROUND) for ground, each in found.items()}
    items = ControlItem.objects.bulk_create(_items(control, shown, by))
    audit.record(Event.CONTROL_DRAWN, about=control, by=by, details={"items": len(items), "of": len(reads)})
    ask((item.reader_id for item in items), by=by)
    return control


def _standing_out(reads: list[Read], begun: datetime, by: Actor) -> dict[Ground, list[Read]]:
    names, staff = known.names_of_files(reads, by), known.names_of_staff(by)
    family_names = known.rare({user: parts[-1] for user, parts in staff.items() if parts}, by)
    return {
        Ground.FAMILY_NAME: standing_out.of_own_name(reads, family_names, names),
        Ground.COLLEAGUE: standing_out.of_colleagues(reads, staff, names),
        Ground.MANY: standing_out.of_many(reads),
        Ground.NIGHT: standing_out.at_night(reads, known.reads_of_persons(begun - _HABIT, begun)),
        Ground.LEFT: standing_out.after_leaving(reads, known.duties_of(reads, by)),
    }


def _alarms(begun: datetime, ended: datetime) -> dict[Ground, list[Read]]:
    """Give what is looked at whether or not anything was read: break-glass, and who was stopped."""
    stopped = known.reads_of_persons(begun, ended, events={Event.READING_STOPPED})
    return {
        Ground.EMERGENCY: known.reads_of_persons(begun, ended, events=_EMERGENCIES),
        Ground.STOPPED: standing_out.once_a_day(stopped),
    }


def _control(
    first_day: date, last_day: date, seed: bytes, *, population: int, found: Mapping[Ground, list[Read]], by: Actor
) -> Control:
    return Control.objects.create(
        authority_id=by.authority_id,
        first_day=first_day,
        last_day=last_day,
        drawn_at=timezone.now(),
        seed=seed,
        population=population,
        found={ground.value: len(reads) for ground, reads in found.items() if reads and ground != Ground.SAMPLE},
        due_on=timezone.localdate() + TIME_TO_SIGN,
    )


def _items(control: Control, shown: Mapping[Ground, list[Read]], by: Actor) -> list[ControlItem]:
    """Lay each reading down once, with all its grounds."""
    grounds: dict[UUID, list[Ground]] = defaultdict(list)
    for ground, reads in shown.items():
        for read in reads:
            grounds[read.id].append(ground)
    once = {read.id: read for reads in shown.values() for read in reads}
    labels, units = _labels(once.values(), by), _units(once.values(), by)
    relations = known.relations_of(once.values(), by)
    return [
        ControlItem(
            authority_id=by.authority_id,
            control=control,
            entry_id=read.id,
            read_at=read.at,
            event=read.event,
            reader_id=read.reader,
            reader_label=labels.get(read.reader, "Gæst fra en anden myndighed"),
            unit_label=units.get(read.unit, "") if read.unit else "",
            subject_kind=read.subject_kind,
            subject=read.subject,
            grounds=[ground.value for ground in grounds[read.id]],
            relation=relations.get(read.id, Relation.UNKNOWN).value,
        )
        for read in sorted(once.values(), key=lambda each: each.at)
    ]


def _labels(reads: Iterable[Read], by: Actor) -> dict[UUID, str]:
    """Name the readers as they are called today; a guest as the duty here says."""
    readers = {read.reader for read in reads}
    guests = Duty.objects.filter(authority_id=by.authority_id, user_id__in=readers)
    own = User.objects.filter(pk__in=readers)
    return {
        **dict(guests.values_list("user_id", "user_label")),
        **dict(own.values_list("pk", "name")),
    }


def _units(reads: Iterable[Read], by: Actor) -> dict[UUID, str]:
    wanted = {read.unit for read in reads if read.unit}
    return dict(Unit.objects.filter(authority_id=by.authority_id, pk__in=wanted).values_list("id", "name"))


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))
