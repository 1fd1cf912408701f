"""How a screen is declared and rendered; the typed request; errors; logs."""

from rundbord.web.attempt import attempt, show_refusal
from rundbord.web.page import page, part
from rundbord.web.request import PublicRequest, SignedInRequest
from rundbord.web.screen import Declaration, called_by_machine, declaration_of, public, screen
from rundbord.web.subjects import Subject

__all__ = [
    "Declaration",
    "PublicRequest",
    "SignedInRequest",
    "Subject",
    "attempt",
    "called_by_machine",
    "declaration_of",
    "page",
    "part",
    "public",
    "screen",
    "show_refusal",
]
