"""Report — indberet: what is saved, who reads it, what is refused, and that nothing typed is lost."""

from __future__ import annotations

from datetime import date, timedelta
from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from PIL import Image

from rundbord.access.session import acting_for
from rundbord.audit import Event
from rundbord.identity.models import User
from rundbord.notices.models import Notice
from rundbord.partnership.models import AreaStreet
from rundbord.partnership.rules import street_key
from rundbord.partnership.vocabulary import Audience
from rundbord.situation.models import Photo, Report
from rundbord.situation.vocabulary import Basis, Nature, PointPrecision, SourceKind, TimePrecision
from tests.database import as_owner
from tests.factories import rows
from tests.factories.situations import ActorOf, ClientOf, Vestegnen
from tests.logs import logged

YESTERDAY = (date.today() - timedelta(days=1)).isoformat()
TOMORROW = (date.today() + timedelta(days=1)).isoformat()
TEXT = "Gruppe ved nedgangen, råb efter forbipasserende."


def _post(client: Client, vestegnen: Vestegnen, **typed: Any) -> Any:
    told = {"text": TEXT, "area": str(vestegnen.station.pk), "telling": "now", "audience": "parties", **typed}
    return client.post("/indberet/", told)


def _reports() -> list[Report]:
    with as_owner():
        return list(Report.objects.order_by("created_at"))


