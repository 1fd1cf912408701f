"""How Rundbord speaks with authorities' identity providers; what they say leaves here as an Assertion (ADR 0035)."""

from rundbord.identity.providers.asking import ProviderSilent
from rundbord.identity.providers.logging_out import EndedThere, ended_there
from rundbord.identity.providers.published import Published, published_by
from rundbord.identity.providers.question import Question, new_question, question_in, sealed
from rundbord.identity.providers.signing_in import Unbelievable, answer_to, where_to_ask

__all__ = [
    "EndedThere",
    "ProviderSilent",
    "Published",
    "Question",
    "Unbelievable",
    "answer_to",
    "ended_there",
    "new_question",
    "published_by",
    "question_in",
    "sealed",
    "where_to_ask",
]
