"""One area in a quarter: both sides' views, the sentence that they share, and how it stood in the quarter before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from django.http import Http404

from rundbord.partnership.models import Area
from rundbord.partnership.vocabulary import Side
from rundbord.streetwork.models import ActivityView, AgreedSentence
from rundbord.streetwork.queries.said import Said, mapped_of, said_in
from rundbord.streetwork.rules.mapped import Mapped, change_in_words, change_of
from rundbord.streetwork.rules.quarters import Quarter
from rundbord.streetwork.vocabulary import ActivityLevel, Change, Footing, KnownFrom, Sign
from rundbord.vocabulary import label_of

# How a level looks; colour is never alone, the word stands beside it.
MARKS = {
    ActivityLevel.NONE: "success",
    ActivityLevel.SINGLE: "info",
    ActivityLevel.RECURRING: "warning",
    ActivityLevel.ESTABLISHED: "error",
}


@dataclass(frozen=True, kw_only=True)
class Voice:
    """One side's view as screens show it."""

    view: ActivityView

    @property
    def side(self) -> str:
        """The side in Danish."""
        return label_of(Side, self.view.side)

    @property
    def level(self) -> str:
        """The level in Danish."""
        return label_of(ActivityLevel, self.view.level)

    @property
    def mark(self) -> str:
        """How the level looks."""
        return MARKS[ActivityLevel(self.view.level)]

    @property
    def signs(self) -> str:
        """The signs in Danish."""
        return ", ".join(label_of(Sign, each) for each in self.view.signs)

    @property
    def sources(self) -> str:
        """The kinds of sources in Danish, and how surely they carry the view."""
        kinds = ", ".join(label_of(KnownFrom, each) for each in self.view.sources)
        return f"{kinds} · {label_of(Footing, self.view.footing).lower()}"


@dataclass(frozen=True, kw_only=True)
class MappedArea:
    """An area in a quarter: what each side says, what both say, and how it stood in the quarter before."""

    area: Area
    quarter: Quarter
    said: Said
    before: Mapped
    sentence: AgreedSentence | None = None

    @property
    def mapped(self) -> Mapped:
        """The levels alone."""
        return mapped_of(self.said)

    @property
    def mark(self) -> str:
        """How it looks: by its agreed level, else as unconfirmed or missing."""
        level = self.mapped.level
        if level:
            return MARKS[level]
        return "unconfirmed" if self.said else "missing"

    @property
    def police(self) -> Voice | None:
        """The view of the police."""
        return self._voice(Side.POLICE)

    @property
    def ssp(self) -> Voice | None:
        """The view of SSP."""
        return self._voice(Side.SSP)

    @property
    def change(self) -> Change:
        """How it compares with the quarter before."""
        return change_of(self.before, self.mapped)

    @property
    def change_in_words(self) -> str:
        """The same in words."""
        return change_in_words(self.before, self.mapped)

    def number_of(self, side: Side) -> int:
        """Give the number of a side's newest view; 0 where it has said nothing."""
        view = self.said.get(side)
        return view.number if view else 0

    def _voice(self, side: Side) -> Voice | None:
        view = self.said.get(side)
        return Voice(view=view) if view else None


def area_to_map(area_id: UUID) -> Area:
    """Find an area, closed ones too: their quarters stay readable. What is out of reach does not exist."""
    found = Area.objects.select_related("authority").filter(pk=area_id).first()
    if found is None:
        raise Http404
    return found


def mapped_area(area: Area, quarter: Quarter) -> MappedArea:
    """Give one area in a quarter."""
    said = said_in((quarter.previous, quarter), area_id=area.pk)
    return mapped_from(area, quarter, said, sentences_in(quarter, area_id=area.pk))


def views_in(area: Area, quarter: Quarter) -> list[Voice]:
    """List every view of an area in a quarter, newest first: what was said before stays."""
    views = ActivityView.objects.filter(area=area, quarter=quarter.first_day).select_related("authority")
    return [Voice(view=view) for view in views.order_by("-stated_at", "-number", "id")]


def mapped_from(
    area: Area,
    quarter: Quarter,
    said: Mapping[tuple[UUID, Quarter], Said],
    sentences: Mapping[UUID, AgreedSentence],
) -> MappedArea:
    """Put together what was read of many areas."""
    now = said.get((area.pk, quarter), {})
    sentence = sentences.get(area.pk)
    return MappedArea(
        area=area,
        quarter=quarter,
        said=now,
        before=mapped_of(said.get((area.pk, quarter.previous), {})),
        sentence=sentence if sentence and _stands(sentence, now) else None,
    )


def _stands(sentence: AgreedSentence, said: Said) -> bool:
    """Tell whether both views that it was written of are still the newest."""
    newest = {side: view.pk for side, view in said.items()}
    return newest == {Side.POLICE: sentence.police_view_id, Side.SSP: sentence.ssp_view_id}


def sentences_in(quarter: Quarter, *, area_id: UUID | None = None) -> dict[UUID, AgreedSentence]:
    """Give the newest sentence of each area in a quarter, whether it still stands or not."""
    written = AgreedSentence.objects.filter(quarter=quarter.first_day)
    here = written.filter(area_id=area_id) if area_id else written
    return {each.area_id: each for each in here.order_by("area_id", "-number").distinct("area_id")}


def newest_sentence_number(area: Area, quarter: Quarter) -> int:
    """Give the number of the newest sentence, standing or not; 0 where none was written."""
    newest = sentences_in(quarter, area_id=area.pk).get(area.pk)
    return newest.number if newest else 0