def test_what_and_where_are_enough(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    before = timezone.now()

    response = client_of(vestegnen.street_worker).post("/indberet/", {"text": TEXT, "area": str(vestegnen.station.pk)})

    saved = _reports()[0]
    assert response.headers["Location"] == f"/mine-indberetninger/?gemt={saved.pk}"
    assert (saved.text, saved.area_id, saved.audience) == (TEXT, vestegnen.station.pk, Audience.PARTIES)
    assert (saved.nature, saved.source_kind) == (Nature.OBSERVATION, SourceKind.STREET)
    assert saved.starts_at is not None
    assert before <= saved.starts_at <= timezone.now()
    assert saved.starts_precision == TimePrecision.MINUTE
    assert logged(Event.REPORTED, about=saved)


def test_the_form_is_filled_in_beforehand(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    page = client_of(vestegnen.street_worker).get("/indberet/")

    form = page.context["form"]
    assert form["telling"].value() == "now"
    assert form["basis"].value() == Basis.SEEN
    assert form["audience"].value() == Audience.PARTIES


def test_the_form_says_who_may_read_with_their_units(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    page = client_of(vestegnen.street_worker).get("/indberet/").content.decode()

    assert "Herlev Kommune: SSP Herlev" in page
    assert "Vestegnens Politi: Lokalpolitiet" in page
    assert "Kan kun læses af Gadeteamet" in page
    assert "Udenfor Kommune" not in page


@pytest.mark.parametrize(
    ("audience", "readers"),
    [
        ("unit", {"street_worker"}),
        ("authority", {"street_worker", "coordinator"}),
        ("police", {"street_worker", "coordinator", "officer"}),
        ("parties", {"street_worker", "coordinator", "officer", "herlev_case_worker"}),
        ("partners", {"street_worker", "coordinator", "officer", "herlev_case_worker", "caretaker"}),
    ],
)
def test_an_audience_reaches_whom_it_names_and_nobody_else(
    *, audience: str, readers: set[str], vestegnen: Vestegnen, client_of: ClientOf, actor_of: ActorOf
) -> None:
    _post(client_of(vestegnen.street_worker), vestegnen, audience=audience)

    seen_by = set()
    for name in ("street_worker", "coordinator", "officer", "herlev_case_worker", "caretaker", "outsider"):
        with acting_for(actor_of(getattr(vestegnen, name))):
            seen_by |= {name} if Report.objects.exists() else set()
    assert seen_by == readers


def test_a_housing_partner_reports_through_the_partners_login(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    response = _post(client_of(vestegnen.caretaker), vestegnen, is_urgent="on")

    saved = _reports()[0]
    assert response.status_code == 302
    assert saved.source_kind == SourceKind.HOUSING
    with as_owner():
        assert {each.recipient_id for each in Notice.objects.all()} >= {vestegnen.gladsaxe.pk, vestegnen.herlev.pk}


def test_a_street_leads_to_its_area(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    with as_owner():
        AreaStreet.objects.create(
            partnership=vestegnen.partnership,
            area=vestegnen.park,
            key=street_key("Gl. Eksempelvej"),
            name="Gl. Eksempelvej",
        )

    _post(client_of(vestegnen.street_worker), vestegnen, area="", place_text="gammel eksempelvej")

    saved = _reports()[0]
    assert saved.area_id == vestegnen.park.pk
    assert saved.point_precision == PointPrecision.STREET


def test_a_point_on_the_map_leads_to_its_area(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    _post(client_of(vestegnen.street_worker), vestegnen, area="", lat="55.724", lon="12.405")

    saved = _reports()[0]
    assert (saved.area_id, saved.point_precision) == (vestegnen.station.pk, PointPrecision.POINT)


def test_the_units_own_places_come_first(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    rows.report(vestegnen.partnership, vestegnen.gladsaxe_street, area=vestegnen.park)

    page = client_of(vestegnen.street_worker).get("/indberet/").content.decode()

    assert page.index("I bruger mest") < page.index("Parken") < page.index("Alle områder") < page.index("Stationen")


@pytest.mark.parametrize(
    ("typed", "field", "says"),
    [
        ({"text": "  "}, "text", "Skriv kort, hvad der skete."),
        ({"text": "Larm. " * 700}, "text", "Den må højst være på 4000."),
        ({"area": ""}, "area", "Vælg et område"),
        ({"telling": "earlier", "day": TOMORROW, "clock": "20:00"}, "clock", "i fremtiden"),
        (
            {"telling": "between", "day": YESTERDAY, "clock": "20:00", "until": "19:00"},
            "until",
            "Slut ligger før start",
        ),
        ({"telling": "between", "day": YESTERDAY, "clock": ""}, "clock", "hvornår det begyndte"),
        ({"telling": "earlier", "day": "fredag", "clock": "20:00"}, "day", "gyldig dato"),
        ({"telling": "earlier", "day": "1999-01-01", "clock": "20:00"}, "clock", "mere end et år"),
        ({"audience": "unit", "is_urgent": "on"}, "audience", "koordinator"),
        ({"place_text": "Eksempelvej 12"}, "place_text", "Husnummer"),
        ({"lat": "1", "lon": "1"}, "area", "ikke i Danmark"),
    ],
)
def test_what_is_wrong_is_said_beside_the_field_and_nothing_is_lost(
    *, typed: dict[str, str], field: str, says: str, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    response = _post(client_of(vestegnen.street_worker), vestegnen, mood="tense", **typed)

    form = response.context["form"]
    assert says in str(form.errors.get(field))
    assert form["mood"].value() == "tense"
    assert form["text"].value() == typed.get("text", TEXT)
    assert _reports() == []


def test_a_name_is_asked_about_and_may_be_kept_which_is_logged(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    client = client_of(vestegnen.street_worker)
    named = "Mehmet stod ved nedgangen."
    asked = _post(client, vestegnen, text=named)

    kept = asked.context["form"]["text"].examined.mark
    response = _post(client, vestegnen, text=named, **{"text-wording": kept})

    assert "»Mehmet«" in asked.content.decode()
    assert response.status_code == 302
    assert logged(Event.GUARD_OVERRIDDEN, about=_reports()[0])


def test_the_next_report_keeps_place_and_time(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    client = client_of(vestegnen.street_worker)

    response = _post(client, vestegnen, telling="earlier", day=YESTERDAY, clock="22:30", again="1")
    following = client.get(response.headers["Location"])

    form = following.context["form"]
    assert form["area"].value() == str(vestegnen.station.pk)
    assert (form["telling"].value(), form["day"].value(), form["clock"].value()) == ("earlier", YESTERDAY, "22:30")
    assert not form["text"].value()
    assert "Gemt. Skriv den næste." in following.content.decode()


def test_a_draft_comes_back(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    client = client_of(vestegnen.street_worker)
    client.post("/kladde/", {"draft_key": "/indberet/", "text": "Halvt skrevet", "mood": "calm"})

    form = client.get("/indberet/").context["form"]

    assert (form["text"].value(), form["mood"].value()) == ("Halvt skrevet", "calm")


def test_an_urgent_report_tells_the_coordinators_of_all_who_may_read_it(
    vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    _post(client_of(vestegnen.street_worker), vestegnen, is_urgent="on", audience="parties")

    with as_owner():
        told = {(notice.recipient_id, notice.role, notice.kind) for notice in Notice.objects.all()}
    assert told == {
        (authority.pk, "coordinator", "urgent_report")
        for authority in (vestegnen.police, vestegnen.gladsaxe, vestegnen.herlev)
    }


def test_a_report_that_can_wait_tells_nobody(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    _post(client_of(vestegnen.street_worker), vestegnen)

    with as_owner():
        assert not Notice.objects.exists()


def _image() -> bytes:
    stream = BytesIO()
    Image.new("RGB", (80, 60), "green").save(stream, "JPEG")
    return stream.getvalue()


def _file(content: bytes, name: str = "foto.jpg") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content, content_type="image/jpeg")


def test_a_photo_is_kept_with_its_report_and_every_look_is_logged(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    client = client_of(vestegnen.street_worker)
    _post(client, vestegnen, photos=[_file(_image()), _file(_image())])
    with as_owner():
        photo = Photo.objects.first()
    assert photo is not None

    response = client.get(f"/foto/{photo.pk}/")

    assert response.headers["Content-Type"] == "image/jpeg"
    assert "sandbox" in response.headers["Content-Security-Policy"]
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Cache-Control"] == "no-store"
    assert logged(Event.FILE_READ, about=photo)


@pytest.mark.parametrize(
    ("who", "status"),
    [("officer", 200), ("herlev_case_worker", 404), ("caretaker", 404), ("outsider", 404)],
)
def test_a_photo_out_of_reach_does_not_exist(who: str, status: int, vestegnen: Vestegnen, client_of: ClientOf) -> None:
    _post(client_of(vestegnen.street_worker), vestegnen, audience="police", photos=[_file(_image())])
    with as_owner():
        photo = Photo.objects.get()
    reader: User = getattr(vestegnen, who)

    assert client_of(reader).get(f"/foto/{photo.pk}/").status_code == status


def test_a_photo_survives_an_error_elsewhere(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    client = client_of(vestegnen.street_worker)

    refused = _post(client, vestegnen, text="", photos=[_file(_image())])
    _post(client, vestegnen, kept_photo=refused.context["form"].carried_photos())

    with as_owner():
        assert Photo.objects.count() == 1


def test_what_is_no_photo_is_told_beside_the_field(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    response = _post(client_of(vestegnen.street_worker), vestegnen, photos=[_file(b"%PDF-1.7")])

    assert "ikke et billede" in str(response.context["form"].errors["photos"])
    assert _reports() == []


def test_nothing_to_report_takes_one_tap_and_a_second_adds_nothing(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    rows.reporting_duty(vestegnen.partnership, vestegnen.gladsaxe_street)
    client = client_of(vestegnen.street_worker)
    assert "Intet at bemærke" in client.get("/indberet/").content.decode()

    client.post("/indberet/intet/")
    client.post("/indberet/intet/")

    saved = _reports()
    assert [each.nature for each in saved] == [Nature.NOTHING]
    assert logged(Event.REPORTED_NOTHING, about=saved[0])
