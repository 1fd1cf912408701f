"""Official figures for the screen: one offence over time, and all of its level beside each other; nothing is summed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from rundbord.access.actor import Actor
from rundbord.feeds.models import BackgroundFigure, BackgroundImport
from rundbord.feeds.rules.bars import Bar, bars
from rundbord.feeds.rules.check_sums import COUNTRY
from rundbord.feeds.rules.municipalities import is_same_municipality
from rundbord.feeds.rules.offences import LEVELS, TOTAL, level_of, of_level
from rundbord.feeds.rules.rates import Rated, by_quarter, by_year, period_in_words
from rundbord.feeds.vocabulary import CheckSum, Origin, StatTable
from rundbord.identity.vocabulary import AuthorityKind
from rundbord.partnership.queries import parties
from rundbord.vocabulary import label_of

MOST_PERIODS = 12
_Series = Mapping[str, int]


@dataclass(frozen=True, kw_only=True)
class Drawn:
    """One bar with what it says."""

    bar: Bar
    words: str


@dataclass(frozen=True, kw_only=True)
class Place:
    """A municipality, or the country, with one offence over time."""

    name: str
    rated: list[Rated]
    drawn: list[Drawn]

    @property
    def summary(self) -> str:
        """Say in a sentence what the drawing shows."""
        known = [each for each in self.rated if each.rate is not None]
        if not known:
            return f"{self.name}: ingen tal pr. 1.000 indbyggere, for folketallet mangler."
        first, last = known[0], known[-1]
        return (
            f"{self.name}: {_decimal(first.rate)} pr. 1.000 indbyggere i {period_in_words(first.period)}"
            f" og {_decimal(last.rate)} i {period_in_words(last.period)}.{self._gaps}"
        )

    @property
    def _gaps(self) -> str:
        """Name the periods that are drawn without a bar, so that nobody takes them for none at all."""
        missing = [period_in_words(each.period) for each in self.rated if each.rate is None]
        return f" Folketallet mangler for {', '.join(missing)}." if missing else ""


@dataclass(frozen=True, kw_only=True)
class Row:
    """One line of a table: its name and a figure for each place, in the order of the places."""

    name: str
    rated: list[Rated | None]


@dataclass(frozen=True, kw_only=True)
class Background:
    """What the screen shows."""

    offence: str
    offence_name: str
    level: str
    choices: list[tuple[str, list[tuple[str, str]]]]
    places: list[Place]
    over_time: list[Row]
    same_level: list[Row]
    newest_period: str


def background(actor: Actor, *, offence: str = "", is_yearly: bool = False) -> Background:
    """Gather one offence over time for the partnership's municipalities and the country."""
    names = _offence_names(actor)
    chosen = offence if offence in names else (TOTAL if TOTAL in names else next(iter(names), ""))
    level = of_level(names, level_of(chosen))
    figures = _figures(actor, level)
    inhabitants = {area: series for area, (_, series) in figures.pop("", {}).items()}
    rated = {code: _rated(figures.get(code, {}), inhabitants, is_yearly=is_yearly) for code in level}
    of_chosen = rated.get(chosen, {})
    highest = max((each.rate or 0 for series in of_chosen.values() for each in series), default=0)
    newest = max((each.period for series in of_chosen.values() for each in series), default="")
    return Background(
        offence=chosen,
        offence_name=names.get(chosen, ""),
        level=LEVELS[level_of(chosen)],
        choices=_choices(names),
        places=[_place(name, series, highest) for name, series in of_chosen.items()],
        over_time=_over_time(of_chosen),
        same_level=[Row(name=names[code], rated=_at(rated[code], of_chosen, newest)) for code in level],
        newest_period=newest,
    )


@dataclass(frozen=True, kw_only=True)
class ImportLine:
    """One import as the screen tells it: which table, how it came, and whether it adds up."""

    row: BackgroundImport

    @property
    def table(self) -> str:
        """Which table."""
        return label_of(StatTable, self.row.table)

    @property
    def origin(self) -> str:
        """How it came."""
        return label_of(Origin, self.row.origin)

    @property
    def check_sum(self) -> str:
        """Whether it adds up."""
        return label_of(CheckSum, self.row.check_sum)

    @property
    def is_wrong(self) -> bool:
        """Tell whether a sum differs."""
        return self.row.check_sum == CheckSum.WRONG


