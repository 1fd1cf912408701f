"""Reads of what is passed on, shaped for screens and for other apps."""

from rundbord.sharing.queries.threshold import (
    QuestionRow,
    Share,
    answers_to,
    own_share,
    question_of,
    question_page,
    questions_by_id,
    share_of_all,
    waiting_questions,
)
from rundbord.sharing.queries.threshold_units import units_to_ask

__all__ = [
    "QuestionRow",
    "Share",
    "answers_to",
    "own_share",
    "question_of",
    "question_page",
    "questions_by_id",
    "share_of_all",
    "units_to_ask",
    "waiting_questions",
]
