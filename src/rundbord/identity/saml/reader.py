"""The process that reads: it takes one question, gives up what it could do harm with, and answers in JSON.

It begins with an empty environment, and after its question it can open no file and no connection, so that whoever finds
a fault in the parser finds no key and no database beside it.
"""

from __future__ import annotations

import base64
import json
import resource
import sys
from collections.abc import Callable, Mapping
from typing import Any

from rundbord.identity.saml.answers import read_answer
from rundbord.identity.saml.logouts import read_logout
from rundbord.identity.saml.published import read_metadata
from rundbord.identity.saml.signatures import warm_up
from rundbord.identity.saml.trees import Doubt

_MOST_SECONDS = 5
_MOST_MEMORY = 1024 * 1024 * 1024
_MOST_ASKED = 4 * 1024 * 1024

Asked = Mapping[str, Any]
_WORK: dict[str, Callable[[bytes, Asked], Mapping[str, Any]]] = {
    "answer": lambda content, asked: read_answer(content, certificates=asked["certificates"], keys=asked["keys"]),
    "logout": lambda content, _: read_logout(content),
    "metadata": lambda content, _: read_metadata(content),
}


def main() -> None:
    """Answer the one question on standard input."""
    warm_up()
    asked = json.loads(sys.stdin.buffer.read(_MOST_ASKED))
    give_up()
    sys.stdout.write(json.dumps(answered(asked)))


def answered(asked: Asked) -> dict[str, Any]:
    """Read what is asked about: what it says, or why it is not believed."""
    try:
        return {"told": _WORK[asked["what"]](base64.b64decode(asked["content"]), asked)}
    except Doubt as doubt:
        return {"doubt": str(doubt)}


def give_up() -> None:
    """Let the system take away what reading does not need, for good."""
    for limit, value in (
        (resource.RLIMIT_CPU, _MOST_SECONDS),
        (resource.RLIMIT_AS, _MOST_MEMORY),
        (resource.RLIMIT_FSIZE, _MOST_ASKED),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NPROC, 0),
        # What is open stays so; nothing more is opened.
        (resource.RLIMIT_NOFILE, 0),
    ):
        resource.setrlimit(limit, (value, value))
