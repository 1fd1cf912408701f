"""One zone as lists, its page and the picture show it: how it stands by its decisions and their corrections."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from uuid import UUID

from rundbord.partnership.models import Area
from rundbord.vocabulary import label_of
from rundbord.zones.models import Zone, ZoneArea, ZoneDecision, ZonePlace
from rundbord.zones.rules.chains import Standing, standing_of
from rundbord.zones.rules.corrections import standing_links
from rundbord.zones.rules.law import BASES, Basis
from rundbord.zones.vocabulary import Step, ZoneKind, ZoneState

_MARKS = {
    ZoneState.AHEAD: "info",
    ZoneState.IN_FORCE: "success",
    ZoneState.EXPIRED: "closed",
    ZoneState.ENDED: "closed",
}


@dataclass(frozen=True, kw_only=True)
class ZoneRow:
    """A zone as lists, its page and the picture show it, judged at one moment."""

    zone: Zone
    registered: Sequence[ZoneDecision]
    places: Sequence[ZonePlace]
    touches: Sequence[ZoneArea]
    now: datetime

    @cached_property
    def chain(self) -> list[ZoneDecision]:
        """The decisions that stand, oldest first: of each the version that was registered last."""
        return standing_links(self.registered)

    @property
    def place(self) -> Zone | ZonePlace:
        """What the zone is and where, as it stands: the newest correction, or the zone as it was registered."""
        return self.places[-1] if self.places else self.zone

    @property
    def place_version(self) -> int:
        """Which version of the place stands."""
        return self.places[-1].version if self.places else 1

    @property
    def name(self) -> str:
        """The name as it stands."""
        return self.place.name

    @property
    def areas(self) -> list[Area]:
        """The areas that it touches."""
        return self.areas_at(self.place_version)

    def known_at(self, moment: datetime) -> ZoneRow:
        """The zone by what had been registered until a moment; it must have been registered itself by then."""
        return replace(
            self,
            registered=[link for link in self.registered if link.registered_at <= moment],
            places=[place for place in self.places if place.registered_at <= moment],
        )

    def areas_at(self, version: int) -> list[Area]:
        """The areas that it touched by one version of its place."""
        return [touch.area for touch in self.touches if touch.version == version]

    @property
    def area_names(self) -> tuple[str, ...]:
        """Names of the areas that it touches."""
        return tuple(area.name for area in self.areas)

    @property
    def area_ids(self) -> tuple[UUID, ...]:
        """Keys of the areas that it touches."""
        return tuple(area.pk for area in self.areas)

    @property
    def standing(self) -> Standing:
        """How the zone stands by its chain."""
        return standing_of([(Step(link.step), link.starts_at, link.ends_at) for link in self.chain])

    @property
    def newest(self) -> ZoneDecision:
        """The decision that counts."""
        return self.chain[-1]

    @property
    def kind_of_zone(self) -> ZoneKind:
        """The kind as it stands."""
        return ZoneKind(self.place.kind)

    @property
    def basis(self) -> Basis:
        """The section of the police act that it stands on."""
        return BASES[self.kind_of_zone]

    @property
    def kind(self) -> str:
        """The kind in Danish."""
        return label_of(ZoneKind, self.place.kind)

    @property
    def state(self) -> ZoneState:
        """How it stands now."""
        return self.standing.state(self.now)

    @property
    def state_mark(self) -> str:
        """How the state looks; the word stands beside it."""
        return _MARKS[self.state]

    @property
    def mark(self) -> str:
        """How the countdown looks."""
        return "warning" if self.ends_soon else self.state_mark

    @property
    def is_live(self) -> bool:
        """Tell whether it is in force or about to be."""
        return self.standing.is_live(self.now)

    @property
    def ends_soon(self) -> bool:
        """Tell whether it is time to ask whether it is still needed."""
        return self.standing.ends_soon(self.now)

    @property
    def countdown(self) -> str:
        """How long is left, in Danish."""
        return self.standing.countdown(self.now)

    @property
    def deadline(self) -> datetime:
        """The moment that the countdown is about."""
        return self.standing.starts_at if self.state is ZoneState.AHEAD else self.standing.ends_at

    @property
    def prolongations(self) -> int:
        """How many times it was prolonged."""
        return sum(link.step == Step.PROLONGED for link in self.chain)

    @property
    def is_published(self) -> bool:
        """Tell whether everybody can read a decision on it."""
        return any(link.link for link in self.chain)
