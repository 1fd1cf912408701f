"""The command line around reading, as `./rundbord read-report` calls it."""

import json
from pathlib import Path

import pytest

from rundbord.reading.command import main

STORY = "Hærværk på skole\n\nOnsdag kl. 03.10 blev en rude knust på Prøveskolen på Skitsevej i Odder.\n"


@pytest.fixture
def report(tmp_path: Path) -> Path:
    file = tmp_path / "rapport.txt"
    file.write_text(STORY, "utf-8")
    return file


def test_json_holds_one_row_per_incident(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status = main([str(report), "--published", "2027-01-14", "--json"])

    (row,) = json.loads(capsys.readouterr().out)["incidents"]
    assert status == 0
    assert (row["category"], row["town"], row["place"]) == ("hærværk", "Odder", "Skitsevej")
    assert (row["start"], row["end"], row["reported"]) == ("2027-01-13T03:10", None, None)


def test_without_json_the_listing_is_danish(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main([str(report), "--published", "2027-01-14"])

    assert "1. Hærværk · Skitsevej, Odder · 13.01.2027 kl. 03.10" in capsys.readouterr().out


def test_the_day_of_publication_is_taken_from_the_report_itself(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "rapport.txt"
    file.write_text(f"Døgnrapport fra Østjyllands Politi torsdag den 14. januar 2027\n\n{STORY}", "utf-8")

    main([str(file), "--json"])

    assert json.loads(capsys.readouterr().out)["incidents"][0]["start"] == "2027-01-13T03:10"


def test_a_file_that_is_no_text_gets_a_danish_reason(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "rapport.pdf"
    file.write_bytes(b"%PDF-1.7")

    status = main([str(file), "--published", "2027-01-14"])

    assert status == 1
    assert "ikke en tekstfil" in capsys.readouterr().err


def test_a_missing_file_gets_a_danish_reason(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status = main([str(tmp_path / "findes-ikke.txt")])

    assert status == 1
    assert "kan ikke åbnes" in capsys.readouterr().err
