"""An uploaded GeoJSON file of areas, judged area by area."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Any

from shapely.geometry.base import BaseGeometry

from rundbord.partnership.rules.outlines import Outline, drawn, drawn_share, objection_to_outline
from rundbord.web.unseen import without_unseen

MOST_AREAS = 300
MOST_CHARACTERS_IN_NAME = 120
# Neighbours that share a drawn border overlap a little; more than this is worth a word.
_NOTABLE_SHARE = 0.02
_MOST_REMARKS = 5
_USUAL_NAMES = ("navn", "name", "områdenavn", "omraade", "område", "bydel", "titel", "betegnelse", "label")


class UnreadableAreas(Exception):
    """The file as a whole cannot be read; the message is Danish."""


@dataclass(frozen=True, kw_only=True)
class AreaFile:
    """A readable file: its features, and the properties that may hold the names."""

    features: tuple[Mapping[str, Any], ...]
    properties: tuple[str, ...]

    @property
    def likely_name_property(self) -> str:
        """Guess which property holds the names."""
        by_plain = {name.casefold(): name for name in self.properties}
        return next((by_plain[usual] for usual in _USUAL_NAMES if usual in by_plain), next(iter(self.properties), ""))


@dataclass(frozen=True, kw_only=True)
class ProposedArea:
    """One area as it would be imported; with an error it cannot be, with a remark it can."""

    position: int
    name: str
    outline: Outline | None
    errors: tuple[str, ...] = ()
    remarks: tuple[str, ...] = field(default=())


def area_file(text: str) -> AreaFile:
    """Read a FeatureCollection, or raise UnreadableAreas."""
    try:
        collection = json.loads(text)
    except (ValueError, RecursionError):
        raise UnreadableAreas(
            "Filen er ikke GeoJSON. Eksportér områderne som GeoJSON (WGS 84), og prøv igen."
        ) from None
    if not isinstance(collection, dict) or collection.get("type") != "FeatureCollection":
        raise UnreadableAreas("Filen skal være en samling af områder (FeatureCollection).")
    features = collection.get("features")
    if not isinstance(features, list) or not features:
        raise UnreadableAreas("Filen indeholder ingen områder.")
    if len(features) > MOST_AREAS:
        raise UnreadableAreas(f"Filen indeholder {len(features)} områder. Den må højst indeholde {MOST_AREAS}.")
    if not all(isinstance(feature, dict) for feature in features):
        raise UnreadableAreas("Et af områderne i filen kan ikke læses.")
    return AreaFile(features=tuple(features), properties=_text_properties(features))


def proposed_areas(file: AreaFile, *, name_property: str, existing: Mapping[str, Outline | None]) -> list[ProposedArea]:
    """Judge every area, also against the others in the file and those that stand."""
    proposed: list[ProposedArea] = []
    for position, feature in enumerate(file.features, start=1):
        name = _name(feature.get("properties"), name_property)
        outline = feature.get("geometry")
        names = {area.name.casefold() for area in proposed}
        errors = _errors(name, outline, in_file=names, existing={known.casefold() for known in existing})
        proposed.append(ProposedArea(position=position, name=name, outline=outline, errors=tuple(errors)))
    sound = {area.name: area.outline for area in proposed if area.outline and not area.errors}
    outlines = {name: drawn(outline) for name, outline in {**existing, **sound}.items() if outline}
    return [_with_remarks(area, outlines) for area in proposed]


def _errors(name: str, outline: Any, *, in_file: Collection[str], existing: Collection[str]) -> list[str]:
    checks = {
        "Området har intet navn. Vælg en anden egenskab til navnet.": not name,
        f"Navnet må højst være på {MOST_CHARACTERS_IN_NAME} tegn.": len(name) > MOST_CHARACTERS_IN_NAME,
        "Navnet står to gange i filen.": bool(name) and name.casefold() in in_file,
        "Partnerskabet har allerede et område med det navn.": name.casefold() in existing,
    }
    objection = objection_to_outline(outline)
    return [*(sentence for sentence, applies in checks.items() if applies), *([objection] if objection else [])]


def _name(properties: object, name_property: str) -> str:
    told = properties.get(name_property) if isinstance(properties, dict) else None
    return " ".join(without_unseen(str(told or "")).split())


def _with_remarks(area: ProposedArea, outlines: Mapping[str, BaseGeometry]) -> ProposedArea:
    if area.errors or area.outline is None:
        return area
    own = drawn(area.outline)
    shares = ((name, drawn_share(own, outline)) for name, outline in outlines.items() if name != area.name)
    notable = islice(((name, share) for name, share in shares if share > _NOTABLE_SHARE), _MOST_REMARKS)
    remarks = [f"Overlapper »{name}« med {share:.0%}." for name, share in notable]
    return replace(area, remarks=tuple(remark.replace("%", " %") for remark in remarks))


def _text_properties(features: list[dict[str, Any]]) -> tuple[str, ...]:
    names: dict[str, None] = {}
    for feature in features:
        properties = feature.get("properties")
        if isinstance(properties, dict):
            names |= {name: None for name, value in properties.items() if isinstance(value, str | int)}
    return tuple(names)
