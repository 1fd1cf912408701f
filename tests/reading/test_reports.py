"""Each invented report in `reports/` is read as its JSON file says, layout by layout."""

import json
from datetime import date
from pathlib import Path

import pytest

from rundbord.reading import ReadIncident, Report, read_report

REPORTS = Path(__file__).parent / "reports"
NAMES = sorted(path.stem for path in REPORTS.glob("*.json"))


def expected(name: str) -> dict[str, object]:
    loaded: dict[str, object] = json.loads((REPORTS / f"{name}.json").read_text("utf-8"))
    return loaded


def read(name: str) -> Report:
    asked = expected(name)
    source = next(path for path in REPORTS.glob(f"{name}.*") if path.suffix != ".json")
    district = asked.get("district")
    return read_report(
        source.read_bytes(),
        published=date.fromisoformat(str(asked["published"])),
        district=str(district) if district else None,
    )


def row(incident: ReadIncident) -> dict[str, object]:
    times = incident.times
    told = {"start": times.start, "end": times.end, "reported": times.reported}
    return {
        "heading": incident.heading,
        "category": incident.category.value,
        "subcategory": incident.subcategory.value if incident.subcategory else None,
        "town": incident.town,
        "place": incident.place,
        "flags": [flag.kind.value for flag in incident.flags],
        **{name: moment.written() if moment else None for name, moment in told.items()},
    }


@pytest.mark.parametrize("name", NAMES)
def test_a_report_is_read_by_its_own_layout(name: str) -> None:
    report = read(name)

    assert report.layout == expected(name)["layout"]


@pytest.mark.parametrize("name", NAMES)
def test_every_event_of_a_report_is_found_as_it_is_told(name: str) -> None:
    incidents = expected(name)["incidents"]
    assert isinstance(incidents, list)

    found = [row(incident) for incident in read(name).incidents]

    assert [{key: got[key] for key in want} for got, want in zip(found, incidents, strict=True)] == incidents


@pytest.mark.parametrize("name", NAMES)
def test_every_field_points_to_the_words_it_came_from(name: str) -> None:
    report = read(name)

    for incident in report.incidents:
        for field, value in (("place", incident.place), ("heading", incident.heading)):
            words = [span.of(report.text) for span in incident.evidence.get(field, ())]
            assert all(word in (value or "") or (value or "") in word for word in words)
        assert all((field in incident.evidence) == bool(getattr(incident.times, field)) for field in ("start", "end"))
        assert incident.span.of(report.text).startswith(incident.original[:20])


@pytest.mark.parametrize("name", NAMES)
def test_no_age_of_a_person_is_left_in_the_masked_text(name: str) -> None:
    report = read(name)

    shown = " ".join(f"{incident.masked} {incident.masked_heading or ''}" for incident in report.incidents)

    assert "årig" not in shown
