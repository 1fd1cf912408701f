"""Tables as the statistics bank writes them: every municipality has a code, three of them a name that we know."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from itertools import product

OURS = {"151": "Ballerup", "159": "Gladsaxe", "163": "Herlev"}
# 98 in all; the rest are called by their numbers.
MUNICIPALITIES = {**OURS, **{str(code): f"Kommune {code}" for code in range(300, 395)}}
BESIDE = {"411": "Christiansø", "998": "Uoplyst kommune"}
COUNTRY = {"000": "Hele landet"}
EVERYWHERE = {**COUNTRY, **MUNICIPALITIES, **BESIDE}
OFFENCES = {"TOT": "I alt", "1": "Straffelov i alt", "3": "Særlove i alt", "12": "Voldsforbrydelser i alt"}
QUARTERS = ("2025K1", "2025K2", "2025K3", "2025K4")

Value = Callable[[str, str, str], int | None]


def straf11(
    value: Value,
    *,
    areas: Mapping[str, str] = EVERYWHERE,
    offences: Mapping[str, str] = OFFENCES,
    periods: Sequence[str] = QUARTERS,
    version: int = 1,
) -> bytes:
    """Write reported offences; `value` is asked with area, offence and period."""
    axes = {"OMRÅDE": dict(areas), "OVERTRÆD": dict(offences), "Tid": {period: period for period in periods}}
    values = [value(*codes) for codes in product(*axes.values())]
    return written(axes, values, version=version)


def folk1a(
    value: Callable[[str, str], int | None],
    *,
    areas: Mapping[str, str] = EVERYWHERE,
    periods: Sequence[str] = QUARTERS,
) -> bytes:
    """Write inhabitants; Christiansø is among them, unknown places are not."""
    listed = {code: name for code, name in areas.items() if code != "998"}
    axes = {"OMRÅDE": listed, "Tid": {period: period for period in periods}}
    return written(axes, [value(*codes) for codes in product(*axes.values())])


def written(axes: Mapping[str, Mapping[str, str]], values: object, *, version: int = 1) -> bytes:
    """Write a table in the first or second version of the format."""
    dimension: dict[str, object] = {
        name: {
            "label": name,
            "category": {"index": {code: place for place, code in enumerate(labels)}, "label": dict(labels)},
        }
        for name, labels in {**axes, "ContentsCode": {"Anmeldte": "Anmeldte forbrydelser"}}.items()
    }
    names = list(dimension)
    size = [len(labels) for labels in axes.values()] + [1]
    table: dict[str, object] = {"label": "En tabel", "updated": "2026-11-10T08:00:00Z", "value": values}
    if version == 1:
        return json.dumps({"dataset": {**table, "dimension": {**dimension, "id": names, "size": size}}}).encode()
    return json.dumps(
        {**table, "class": "dataset", "version": "2.0", "id": names, "size": size, "dimension": dimension}
    ).encode()


def adds_up(area: str, offence: str, period: str) -> int:
    """Give numbers that add up: 100 municipalities and places with a plain count each, the country with their sum."""
    one = {"TOT": 30, "1": 20, "3": 10, "12": 4}[offence] + int(period[5])
    base = {"TOT": 30 + 2 * int(period[5]), "1": 20 + int(period[5]), "3": 10 + int(period[5]), "12": one}[offence]
    return base * 100 if area == "000" else base


def inhabitants(area: str, _period: str) -> int:
    """Give each place ten thousand."""
    return 990_000 if area == "000" else 10_000
