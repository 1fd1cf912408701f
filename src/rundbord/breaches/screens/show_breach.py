"""Show breach — brud: the clock, who saw what, the judgement, what is sent, and what was learnt."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone

from rundbord import audit
from rundbord.access.permissions import Permission
from rundbord.audit import Event
from rundbord.breaches import actions
from rundbord.breaches.models import Breach
from rundbord.breaches.queries import breach_view, who_saw
from rundbord.breaches.queries.texts import letter_to, notification
from rundbord.breaches.rules.judging import Judged
from rundbord.breaches.vocabulary import Risk, YesNo
from rundbord.rights.printing.letter_pdf import letter_pdf
from rundbord.ui.forms import ChoiceButtons
from rundbord.web import SignedInRequest, Subject, attempt, page, screen
from rundbord.web.guarded import GuardedForm
from rundbord.web.meanwhile import ReadAtForm


def _words(label: str, *, required: bool = False, rows: int = 3, hint: str = "") -> forms.CharField:
    shown = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, required=required, max_length=4000, widget=shown, help_text=hint)


class JudgeForm(ReadAtForm, GuardedForm):
    """Risk and decisions."""

    guarded = ("risk_words", "measures", "notify_why", "tell_why")

    risk = forms.ChoiceField(label="Hvor stor er risikoen?", choices=Risk.choices(), widget=ChoiceButtons)
    risk_words = _words("Hvad kan det betyde for personerne?", required=True)
    measures = _words("Hvad har I gjort for at begrænse det?")
    notify = forms.ChoiceField(label="Anmeldes til Datatilsynet?", choices=YesNo.choices(), widget=ChoiceButtons)
    notify_why = _words("Begrundelse", hint="Når der ikke anmeldes trods risiko, eller når de 72 timer er gået.")
    tell = forms.ChoiceField(label="Skal personerne have besked?", choices=YesNo.choices(), widget=ChoiceButtons)
    tell_why = _words("Begrundelse for ikke at give besked")


class LearningForm(GuardedForm):
    """What was learnt."""

    guarded = ("learning",)

    learning = _words("Hvad har I lært, og hvad gør I anderledes?", required=True)


class NameForm(forms.Form):
    """Whom the letter is to; kept nowhere."""

    name = forms.CharField(
        label="Navn på den, brevet er til",
        max_length=180,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        help_text="Navnet står kun i brevet. Det gemmes ikke.",
    )


@screen(Permission.HANDLE_BREACHES, reads=Subject.LOG, writes=True)
def show_breach(request: SignedInRequest, breach_id: UUID) -> HttpResponse:
    """Show one, and take the officer's end of it."""
    view = breach_view(breach_id, request.actor)
    form = LearningForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and attempt(form, lambda: _close(form, view.breach, request)):
        return HttpResponseRedirect(request.path)
    saw = who_saw(view.breach)
    audit.record(Event.BREACH_READ, about=view.breach, by=request.actor, details={"sights": len(saw)})
    context = {
        "view": view,
        "breach": view.breach,
        "saw": saw,
        "readers": len({each.reader for each in saw}),
        "text": notification(view, request.actor) if view.breach.notify == YesNo.YES else "",
        "may_close": request.actor.may(Permission.CLOSE_BREACH),
        "form": form,
    }
    return page(request, "breaches/show_breach.html", context)


@screen(Permission.HANDLE_BREACHES, writes=True)
def judge(request: SignedInRequest, breach_id: UUID) -> HttpResponse:
    """Show the judgement, and keep it."""
    breach = breach_view(breach_id, request.actor).breach
    names = ("risk", "risk_words", "measures", "notify", "notify_why", "tell", "tell_why")
    initial = {name: getattr(breach, name) for name in names}
    sent = request.POST if request.method == "POST" else None
    form = JudgeForm(sent, initial=initial, changed_at=breach.judged_at)
    if form.is_valid() and attempt(form, lambda: _judge(form, breach, request)):
        return HttpResponseRedirect(_home(breach))
    came_meanwhile = form.came_meanwhile
    if came_meanwhile:
        form.have_read()
    context = {"breach": breach, "form": form, "came_meanwhile": came_meanwhile}
    return page(request, "breaches/judge.html", context)


@screen(Permission.HANDLE_BREACHES, writes=True)
def note_notified(request: SignedInRequest, breach_id: UUID) -> HttpResponse:
    """Note that it was notified."""
    breach = breach_view(breach_id, request.actor).breach
    form = forms.Form(request.POST if request.method == "POST" else None)
    if form.is_valid():
        attempt(form, lambda: actions.note_notified(breach, by=request.actor))
    return HttpResponseRedirect(_home(breach))


@screen(Permission.HANDLE_BREACHES, writes=True)
def write_letter(request: SignedInRequest, breach_id: UUID) -> HttpResponse:
    """Give one letter as a PDF; the file's name says nothing, and the name is not kept."""
    view = breach_view(breach_id, request.actor)
    form = NameForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and attempt(form, lambda: _tell(view.breach, request)):
        letter = letter_to(form.cleaned_data["name"], view, on=timezone.localdate(), by=request.actor)
        response = HttpResponse(letter_pdf(letter), content_type="application/pdf")
        response["Content-Disposition"] = 'attachment; filename="brev.pdf"'
        return response
    return page(request, "breaches/write_letter.html", {"breach": view.breach, "form": form})


def _home(breach: Breach) -> str:
    return reverse("breaches:show_breach", args=[breach.pk])


def _close(form: LearningForm, breach: Breach, request: SignedInRequest) -> bool:
    actions.close(breach, learning=form.cleaned_data["learning"], overridden=form.overridden, by=request.actor)
    return True


def _tell(breach: Breach, request: SignedInRequest) -> bool:
    actions.tell(breach, by=request.actor)
    return True


def _judge(form: JudgeForm, breach: Breach, request: SignedInRequest) -> bool:
    given = form.cleaned_data
    judged = Judged(
        risk=Risk(given["risk"]),
        risk_words=given["risk_words"],
        notify=YesNo(given["notify"]),
        notify_why=given["notify_why"],
        tell=YesNo(given["tell"]),
        tell_why=given["tell_why"],
    )
    actions.judge(
        breach,
        judged,
        measures=given["measures"],
        overridden=form.overridden,
        read_at=form.was_read_at,
        by=request.actor,
    )
    return True
