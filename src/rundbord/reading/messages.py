"""Short messages — korte meldinger: one case in single sentences as it goes on, each with its moment."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from rundbord.reading.categories import Judgement, judged
from rundbord.reading.persons import mask
from rundbord.reading.places import Scene, scene_in
from rundbord.reading.report import Moment, ReadIncident, Report, Span, Times
from rundbord.reading.vocabulary import Category, Precision

LAYOUT = "korte meldinger"
_LINE = re.compile(r"^(\d\d\.\d\d\.\d{4} kl\. \d\d\.\d\d): (.+)$", re.M)
_WRITTEN_AS = "%d.%m.%Y kl. %H.%M"


@dataclass(frozen=True, order=True)
class Message:
    """What was sent, and when (local Danish time)."""

    at: datetime
    words: str


def read_messages(messages: Iterable[Message]) -> Report:
    """Read the messages of one case as one incident; their text is what `messages_in` reads back."""
    told = sorted(messages)
    text = "\n".join(f"{each.at.strftime(_WRITTEN_AS)}: {each.words}" for each in told)
    return Report(text, LAYOUT, (_incident(text, told),))


def messages_in(text: str) -> list[Message]:
    """Give back the messages that a text was made of."""
    return [Message(datetime.strptime(match[1], _WRITTEN_AS), match[2]) for match in _LINE.finditer(text)]


def _incident(text: str, told: Sequence[Message]) -> ReadIncident:
    spans = tuple(Span(*match.span(2)) for match in _LINE.finditer(text))
    judgement, scene = judged(text, None, spans), scene_in(text, spans)
    strictest = judgement.category is Category.SEXUAL_OFFENCE
    places = frozenset(name for name in (scene.place, scene.town) if name)
    masked = [mask(each.words, strictest=strictest, places=places) for each in told]
    return ReadIncident(
        heading=told[0].words,
        category=judgement.category,
        subcategory=judgement.subcategory,
        town=scene.town,
        place=scene.place,
        # What is sent while it happens names no time of its own; the police's clock is all that is known.
        times=Times(reported=Moment(told[0].at, Precision.MINUTE)),
        original=text,
        masked="\n".join(_as_it_went_on(told, masked)),
        masked_heading=_first_sentence(masked[0]),
        evidence=_evidence(judgement, scene, spans),
        flags=(),
        span=Span(0, len(text)),
    )


def _as_it_went_on(told: Sequence[Message], masked: Sequence[str]) -> Iterator[str]:
    """Give the first message as it is, and each later one as an update with its time."""
    yield masked[0]
    for message, words in zip(told[1:], masked[1:], strict=True):
        day = "" if message.at.date() == told[0].at.date() else f"{message.at.day}/{message.at.month} "
        yield f"Opdatering {day}kl. {message.at:%H.%M}: {words}"


def _first_sentence(words: str) -> str:
    return re.split(r"(?<=[a-zæøå)])\. ", words, maxsplit=1)[0].rstrip(" .")


def _evidence(judgement: Judgement, scene: Scene, spans: tuple[Span, ...]) -> dict[str, tuple[Span, ...]]:
    found = {
        "category": judgement.spans,
        "place": scene.place_spans,
        "town": scene.town_spans,
        "heading": spans[:1],
    }
    return {name: where for name, where in found.items() if where}
