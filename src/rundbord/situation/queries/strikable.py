"""The texts of a picture in which words can be pointed at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rundbord.situation.models import Correction, Entry, Picture
from rundbord.situation.rules.striking import WORDED, words_of
from rundbord.situation.vocabulary import EntryKind
from rundbord.vocabulary import label_of


@dataclass(frozen=True, kw_only=True)
class StrikableText:
    """One text, where it stands, and its words with the key by which each is picked."""

    key: str
    heading: str
    text: str

    @property
    def words(self) -> list[tuple[str, str]]:
        """List the words with their keys, in order."""
        return [(f"{self.key}:{position}", word) for position, word in enumerate(words_of(self.text))]


def strikable_texts(picture: Picture) -> list[StrikableText]:
    """List them in the order of the picture, corrections last."""
    entries = sorted(Entry.objects.filter(picture=picture), key=_in_order_of_the_page)
    texts = [text for entry in entries for text in _of_entry(entry)]
    corrections = Correction.objects.filter(picture=picture).order_by("number")
    return [*texts, *(_of_correction(each) for each in corrections)]


def _in_order_of_the_page(entry: Entry) -> tuple[int, str, int, int]:
    """Coordinators' words first, then each event with its sources' words beneath it."""
    is_event = entry.incident_id is not None
    kind = list(EntryKind).index(EntryKind(entry.kind))
    return (2 if is_event else kind, str(entry.incident_id or ""), kind, entry.position)


def _of_entry(entry: Entry) -> Iterator[StrikableText]:
    for part in WORDED:
        if text := entry.content.get(part):
            yield StrikableText(key=f"{entry.pk}.{part}", heading=label_of(EntryKind, entry.kind), text=str(text))


def _of_correction(correction: Correction) -> StrikableText:
    return StrikableText(key=f"{correction.pk}.text", heading=f"Rettelse {correction.number}", text=correction.text)