def newest_imports(actor: Actor) -> list[ImportLine]:
    """Give the newest import of each table."""
    rows = BackgroundImport.objects.filter(partnership_id=actor.table_id).select_related("authority")
    newest = rows.order_by("table", "-imported_at").distinct("table")
    return [ImportLine(row=row) for row in newest]


def whence(actor: Actor) -> set[Origin]:
    """Tell from where the figures came that are here now; a later table may leave some of an earlier one standing."""
    figures = BackgroundFigure.objects.filter(partnership_id=actor.table_id)
    return {Origin(each) for each in figures.order_by().values_list("imported__origin", flat=True).distinct()}


def municipality_names() -> list[str]:
    """Name the municipalities at the table."""
    return [party.authority.name for party in parties() if party.authority.kind == AuthorityKind.MUNICIPALITY]


def _offence_names(actor: Actor) -> dict[str, str]:
    figures = BackgroundFigure.objects.filter(partnership_id=actor.table_id, table=StatTable.OFFENCES)
    return dict(figures.order_by("offence").values_list("offence", "offence_name").distinct())


def _choices(names: Mapping[str, str]) -> list[tuple[str, list[tuple[str, str]]]]:
    ordered = sorted(names, key=lambda code: (level_of(code), code))
    grouped = groupby(ordered, key=level_of)
    return [(LEVELS[level], [(code, names[code]) for code in codes]) for level, codes in grouped]


def _figures(actor: Actor, level: Iterable[str]) -> dict[str, dict[str, tuple[str, dict[str, int]]]]:
    """Give series by offence and area, those of one level alone; inhabitants stand under the empty code."""
    wanted = BackgroundFigure.objects.filter(partnership_id=actor.table_id, offence__in=["", *level])
    found: defaultdict[str, dict[str, tuple[str, dict[str, int]]]] = defaultdict(dict)
    for row in wanted.order_by("area", "period"):
        found[row.offence].setdefault(row.area, (row.area_name, {}))[1][row.period] = row.value
    return found


def _rated(
    figures: Mapping[str, tuple[str, _Series]], inhabitants: Mapping[str, _Series], *, is_yearly: bool
) -> dict[str, list[Rated]]:
    """Rate each place; those that are no longer at the table are left out."""
    rate, names = by_year if is_yearly else by_quarter, municipality_names()
    at_the_table = [
        area
        for area, (label, _) in figures.items()
        if area == COUNTRY or any(is_same_municipality(name, label) for name in names)
    ]
    # The country last: it is what the others are seen against.
    ordered = sorted(at_the_table, key=lambda area: (area == COUNTRY, figures[area][0]))
    return {figures[area][0]: rate(figures[area][1], inhabitants.get(area, {}))[-MOST_PERIODS:] for area in ordered}


def _place(name: str, series: list[Rated], highest: float) -> Place:
    shapes = bars([each.rate for each in series], highest=highest)
    drawn = [
        Drawn(bar=bar, words=f"{period_in_words(each.period)}: {_decimal(each.rate)}")
        for bar, each in zip(shapes, series, strict=True)
    ]
    return Place(name=name, rated=series, drawn=drawn)


def _over_time(series: Mapping[str, list[Rated]]) -> list[Row]:
    periods = sorted({each.period for rated in series.values() for each in rated}, reverse=True)
    return [Row(name=period_in_words(period), rated=_at(series, series, period)) for period in periods]


def _at(series: Mapping[str, list[Rated]], places: Iterable[str], period: str) -> list[Rated | None]:
    return [next((each for each in series.get(name, []) if each.period == period), None) for name in places]


def _decimal(rate: float | None) -> str:
    return "ukendt" if rate is None else f"{rate:.1f}".replace(".", ",")
