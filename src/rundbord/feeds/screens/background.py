"""Background — baggrundstal: official figures per municipality, with drawings and tables, and where they come from."""

from __future__ import annotations

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone

from rundbord.access.permissions import Permission
from rundbord.feeds import actions
from rundbord.feeds.queries.background import background as figures
from rundbord.feeds.queries.background import newest_imports, whence
from rundbord.feeds.vocabulary import Origin
from rundbord.web import SignedInRequest, attempt, page, screen

MOST_BYTES = 10 * 1024 * 1024
_BANK, _INVENTED = "Danmarks Statistik, Statistikbanken", "Opdigtet til demonstrationen"
_MIXED = f"{_BANK}, og opdigtede tal"


class BackgroundFilter(forms.Form):
    """One offence, by quarter or by year."""

    lovovertraedelse = forms.ChoiceField(label="Lovovertrædelse", required=False)
    periode = forms.ChoiceField(label="Periode", required=False, choices=[("kvartal", "Kvartaler"), ("aar", "Hele år")])

    def __init__(self, *arguments: object, choices: list[tuple[str, list[tuple[str, str]]]], **options: object) -> None:
        """Offer what has been imported, level by level."""
        super().__init__(*arguments, **options)  # type: ignore[arg-type]
        self.fields["lovovertraedelse"].choices = choices  # type: ignore[attr-defined]


class ImportForm(forms.Form):
    """A file as it was saved from the statistics bank."""

    document = forms.FileField(
        label="Fil fra Statistikbanken",
        help_text="STRAF11 eller FOLK1A som JSON-stat, delt i kvartaler. Vælg alle kommuner, så summerne kan"
        " efterregnes. Højst 10 MB.",
        widget=forms.FileInput(attrs={"accept": ".json,application/json"}),
    )

    def clean_document(self) -> UploadedFile:
        """Refuse what is too large before it is read."""
        document: UploadedFile = self.cleaned_data["document"]
        if (document.size or 0) > MOST_BYTES:
            raise forms.ValidationError("Filen fylder mere end 10 MB. Vælg færre kvartaler.")
        return document


@screen(Permission.SEE_OVERVIEW)
def background(request: SignedInRequest) -> HttpResponse:
    """Show one offence for the partnership's municipalities."""
    shown = figures(
        request.actor,
        offence=request.GET.get("lovovertraedelse", ""),
        is_yearly=request.GET.get("periode") == "aar",
    )
    chosen = {"lovovertraedelse": shown.offence, "periode": request.GET.get("periode") or "kvartal"}
    origins = whence(request.actor)
    context = {
        "shown": shown,
        "form": BackgroundFilter(initial=chosen, choices=shown.choices),
        "imports": newest_imports(request.actor),
        "is_invented": Origin.INVENTED in origins,
        "source": _source(origins),
        "may_edit": request.actor.may(Permission.EDIT_FEEDS),
        "now": timezone.now(),
    }
    return page(request, "feeds/background.html", context)


def _source(origins: set[Origin]) -> str:
    if Origin.INVENTED not in origins:
        return _BANK
    return _INVENTED if origins == {Origin.INVENTED} else _MIXED


@screen(Permission.EDIT_FEEDS, writes=True)
def import_background(request: SignedInRequest) -> HttpResponse:
    """Take a file in; what cannot be read says why beside the field."""
    form = ImportForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        content = form.cleaned_data["document"].read()
        act = actions.import_background
        if attempt(form, lambda: act(content, origin=Origin.UPLOADED, by=request.actor)):
            return HttpResponseRedirect(reverse("feeds:background"))
    return page(request, "feeds/import_background.html", {"form": form})
