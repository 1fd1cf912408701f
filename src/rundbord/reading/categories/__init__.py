"""Which kind of event a story tells, judged by its heading, its charge and its opening words."""

from rundbord.reading.categories.judging import Judgement, judged

__all__ = ["Judgement", "judged"]
