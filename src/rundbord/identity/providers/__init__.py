"""How Rundbord speaks with authorities' identity providers; what they say leaves here as an Assertion (ADR 0035)."""

from rundbord.identity.providers.asking import ProviderSilent
from rundbord.identity.providers.certificates import Held, certificates_of, must_be_renewed
from rundbord.identity.providers.either import answer_to, speaks_saml, where_to_ask
from rundbord.identity.providers.logging_out import EndedThere, ended_there
from rundbord.identity.providers.published import Published, published_by
from rundbord.identity.providers.question import Question, new_question, question_in, sealed
from rundbord.identity.providers.reading_apart import read_apart
from rundbord.identity.providers.saml import (
    LoggedOutThere,
    logged_out_there,
    metadata_for,
    where_to_answer_logout,
    where_to_leave,
)
from rundbord.identity.providers.saml_messages import address_for_logouts, address_for_posts, name_of_us
from rundbord.identity.providers.tokens import Unbelievable

__all__ = [
    "EndedThere",
    "Held",
    "LoggedOutThere",
    "ProviderSilent",
    "Published",
    "Question",
    "Unbelievable",
    "address_for_logouts",
    "address_for_posts",
    "answer_to",
    "certificates_of",
    "ended_there",
    "logged_out_there",
    "metadata_for",
    "must_be_renewed",
    "name_of_us",
    "new_question",
    "published_by",
    "question_in",
    "read_apart",
    "sealed",
    "speaks_saml",
    "where_to_answer_logout",
    "where_to_ask",
    "where_to_leave",
]
