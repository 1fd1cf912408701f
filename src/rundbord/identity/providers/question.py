"""What is asked of a provider, kept in the browser that asked: signed, short-lived, answered once."""

from __future__ import annotations

import base64
import hashlib
import hmac
from dataclasses import asdict, dataclass
from datetime import UTC, datetime

from django.core import signing
from django.utils import timezone

from rundbord.identity.rules import REQUEST_LASTS
from rundbord.identity.tokens import hash_of, new_token

_SALT = "rundbord.identity.question"


@dataclass(frozen=True, kw_only=True)
class Question:
    """One way to a provider and back: `sign_in` is the session that is to be proved anew, empty for a new one."""

    state: str
    secret: str
    code: str
    where: str
    sign_in: str
    asked_at: int

    @property
    def nonce(self) -> str:
        """What the answer's token must repeat."""
        return self._derived("nonce")

    @property
    def verifier(self) -> str:
        """What proves to the provider that whoever brings the code also asked (PKCE)."""
        return self._derived("verifier")

    @property
    def challenge(self) -> str:
        """The verifier's hash, which the provider sees first."""
        return _text(hashlib.sha256(self.verifier.encode()).digest())

    @property
    def request(self) -> str:
        """What a SAML request is called, and what its answer must say that it answers."""
        return f"_{self._derived('request')}"

    @property
    def state_hash(self) -> bytes:
        """By what the database knows that it was answered."""
        return hash_of(self.state)

    @property
    def since(self) -> datetime:
        """When it was asked."""
        return datetime.fromtimestamp(self.asked_at, tz=UTC)

    def _derived(self, name: str) -> str:
        return _text(hmac.new(self.secret.encode(), f"{name}:{self.state}".encode(), hashlib.sha256).digest())


def new_question(code: str, *, where: str, sign_in: str = "") -> Question:
    """Make a question to the provider of the authority with this code."""
    return Question(
        state=new_token(),
        secret=new_token(),
        code=code,
        where=where,
        sign_in=sign_in,
        asked_at=int(timezone.now().timestamp()),
    )


def sealed(question: Question) -> str:
    """Write it for the cookie."""
    return signing.dumps(asdict(question), salt=_SALT)


def question_in(cookie: str, *, state: str) -> Question | None:
    """Read it, where it is ours, young, and the one that is answered; else None."""
    try:
        question = Question(**signing.loads(cookie, salt=_SALT))
    except (signing.BadSignature, TypeError, ValueError):
        return None
    is_young = timezone.now() - question.since < REQUEST_LASTS
    is_same = hmac.compare_digest(question.state.encode(), state.encode())
    return question if is_young and is_same else None


def _text(value: bytes) -> str:
    return base64.urlsafe_b64encode(value).rstrip(b"=").decode()
