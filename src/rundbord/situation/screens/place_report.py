"""Place report — placér på kortet: a point, a street or an area for a report that came without."""

from __future__ import annotations

from typing import ClassVar
from uuid import UUID

from django import forms
from django.http import HttpResponse

from rundbord.access.permissions import Permission
from rundbord.partnership.models import Area
from rundbord.partnership.queries import area_collection, area_of, place_names
from rundbord.partnership.rules import Point
from rundbord.situation import actions
from rundbord.situation.queries.inbox import report_of, waiting_of
from rundbord.situation.screens.inbox_cards import card_of
from rundbord.situation.screens.inbox_return import back_to_inbox, inbox_address
from rundbord.situation.vocabulary import PointPrecision
from rundbord.web import SignedInRequest, attempt, page, screen
from rundbord.web.guarded import GuardedForm


class PlaceForm(GuardedForm):
    """Any of the three will do; a street or a point leads to its area."""

    guarded: ClassVar[tuple[str, ...]] = ("place_text",)

    area_id = forms.TypedChoiceField(label="Område", required=False, coerce=UUID, empty_value=None)
    place_text = forms.CharField(label="Gade eller sted", required=False, max_length=160, help_text="Uden husnummer.")
    lat = forms.FloatField(label="Breddegrad", required=False, min_value=54, max_value=58)
    lon = forms.FloatField(label="Længdegrad", required=False, min_value=7, max_value=16)

    def __init__(self, *args: object, **options: object) -> None:
        """Offer the open areas."""
        super().__init__(*args, places=place_names(), **options)
        areas = Area.objects.filter(closed_at=None).order_by("sort_key").values_list("id", "name")
        chosen = [("", "Vælg område"), *[(str(key), name) for key, name in areas]]
        self.fields["area_id"].choices = chosen  # type: ignore[attr-defined]
        for name in ("lat", "lon"):
            self.fields[name].widget.attrs["step"] = "any"

    def spot(self) -> actions.Spot:
        """Give the place; its precision is that of the finest thing told."""
        told = self.cleaned_data
        has_point = told["lat"] is not None and told["lon"] is not None
        point = Point(lat=told["lat"], lon=told["lon"]) if has_point else None
        found = None if told["area_id"] else area_of(street=told["place_text"], point=point)
        return actions.Spot(
            area_id=told["area_id"] or (found.pk if found else None),
            place_text=told["place_text"],
            lat=point.lat if point else None,
            lon=point.lon if point else None,
            point_precision=PointPrecision.POINT.value if point else "",
        )


@screen(Permission.TRIAGE, writes=True)
def place_report(request: SignedInRequest, report_id: UUID) -> HttpResponse:
    """Show the map; keep the report at the place chosen."""
    report = report_of(request.actor, report_id)
    form = PlaceForm(request.POST or None, initial={"place_text": report.place_text, "area_id": report.area_id})
    if form.is_valid():
        placed = attempt(
            form,
            lambda: actions.place_report(report, spot=form.spot(), overridden=form.overridden, by=request.actor),
        )
        if placed is not None:
            return back_to_inbox(request, sorted_as=placed)
    context = {
        "form": form,
        "card": card_of(waiting_of(request.actor, report)),
        "areas": area_collection(),
        "inbox_url": inbox_address(request),
    }
    return page(request, "situation/place_report.html", context)
