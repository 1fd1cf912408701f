"""The introduction to the rules — introduktion til reglerne: what is read, what is asked, and how long a pass holds."""

from rundbord.identity.rules.introduction.judging import (
    NO_ANSWER,
    OLDEST_THAT_COUNTS,
    REMIND_BEFORE,
    VERSION,
    explanations_of_wrong,
    introduction_counts,
    is_about_to_end,
)
from rundbord.identity.rules.introduction.pages import PAGES, Page, Reader, reader_in
from rundbord.identity.rules.introduction.situations import SITUATIONS, Answer, Situation

__all__ = [
    "NO_ANSWER",
    "OLDEST_THAT_COUNTS",
    "PAGES",
    "REMIND_BEFORE",
    "SITUATIONS",
    "VERSION",
    "Answer",
    "Page",
    "Reader",
    "Situation",
    "explanations_of_wrong",
    "introduction_counts",
    "is_about_to_end",
    "reader_in",
]
