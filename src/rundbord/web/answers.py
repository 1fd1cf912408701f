"""What is shown in a page's place when an act below raised something that only an app above can tell of."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse

from rundbord.web.request import SignedInRequest

Answer = Callable[[SignedInRequest, Any], HttpResponse]

_answers: dict[type[Exception], Answer] = {}


def answer_with(kind: type[Exception], answer: Answer) -> None:
    """Let such an exception, with which everything was rolled back, be answered in a transaction of its own."""
    _answers[kind] = answer


def answer_to(exception: Exception) -> Answer | None:
    """Give the answer to an exception; None where it is a fault."""
    return _answers.get(type(exception))
