"""Components: what they show, what they refuse, and that nothing in them reaches the page unescaped."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.conf import settings

from rundbord.ui.icons import ICON_OF_KIND, ICONS
from tests.ui.conftest import Show

SPRITE = next(Path(folder) for prefix, folder in settings.STATICFILES_DIRS if prefix == "dkfds") / "img"


def test_a_misspelt_argument_fails_before_anything_is_shown(show: Show) -> None:
    with pytest.raises(Exception, match="unexpected keyword argument 'haeding'"):
        show('{% panel haeding="Hændelser" %}{% endpanel %}')


@pytest.mark.parametrize(
    "source",
    [
        "{% panel heading=text %}{% endpanel %}",
        "{% panel %}{{ text }}{% endpanel %}",
        "{% alert heading=text %}{% endalert %}",
        "{% card heading=text href=text eyebrow=text %}{% endcard %}",
        "{% badge text %}",
        '{% stat 1 label=text href="#" note=text %}',
        '{% button text href="#" %}',
        "{% facts %}{% fact label=text %}{{ text }}{% endfact %}{% endfacts %}",
        '{% empty_state heading=text text=text icon="info" %}{{ text }}{% endempty_state %}',
        "{% breadcrumbs %}{% crumb text href=text %}{% endbreadcrumbs %}",
        '{% map_view id="kort" label=text points=points %}',
    ],
)
def test_what_people_write_is_escaped(show: Show, source: str) -> None:
    hostile = "</script><script>alert(1)</script>"
    point = {"type": "Feature", "properties": {"label": hostile}, "geometry": None}

    html = show(source, text=hostile, points={"type": "FeatureCollection", "features": [point]})

    assert "<script>alert" not in html
    assert "alert(1)" in html


def test_an_icon_that_the_design_system_lacks_is_an_error(show: Show) -> None:
    with pytest.raises(ValueError, match="no icon named 'enhjoerning'"):
        show('{% icon "enhjoerning" %}')


def test_every_icon_on_the_list_is_in_the_design_system() -> None:
    drawn = set(re.findall(r'symbol id="([^"]+)"', (SPRITE / "all-svg-icons.svg").read_text("utf-8")))

    assert drawn >= ICONS
    assert {icon for icon in ICON_OF_KIND.values() if icon} <= ICONS


@pytest.mark.parametrize("kind", ["urgent", "overdue", "missing", "confirmed", "unconfirmed", "changed", "new"])
def test_colour_is_never_alone(show: Show, kind: str) -> None:
    badge = BeautifulSoup(show("{% badge 'Tekst' kind=kind %}", kind=kind), "html.parser")

    assert badge.find("svg") is not None
    assert badge.get_text(strip=True) == "Tekst"


def test_an_unknown_kind_of_mark_is_an_error(show: Show) -> None:
    with pytest.raises(ValueError, match="'rasende' is no kind of mark"):
        show('{% status_dot "Tekst" kind="rasende" %}')


def test_an_icon_without_a_label_is_hidden_from_screen_readers(show: Show) -> None:
    assert 'aria-hidden="true"' in show('{% icon "home" %}')
    assert 'role="img" aria-label="Hjem"' in show('{% icon "home" label="Hjem" %}')


def test_a_number_leads_to_the_list_it_counts(show: Show) -> None:
    tile = BeautifulSoup(show('{% stat 12 label="nye hændelser" href="/indbakke/" %}'), "html.parser")

    link = tile.find("a", href="/indbakke/")
    assert link is not None
    assert link.get_text(" ", strip=True) == "12 nye hændelser"


def test_an_empty_list_without_an_action_shows_no_empty_frame(show: Show) -> None:
    assert "empty-state-action" not in show('{% empty_state heading="Tom" %} {% endempty_state %}')
    assert "empty-state-action" in show('{% empty_state heading="Tom" %}<a href="#">Gør noget</a>{% endempty_state %}')


def test_a_one_button_form_tells_which_entry_it_concerns(show: Show) -> None:
    form = BeautifulSoup(show('{% post_button "Behold" url="/x/" about="Hærværk" %}'), "html.parser")

    button = form.find("button")
    assert button is not None
    assert button.get_text() == "Behold: Hærværk"
    assert form.find("input", {"name": "csrfmiddlewaretoken"}) is not None


def test_the_last_crumb_is_the_page_itself(show: Show) -> None:
    trail = show('{% breadcrumbs %}{% crumb "I dag" href="/" %}{% crumb "Hændelse" %}{% endbreadcrumbs %}')

    page = BeautifulSoup(trail, "html.parser").find("li", {"aria-current": "page"})
    assert page is not None
    assert page.get_text() == "Hændelse"


def test_a_map_carries_its_facts_as_geojson(show: Show) -> None:
    areas = {"type": "FeatureCollection", "features": []}
    html = show('{% map_view id="kort" label="Kort" areas=areas points_url="/punkter/" %}', areas=areas)

    layers = BeautifulSoup(html, "html.parser").select("[data-layer]")
    assert [layer["data-layer"] for layer in layers] == ["areas", "points"]
    assert json.loads(layers[0].get_text()) == areas
    assert layers[1]["data-url"] == "/punkter/"


def test_a_live_part_knows_its_signal_and_its_version(show: Show) -> None:
    html = show('{% live topic="inbox" url="/signal/" target="liste" version=7 %}Indhold{% endlive %}')

    part = BeautifulSoup(html, "html.parser").find(id="liste")
    assert part is not None
    assert (part["data-live-url"], part["data-live-version"], part["hx-trigger"]) == ("/signal/", "7", "live")
