"""What a user sent and we could not take: shown again on the page that says so, ready to be sent once more."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import Http404, HttpRequest, UnreadablePostError
from django.urls import resolve

from rundbord.web.screen import declaration_of

# What proves who somebody is, and is repeated to nobody.
SECRET_FIELDS = frozenset(
    {"csrfmiddlewaretoken", "password", "old_password", "password_again", "code", "sealed", "answer"}
)
_FORM_TOKEN = "csrfmiddlewaretoken"  # noqa: S105 - the name of a field
_MOST_CHARACTERS = 200_000
_SHORTEST_WORDS = 12


@dataclass(frozen=True, kw_only=True)
class SentAgain:
    """A form as it was sent: where to, its fields, and those of them that somebody wrote with care."""

    address: str
    fields: Sequence[tuple[str, str]]
    words: Sequence[str]
    had_files: bool


def sent_in(request: HttpRequest) -> SentAgain | None:
    """Give back what the user of a signed-in page sent from it; None where nothing may or need be repeated.

    The form's own token goes back as it came, and never a new one: a form that another site sent stays refused.
    """
    if request.method != "POST" or not _is_of_a_signed_in_page(request) or not _comes_from_us(request):
        return None
    try:
        sent, had_files = request.POST, bool(request.FILES)
    except (UnreadablePostError, ValueError):
        return None
    fields = [(name, str(value)) for name, values in sent.lists() for value in values if _may_return(name)]
    if not fields or sum(len(value) for _, value in fields) > _MOST_CHARACTERS:
        return None
    return SentAgain(address=request.get_full_path(), fields=fields, words=_words_in(fields), had_files=had_files)


def _is_of_a_signed_in_page(request: HttpRequest) -> bool:
    try:
        declared = declaration_of(resolve(request.path_info).func)
    except Http404:
        return False
    return declared is not None and not declared.is_public


def _comes_from_us(request: HttpRequest) -> bool:
    """Tell by what browsers say of where a form stood; one that says nothing is trusted to have been ours."""
    origin = request.headers.get("Origin", "")
    own = f"{request.scheme}://{request.get_host()}"
    return origin in {"", own} and request.headers.get("Sec-Fetch-Site", "same-origin") in {"same-origin", "none"}


def _may_return(name: str) -> bool:
    return name == _FORM_TOKEN or name not in SECRET_FIELDS


def _words_in(fields: Sequence[tuple[str, str]]) -> list[str]:
    """Give what reads like words; days, choices and keys are sent again unseen."""
    return [value for name, value in fields if name != _FORM_TOKEN and len(value) >= _SHORTEST_WORDS and " " in value]
