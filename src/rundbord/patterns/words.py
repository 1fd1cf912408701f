"""A judgement in plain Danish: what was counted, what is normal, how sure."""

from __future__ import annotations

from rundbord.patterns.counts import Judgement, Normal, Window

_MONTHS = (
    *("januar", "februar", "marts", "april", "maj", "juni"),
    *("juli", "august", "september", "oktober", "november", "december"),
)
# Rarer than this is beyond what a fitted distribution can tell.
_RAREST = 10_000
# One time in four is nothing to reckon with.
_COMMON = 0.25


def in_words(judgement: Judgement, *, area: str, category: str) -> tuple[str, str, str]:
    """Give three sentences; area and category are named as the reader knows them."""
    return (
        f"{area}: {judgement.counted} × {category.lower()} {_when(judgement.window)}.",
        _normal(judgement.normal),
        _sure(judgement),
    )


def _when(window: Window) -> str:
    last = f"{window.last.day}. {_MONTHS[window.last.month - 1]}"
    if window.first == window.last:
        return f"den {last}"
    same_month = window.first.month == window.last.month
    first = f"{window.first.day}." if same_month else f"{window.first.day}. {_MONTHS[window.first.month - 1]}"
    return f"i de {len(window.days)} dage fra {first} til {last}"


def _normal(normal: Normal) -> str:
    usual = f"{normal.expected:.1f}".replace(".", ",") if normal.expected >= 0.1 else "under 0,1"
    span = f"mellem {normal.low} og {normal.high}" if normal.low else f"højst {normal.high}"
    years = (normal.learned_from.last - normal.learned_from.first).days / 365.25
    past = f"{years:.1f} år".replace(".", ",")
    return (
        f"Normalt for stedet er {usual}, og næsten altid {span}, målt på {past} og set i forhold til {_listed(normal)}."
    )


def _listed(normal: Normal) -> str:
    names = [influence.label for influence in type(next(iter(normal.influences))) if influence in normal.influences]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} og {names[-1]}"


def _sure(judgement: Judgement) -> str:
    if judgement.p >= _COMMON:
        return "Så mange eller flere er helt almindeligt."
    times = round(1 / max(judgement.p, 1 / _RAREST))
    span = "dage" if judgement.window.first == judgement.window.last else "perioder"
    rarely = f"færre end 1 af {_thousands(times)}" if times >= _RAREST else f"omkring 1 af {_thousands(times)}"
    chance = f"Så mange eller flere ses tilfældigt i {rarely} {span} af den længde."
    if not judgement.is_signal:
        return f"{chance} Det er ikke nok til at kalde det usædvanligt, når så mange steder ses efter på én gang."
    return f"{chance} Af signaler, der er mindst så tydelige, ventes højst {_percent(judgement.q)} at være tilfældige."


def _percent(share: float) -> str:
    return f"{share * 100:.1f} %".replace(".", ",") if share >= 0.001 else "0,1 %"


def _thousands(number: int) -> str:
    return f"{number:,}".replace(",", ".")
