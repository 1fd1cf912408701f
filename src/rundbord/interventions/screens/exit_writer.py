"""A form about an exit case: never kept as a draft; what was typed stands when it is refused."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, ClassVar

from django import forms
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from rundbord.interventions.models import ExitCase
from rundbord.web import SignedInRequest, attempt, page


class JudgedForm(forms.Form):
    """A form whose wanted fields are judged by the rules, so that everything that is missing is said at once."""

    use_required_attribute = False
    judged: ClassVar[tuple[str, ...]] = ()

    def __init__(self, *args: Any, **options: Any) -> None:
        """Show what is judged as wanted."""
        super().__init__(*args, **options)
        self._want(is_wanted=True)

    def full_clean(self) -> None:
        """Leave it to the rules what must be there."""
        self._want(is_wanted=False)
        super().full_clean()
        self._want(is_wanted=True)

    def _want(self, *, is_wanted: bool) -> None:
        for name in self.judged:
            self.fields[name].required = is_wanted


@dataclass(frozen=True, kw_only=True)
class Words:
    """What a form says on top and on its button."""

    title: str
    lead: str
    button: str


@dataclass(frozen=True, kw_only=True)
class Writing:
    """A form about a case, with what it says of itself and what is done when it is valid."""

    case: ExitCase
    form: forms.Form
    words: Words
    act: Callable[[], object]

    def is_done(self) -> bool:
        """Try the act; what was refused stands beside the fields."""
        return self.form.is_valid() and bool(attempt(self.form, self._acted))

    def _acted(self) -> bool:
        self.act()
        return True


def written(request: SignedInRequest, writing: Writing) -> HttpResponse:
    """Act and go back to the case, or show the form."""
    if writing.is_done():
        return HttpResponseRedirect(reverse("exits:show_exit", args=[writing.case.pk]))
    context = {"form": writing.form, "case": writing.case, "words": writing.words}
    return page(request, "interventions/exit/write.html", context)
