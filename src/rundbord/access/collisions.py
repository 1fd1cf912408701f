"""Two who write the same at the same moment: the database lets one through, and the other is told in Danish."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from django.db import IntegrityError, transaction

from rundbord.access.refusal import Refused
from rundbord.access.session import current_login

Reasons = Mapping[str, Mapping[str, str]]


@contextmanager
def refusing_collisions(reasons: Reasons) -> Iterator[None]:
    """Run in a savepoint; where one of these unique constraints is hit, raise Refused with its sentences by field.

    A rule that looks first cannot see a row that another has not committed yet; the constraint can.
    """
    try:
        with transaction.atomic(using=current_login()):
            yield
    except IntegrityError as collision:
        sentences = reasons.get(_constraint_of(collision))
        if sentences is None:
            raise
        raise Refused({field: [sentence] for field, sentence in sentences.items()}) from collision


def _constraint_of(collision: IntegrityError) -> str:
    diagnosis = getattr(collision.__cause__, "diag", None)
    return getattr(diagnosis, "constraint_name", None) or ""
