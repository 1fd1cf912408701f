"""From Danish words about time to moments: intervals stay intervals, and what is impossible is flagged."""

from rundbord.reading.times.expressions import Expression, expressions_in
from rundbord.reading.times.resolving import Context, Resolved, resolved
from rundbord.reading.times.telling import Telling, told_times

__all__ = ["Context", "Expression", "Resolved", "Telling", "expressions_in", "resolved", "told_times"]
