"""`./rundbord read-report FILE`: shows what reading makes of one report, for people or as JSON."""

import argparse
import json
import sys
from datetime import date
from pathlib import Path

from rundbord.reading.incidents import read_report
from rundbord.reading.publication import published_in
from rundbord.reading.report import Moment, ReadIncident, Report, Unreadable


def main(argv: list[str] | None = None) -> int:
    """Read the file named in the arguments and print its incidents; return the exit status."""
    arguments = _parser().parse_args(argv)
    try:
        source = arguments.file.read_bytes()
        published = arguments.published or published_in(source) or date.today()
        report = read_report(source, published=published, district=arguments.district)
    except (Unreadable, OSError) as error:
        sys.stderr.write(f"{arguments.file}: {_reason(error)}\n")
        return 1
    sys.stdout.write(_as_json(report) if arguments.json else _as_listing(report, published))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="read-report", description="Læs en døgnrapport, og vis dens hændelser.")
    parser.add_argument("file", type=Path, metavar="FILE", help="rapporten som tekst, HTML eller e-mail")
    parser.add_argument("--published", type=date.fromisoformat, metavar="DATE", help="rapportens dato (ÅÅÅÅ-MM-DD)")
    parser.add_argument("--district", metavar="NAME", help="politikredsens navn")
    parser.add_argument("--json", action="store_true", help="skriv hændelserne som JSON")
    return parser


def _reason(error: Unreadable | OSError) -> str:
    return error.reason if isinstance(error, Unreadable) else "Filen kan ikke åbnes."


def _as_json(report: Report) -> str:
    return json.dumps({"incidents": [_row(one) for one in report.incidents]}, ensure_ascii=False, indent=1) + "\n"


def _row(incident: ReadIncident) -> dict[str, object]:
    return {
        "heading": incident.masked_heading,
        "category": incident.category.value,
        "subcategory": incident.subcategory and incident.subcategory.value,
        "town": incident.town,
        "place": incident.place,
        "start": _written(incident.times.start),
        "end": _written(incident.times.end),
        "reported": _written(incident.times.reported),
        "text": incident.masked,
        "flags": [flag.kind.value for flag in incident.flags],
    }


def _written(moment: Moment | None) -> str | None:
    return moment.written() if moment else None


def _as_listing(report: Report, published: date) -> str:
    head = f"Døgnrapport {published:%d.%m.%Y} · opsætning: {report.layout} · {len(report.incidents)} hændelser\n"
    return head + "".join(f"\n{number}. {_told(one)}" for number, one in enumerate(report.incidents, 1))


def _told(incident: ReadIncident) -> str:
    where = ", ".join(word for word in (incident.place, incident.town) if word) or "sted ukendt"
    lines = [f"{incident.category.label} · {where} · {_when(incident)}", incident.masked_heading or "", incident.masked]
    lines += [f"Bemærk: {flag.kind.label}" for flag in incident.flags]
    return "\n   ".join(line.replace("\n", "\n   ") for line in lines if line) + "\n"


def _when(incident: ReadIncident) -> str:
    times = incident.times
    told = " til ".join(_danish(moment) for moment in (times.start, times.end) if moment)
    reported = f"anmeldt {_danish(times.reported)}" if times.reported else ""
    return ", ".join(part for part in (told, reported) if part) or "tid ukendt"


def _danish(moment: Moment) -> str:
    written = moment.written()
    return f"{moment.at:%d.%m.%Y}" + (f" kl. {moment.at:%H.%M}" if "T" in written else "")


if __name__ == "__main__":
    sys.exit(main())
