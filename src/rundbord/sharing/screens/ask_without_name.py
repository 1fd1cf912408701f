"""Ask without a name — drøft uden navn: put a case to other parties before anybody's name is told, without a file."""

from __future__ import annotations

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from rundbord.access.permissions import Permission
from rundbord.sharing import actions
from rundbord.sharing.question_form import QuestionForm
from rundbord.web import SignedInRequest, attempt, page, screen


@screen(Permission.WORK_CONCERNS, writes=True)
def ask_without_name(request: SignedInRequest) -> HttpResponse:
    """Ask, and show the question; nothing typed is kept anywhere until it is asked."""
    form = QuestionForm(request.POST if request.method == "POST" else None, request=request)
    if form.is_valid() and (
        question := attempt(form, lambda: actions.ask_without_name(form.terms(), by=request.actor))
    ):
        return HttpResponseRedirect(reverse("sharing:show_question", args=[question.pk]))
    return page(request, "sharing/ask_without_name.html", {"form": form, "back_url": reverse("sharing:questions")})
