"""End a shift — slut vagten: the summary has written itself; one sentence and the counts may be added."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from rundbord.access.permissions import Permission
from rundbord.identity.drafts import restored_draft
from rundbord.partnership.queries import place_names
from rundbord.situation.queries import owes_report
from rundbord.streetwork import actions, queries
from rundbord.streetwork.queries import Sheet
from rundbord.streetwork.queries.finding import own_shift_of
from rundbord.web import SignedInRequest, attempt, page, screen
from rundbord.web.guarded import GuardedForm

_MOST_CONTACTS = 500


class EndShiftForm(GuardedForm):
    """One sentence, and the contacts as they were counted."""

    guarded = ("words",)

    words = forms.CharField(
        label="Én sætning om vagten",
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Læses kun i jeres egen myndighed. Ingen personer.",
    )
    new_contacts = forms.IntegerField(label="Nye kontakter", min_value=0, max_value=_MOST_CONTACTS)
    continued_contacts = forms.IntegerField(label="Fortsatte kontakter", min_value=0, max_value=_MOST_CONTACTS)


@screen(Permission.WORK_SHIFT, writes=True)
def end_shift(request: SignedInRequest, shift_id: UUID) -> HttpResponse:
    """End it, and show what it became."""
    sheet = queries.sheet_of(own_shift_of(shift_id, request.actor), request.actor)
    draft = restored_draft(request)
    form = EndShiftForm(
        request.POST if request.method == "POST" else None,
        initial={**_counted(sheet), **draft.initial},
        places=place_names(),
    )
    if form.is_valid():
        attempt(form, lambda: _act(form, sheet, request))
    if form.is_valid():
        return HttpResponseRedirect(reverse("streetwork:show_shift", args=[sheet.shift.pk]))
    context = {"form": form, "sheet": sheet, "shift": sheet.shift, "draft": draft}
    return page(request, "streetwork/end_shift.html", {**context, "is_nil_return": _is_nil_return(sheet, request)})


def _act(form: EndShiftForm, sheet: Sheet, request: SignedInRequest) -> None:
    given = form.cleaned_data
    ending = actions.Ending(
        words=given["words"], new_contacts=given["new_contacts"], continued_contacts=given["continued_contacts"]
    )
    actions.end_shift(sheet.shift, ending, overridden=form.overridden, by=request.actor)


def _counted(sheet: Sheet) -> dict[str, int]:
    own = sheet.own
    return {"new_contacts": own.new_contacts, "continued_contacts": own.continued_contacts} if own else {}


def _is_nil_return(sheet: Sheet, request: SignedInRequest) -> bool:
    return not sheet.seen and request.actor.unit_id == sheet.shift.unit_id and owes_report(request.actor)
