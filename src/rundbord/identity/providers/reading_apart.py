"""Having SAML read by a process of its own, which holds nothing of ours (ADR 0045)."""

from __future__ import annotations

import base64
import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import rundbord
from rundbord.identity.providers.tokens import Unbelievable

_SOURCE = str(Path(rundbord.__file__).parents[1])
_PROGRAM = (
    "import sys; sys.path.insert(0, sys.argv[1]); from rundbord.identity.saml.reader import main; main()",
    _SOURCE,
)
_MOST_SECONDS = 15
_MOST_BYTES = 1024 * 1024


def read_apart(what: str, content: bytes, *, certificates: Sequence[str] = (), keys: Sequence[str] = ()) -> Any:
    """Give what stands in a message of this kind, or raise Unbelievable with the reason."""
    if len(content) > _MOST_BYTES:
        raise Unbelievable("size")
    asked = {
        "what": what,
        "content": base64.b64encode(content).decode(),
        "certificates": list(certificates),
        "keys": list(keys),
    }
    try:
        done = subprocess.run(  # noqa: S603 - our own program; what came from outside goes in on its standard input
            [sys.executable, "-I", "-c", *_PROGRAM],
            input=json.dumps(asked).encode(),
            capture_output=True,
            env={},
            cwd="/",
            timeout=_MOST_SECONDS,
            check=True,
        )
        answer = json.loads(done.stdout)
    except (subprocess.SubprocessError, ValueError) as error:
        raise Unbelievable("unreadable") from error
    if "doubt" in answer:
        raise Unbelievable(str(answer["doubt"]))
    return answer["told"]
