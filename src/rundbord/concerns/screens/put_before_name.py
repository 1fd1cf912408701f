"""Put before name — drøft uden navn: ask other parties about a file without telling whose it is."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from rundbord.access.permissions import Permission
from rundbord.concerns import actions
from rundbord.concerns.models import YoungPerson
from rundbord.concerns.queries.finding import person_of
from rundbord.concerns.queries.opened import key_of, known
from rundbord.concerns.queries.questions import file_of_question
from rundbord.sharing.question_form import QuestionForm
from rundbord.web import SignedInRequest, Subject, attempt, page, screen
from rundbord.web.person_fields import posted


@screen(Permission.WORK_CONCERNS, reads=Subject.YOUNG_PERSON, writes=True)
def put_before_name(request: SignedInRequest, person_id: UUID) -> HttpResponse:
    """Ask, and show the question; the form knows no more of the file than the age band."""
    person = person_of(person_id)
    actions.read_file(person, by=request.actor)
    opened = known(person, key_of(person))
    initial = {"age_band": opened.age.band.value} if opened.age else {}
    form = QuestionForm(posted(request), request=request, initial=initial)
    if form.is_valid() and (question_id := attempt(form, lambda: _act(person, form, request))):
        return HttpResponseRedirect(reverse("sharing:show_question", args=[question_id]))
    context = {
        "form": form,
        "person": person,
        "known": opened,
        "back_url": reverse("concerns:show_file", args=[person.pk]),
    }
    return page(request, "concerns/put_before_name.html", context)


@screen(Permission.WORK_CONCERNS)
def file_behind(request: SignedInRequest, question_id: UUID) -> HttpResponse:
    """Lead from a question to the file that it sprang from, where there is one within reach."""
    person_id = file_of_question(question_id)
    if person_id is None:
        raise Http404
    return HttpResponseRedirect(reverse("concerns:show_file", args=[person_id]))


def _act(person: YoungPerson, form: QuestionForm, request: SignedInRequest) -> UUID:
    return actions.put_before_name(person, form.terms(), by=request.actor)
