"""Dates, times and numbers the way Danes write them."""

from __future__ import annotations

import datetime as dt

from django.template import Library
from django.utils import timezone
from django.utils.formats import number_format

register = Library()

WEEKDAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
MONTHS = (
    *("januar", "februar", "marts", "april", "maj", "juni"),
    *("juli", "august", "september", "oktober", "november", "december"),
)


@register.filter(expects_localtime=True)
def day(value: dt.date | None) -> str:
    """fredag 20. november 2026"""
    return f"{WEEKDAYS[value.weekday()]} {value.day}. {MONTHS[value.month - 1]} {value.year}" if value else ""


@register.filter(expects_localtime=True)
def day_short(value: dt.date | None) -> str:
    """20/11"""
    return f"{value.day}/{value.month}" if value else ""


@register.filter(expects_localtime=True)
def clock(value: dt.datetime | dt.time | None) -> str:
    """08.30"""
    return f"{value.hour:02}.{value.minute:02}" if value else ""


@register.filter(expects_localtime=True)
def moment(value: dt.datetime | None) -> str:
    """fredag 20. november 2026 kl. 08.30"""
    return f"{day(value)} kl. {clock(value)}" if value else ""


@register.filter(expects_localtime=True)
def moment_short(value: dt.datetime | None) -> str:
    """20/11 08.30"""
    return f"{day_short(value)} {clock(value)}" if value else ""


# Long words of the navigation and of headings, and where they part.
_PARTED = tuple(
    ("".join(parts), "\u00ad".join(parts))
    for parts in (("s", "billede"), ("ner", "skab"), ("data", "sikkerhed"), ("ses", "forordning"))
)


@register.filter
def soft_hyphens(label: str) -> str:
    """Tell the browser where long words may break; not every browser knows Danish."""
    for whole, parted in _PARTED:
        label = label.replace(whole, parted)
    return label


@register.filter
def machine_time(value: dt.datetime | dt.date | None) -> str:
    """The form that `<time datetime>` wants."""
    return value.isoformat() if value else ""


@register.filter
def ago(value: dt.datetime | None) -> str:
    """for 3 timer siden; at the latest for a week, after that the day itself"""
    if not value:
        return ""
    minutes = int((timezone.now() - value).total_seconds() // 60)
    if minutes >= 7 * 24 * 60:
        return f"den {day(timezone.localtime(value))}"
    return _ago_in_words(minutes)


@register.filter
def number(value: float | None, decimals: int | None = None) -> str:
    """12.345,6"""
    return "" if value is None else number_format(value, decimals, force_grouping=True)


def _ago_in_words(minutes: int) -> str:
    if minutes < 1:
        return "lige nu"
    if minutes < 60:
        return f"for {minutes} {_plural(minutes, 'minut', 'minutter')} siden"
    if minutes < 24 * 60:
        return f"for {minutes // 60} {_plural(minutes // 60, 'time', 'timer')} siden"
    return f"for {minutes // 1440} {_plural(minutes // 1440, 'dag', 'dage')} siden"


def _plural(count: int, one: str, many: str) -> str:
    return one if count == 1 else many
