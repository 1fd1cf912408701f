"""What every act on an exit case does alike: hold it, ask whether it may be written in, reckon its days anew."""

from __future__ import annotations

from typing import Any

from django.http import Http404
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.identity.vocabulary import AuthorityKind
from rundbord.interventions.exit_vocabulary import ExitState
from rundbord.interventions.models import ExitCase, ExitMove, ExitNote
from rundbord.interventions.queries.exit_days import standing_of
from rundbord.interventions.rules.exit_consent import holds
from rundbord.interventions.rules.exit_states import Course, objections_to_writing
from rundbord.interventions.rules.exit_terms import due_next, running_until
from rundbord.keys.core.sealing import OpenKey
from rundbord.keys.core.trouble import KeyDestroyed
from rundbord.keys.places import place_of
from rundbord.keys.queries import open_key

_WORDS_GONE = "Ordene i forløbet er slettet."


def held(case: ExitCase, *, by: Actor) -> ExitCase:
    """Read the case as it stands, held until the end of the request."""
    by.must(Permission.COORDINATE_EXIT)
    standing = ExitCase.objects.select_for_update(of=("self",)).filter(pk=case.pk).first()
    if standing is None:
        raise Http404
    return standing


def open_to_words(case: ExitCase, *, by: Actor) -> ExitCase:
    """Hold the case for somebody who writes about its person: consent first, and no longer than it holds."""
    standing = held(case, by=by)
    if objections := objections_to_writing(course_of(standing)):
        raise Refused(objections)
    return standing


def key_of(case: ExitCase) -> OpenKey:
    """Open the key of a case."""
    try:
        return open_key(case.data_key_id)
    except KeyDestroyed:
        raise Refused(_WORDS_GONE) from None


def sealed(row: Any, column: str, text: str, key: OpenKey) -> bytes | None:
    """Seal the words of a column; nothing for none."""
    return key.seal(text.strip(), at=place_of(row, column)) if text.strip() else None


def course_of(case: ExitCase) -> Course:
    """Tell where a case stands."""
    return Course(
        state=ExitState(case.state),
        has_consent=holds(case.consent_until, timezone.localdate()),
        notes=frozenset(ExitNote.objects.filter(case=case).values_list("kind", flat=True)),
    )


def is_of_police(by: Actor) -> bool:
    """Tell whether somebody acts for the police."""
    return by.authority_kind == AuthorityKind.POLICE


def label_of(by: Actor) -> str:
    """Name whoever writes, for the own authority."""
    return f"{by.user_name}, {by.user_title}"


def add_move(case: ExitCase, to: ExitState, *, reason: str = "", by: Actor) -> ExitMove:
    """Write that a case came to a state, with the reason sealed."""
    row = ExitMove(
        authority_id=case.authority_id,
        case=case,
        state=to.value,
        moved_at=timezone.now(),
        moved_by=by.user_id,
        moved_label=label_of(by),
    )
    if reason.strip():
        row.reason = sealed(row, "reason", reason, key_of(case))
    row.save(force_insert=True)
    return row


def settle(case: ExitCase) -> None:
    """Reckon anew what is due next, and, while the case runs, on which day it goes though nobody ends it."""
    due = due_next(standing_of(case))
    columns: dict[str, Any] = {"next_on": due.day if due else None}
    if case.ended_at is None:
        columns["delete_on"] = running_until(case.ends_by, case.consent_until, otherwise=case.delete_on)
    ExitCase.objects.filter(pk=case.pk).update(**columns)
