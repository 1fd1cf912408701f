"""What stays of what was gathered when the file that it is a copy of is deleted.

While a request waits, what was held when it came is what it asks for (databeskyttelsesforordningens artikel 15;
retshåndhævelseslovens § 15), no longer than its own clock. What was handed out stays until a complaint can no longer be
answered (artikel 17, stk. 3, litra e; retshåndhævelseslovens § 17). Everything else goes with the file.
"""

from __future__ import annotations

from datetime import date

from rundbord.rights.vocabulary import ItemDecision, Outcome

_HANDED_OUT = {ItemDecision.GIVE, ItemDecision.PART}


def stays_without_file(*, decision: str, outcome: str, due_on: date, is_closed: bool, today: date) -> bool:
    """Tell whether a copy may outlive the file."""
    if not is_closed:
        return today <= due_on
    return outcome == Outcome.ANSWERED and decision in _HANDED_OUT
