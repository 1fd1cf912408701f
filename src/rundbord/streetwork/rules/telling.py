"""How what was seen on a shift is told: bands become a sentence, so that nobody types twice."""

from __future__ import annotations

from rundbord.situation.vocabulary import Category, Mood
from rundbord.streetwork.vocabulary import Activity, AgeBand, SizeBand

# Where what a group does is one of the categories that the partnership follows.
_CATEGORIES = {
    Activity.QUARREL: Category.UNREST,
    Activity.NOISE: Category.UNREST,
    Activity.DRUGS: Category.DRUGS,
    Activity.VANDALISM: Category.VANDALISM,
}
WITH_POLICE, WITHOUT_POLICE = "Politiet var med.", "Politiet var ikke med."


def group_heading(size: SizeBand, age: AgeBand | None, activity: Activity) -> str:
    """Name a group by its bands and what it does: »Gruppe på 8–15, 13–15 år: hænger ud«."""
    return f"Gruppe på {size.label}{_age_words(age)}: {activity.label.lower()}"


def group_words(heading: str, mood: Mood | None, words: str) -> str:
    """Write the sentences of a report on a group, the worker's own words last."""
    stemning = f" Stemningen er {mood.label.lower()}." if mood else ""
    return f"{heading}.{stemning} {words.strip()}".strip()


def episode_words(words: str, *, with_police: bool) -> str:
    """Write an episode with whether the police were there."""
    return f"{words.strip()} {WITH_POLICE if with_police else WITHOUT_POLICE}"


def category_of(activity: Activity) -> str:
    """Give the category that a group's doing counts as; empty where it is none."""
    return _CATEGORIES[activity].value if activity in _CATEGORIES else ""


def _age_words(age: AgeBand | None) -> str:
    if age is None:
        return ""
    return ", blandet alder" if age is AgeBand.MIXED else f", {age.label.lower()} år"
