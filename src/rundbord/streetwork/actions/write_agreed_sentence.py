"""Writing what both sides say of an area together, once they judge it alike."""

from __future__ import annotations

from collections.abc import Collection

from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.collisions import refusing_collisions
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.partnership.models import Area
from rundbord.partnership.vocabulary import Side
from rundbord.streetwork.actions.speaking import label_of_writer, log, side_speaking_of, written_by
from rundbord.streetwork.models import AgreedSentence
from rundbord.streetwork.queries import mapped_area, newest_sentence_number
from rundbord.streetwork.rules.quarters import Quarter, objections_to_quarter
from rundbord.streetwork.rules.views import objections_to_sentence

_NOT_AGREED = "I er ikke enige om området i dette kvartal. En fælles sætning kan skrives, når I er."
_MEANWHILE = "En anden har imens skrevet en fælles sætning. Læs den på siden, før du gemmer din."


def write_agreed_sentence(
    area: Area, quarter: Quarter, text: str, *, after: int, overridden: Collection[str] = (), by: Actor
) -> AgreedSentence:
    """Add the sentence; it stands until one side changes its view. `after` is the number of the one that was seen."""
    by.must(Permission.MAP_ACTIVITY)
    side_speaking_of(area, by=by)
    standing = mapped_area(area, quarter)
    if closed := objections_to_quarter(quarter, today=timezone.localdate()):
        raise Refused(closed)
    if not standing.mapped.is_agreed:
        raise Refused(_NOT_AGREED)
    if objections := objections_to_sentence(text):
        raise Refused({"text": objections})
    if newest_sentence_number(area, quarter) != after:
        raise Refused(_MEANWHILE)
    with refusing_collisions({"agreed_sentence_once_a_number": {"": _MEANWHILE}}):
        sentence = AgreedSentence.objects.create(
            **written_by(by),
            area=area,
            quarter=quarter.first_day,
            number=after + 1,
            police_view=standing.said[Side.POLICE],
            ssp_view=standing.said[Side.SSP],
            text=text.strip(),
            written_at=timezone.now(),
            written_label=label_of_writer(by),
        )
    log(Event.AGREED_SENTENCE_WRITTEN, about=sentence, overridden=overridden, by=by)
    return sentence
