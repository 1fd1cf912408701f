"""Tell the family, put it off, approve that — orientér, udskyd, godkend."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.http import HttpResponse

from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.concerns import actions
from rundbord.concerns.queries.finding import person_of
from rundbord.concerns.queries.opened import key_of
from rundbord.concerns.queries.standing import notice_of
from rundbord.concerns.screens.notice_form import NoticeForm
from rundbord.concerns.screens.saving import Words, save_in_file
from rundbord.web import SignedInRequest, Subject, screen
from rundbord.web.person_fields import posted

_LEAD = "Den unge og familien skal vide, at der føres en sag, medmindre en konkret grund taler imod netop nu."


@screen(Permission.WORK_CONCERNS, reads=Subject.YOUNG_PERSON, writes=True)
def tell_family(request: SignedInRequest, person_id: UUID) -> HttpResponse:
    """Note that they were told, or why it must wait."""
    person = person_of(person_id)
    form = NoticeForm(posted(request))

    def act() -> None:
        try:
            actions.tell_family(person, form.notice(), by=request.actor)
        except Refused as refusal:
            # The form's reason has a name of its own, since the form of a new concern holds several.
            raise Refused(_by_form_field(refusal.reasons)) from None

    words = Words(heading="Orientér den unge og familien", lead=_LEAD)
    return save_in_file(request, person, form, act, words=words)


@screen(Permission.APPROVE_PRIVATE, reads=Subject.YOUNG_PERSON, writes=True)
def approve_deferral(request: SignedInRequest, person_id: UUID) -> HttpResponse:
    """Let another than the writer say that it may wait."""
    person = person_of(person_id)
    line = notice_of(person, key_of(person))
    words = Words(
        heading="Godkend udskydelsen",
        lead=f"{line.detail}. Du svarer for, at grunden er konkret.",
        submit="Godkend",
        shown=line.reason,
    )
    form = forms.Form(posted(request))
    return save_in_file(request, person, form, lambda: actions.approve_deferral(person, by=request.actor), words=words)


def _by_form_field(reasons: dict[str, list[str]]) -> dict[str, list[str]]:
    return {"deferral_reason" if field == "reason" else field: said for field, said in reasons.items()}
