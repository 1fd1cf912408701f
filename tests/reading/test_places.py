"""Where it happened, as reports write it."""

import pytest

from rundbord.reading import Span
from rundbord.reading.places import canonical_town, is_town, scene_in


def scene(story: str) -> tuple[str | None, str | None]:
    found = scene_in(story, (Span(0, len(story)),))
    return found.place, found.town


@pytest.mark.parametrize(
    ("story", "place", "town"),
    [
        ("En bil blev påkørt på Prøvevej i Randers NV.", "Prøvevej", "Randers NV"),
        ("Han kørte ad Skitsegade, 8210 Århus V, i østlig retning.", "Skitsegade", "Aarhus V"),
        ("Han kørte ad Prøve Ringvej 8220 Brabrand i nordlig retning.", "Prøve Ringvej", "Brabrand"),
        ("Uheldet skete i krydset Prøvevej/Tegnevej i Viby J.", "Prøvevej/Tegnevej", "Viby J"),
        ("Uheldet skete i krydset mellem Prøvevej og Tegne Allé i Ry.", "Prøvevej/Tegne Allé", "Ry"),
        ("Det skete på Prøveleddet ved Gl. Skitsevej i Randers NV.", "Prøveleddet/Gl. Skitsevej", "Randers NV"),
        ("Bilen holdt på L.A. Prøvers Vej i Højbjerg.", "L.A. Prøvers Vej", "Højbjerg"),
        ("Det skete på Nordprøvens Motorvej ved Randers SV.", "Nordprøvens Motorvej", "Randers SV"),
        ("Det skete på Prøvevej i Anbæk ved Hammel.", "Prøvevej", "Anbæk"),
        ("Det skete på Prøvevej i Ting, Bjerringbro.", "Prøvevej", "Bjerringbro"),
        ("Det skete på Langprøven i Tranebjerg på Samsø.", "Langprøven", "Tranebjerg"),
        ("Toget holdt på Ulstrup Station.", "Ulstrup Station", "Ulstrup"),
        ("Det skete ved Bazar Vest i Brabrand.", "Bazar Vest", "Brabrand"),
        ("Butikken på Trekanten i Grenå blev ramt.", "Trekanten", "Grenaa"),
        ("Et byggemarked i Hornslet blev ramt.", "byggemarked", "Hornslet"),
        ("Bilen holdt på en parkeringsplads i Brabrand.", "parkeringsplads", "Brabrand"),
        ("Politiet kom til en adresse i Åbyhøj.", None, "Åbyhøj"),
        ("To biler stødte sammen på E45 ved afkørsel 43 Randers C.", "E45", "Randers C"),
        ("Bilen holdt på Prøvevej i Horsens-retningen ved Gedved.", "Prøvevej", "Gedved"),
        ("To biler stødte sammen på rute 15 ved Tirstrup.", "rute 15", "Tirstrup"),
        ("Skitsevej. Mellem fredag kl. 16.00 og lørdag kl. 19.30.", "Skitsevej", None),
        ("En vagt på Aarhus Havn så to droner over skuret på Prøvevej i Aarhus C.", "Prøvevej", "Aarhus C"),
        ("På Randers Regionshospital, Prøvevej, sparkede en patient en læge.", "Prøvevej", "Randers"),
        ("En mand stod i Hørsholm Midtpunkt. Han løb ad Prøvevej.", "Hørsholm Midtpunkt", "Hørsholm"),
        ("Hun blev opsøgt på sin bopæl på Prøvevej.", "Prøvevej", None),
        ("En mand faldt i vandet ud for Den Prøvende i Risskov.", "Den Prøvende", "Risskov"),
        ("En taske blev stjålet fra stranden i Prøveby.", "stranden", "Prøveby"),
        ("Der blev skåret hul i tre joller i Prøveby Havn.", "Prøveby Havn", "Prøveby"),
        ("Der blev solgt hash på stranden ved Prøveby.", "stranden", "Prøveby"),
        ("En ansat på rådhuset i Nibe blev truet.", "rådhuset", "Nibe"),
        ("Optoget gik gennem Prøvegade i Stege.", "Prøvegade", "Stege"),
        ("Ruden blev knust på Nørrebro i Hjørring.", "Nørrebro", "Hjørring"),
        ("Han sad på Regionshospitalet Randers på Prøvevej.", "Prøvevej", "Randers"),
        ("En kvinde blev bestjålet i bussen mellem Randers Busterminal og havnen.", "Randers Busterminal", "Randers"),
        ("En løs tyr spærrede fredag kl. 17 Prøve Landevej ved Prøveby.", "Prøve Landevej", "Prøveby"),
        ("Manden fremstilles i Retten i Randers.", None, None),
        ("En 30-årig mand fra Hillerød blev sigtet.", None, None),
        ("Østjyllands Politi undersøger sagen.", None, None),
    ],
)
def test_place_and_town_are_read_from_running_text(story: str, place: str | None, town: str | None) -> None:
    assert scene(story) == (place, town)


def test_a_control_over_a_quarter_is_placed_by_its_heading() -> None:
    text = "Færdselsindsats i Aarhus Vest\nEn bilist blev målt på Prøvevej."
    heading = Span(0, 29)

    found = scene_in(text, (Span(30, len(text)),), heading=heading, prefers_heading=True)

    assert (found.place, found.town) == ("Aarhus Vest", "Aarhus")


@pytest.mark.parametrize(
    ("written", "official"),
    [
        ("Grenå", "Grenaa"),
        ("Århus N", "Aarhus N"),
        ("Aabyhøj", "Åbyhøj"),
        ("Viby Jylland", "Viby J"),
        ("Randers Nø", "Randers NØ"),
        ("Følle", "Følle"),
    ],
)
def test_a_known_town_gets_its_official_spelling(written: str, official: str) -> None:
    assert canonical_town(written) == official


@pytest.mark.parametrize(
    ("words", "known"),
    [
        ("Ballerup", True),
        ("Gladsaxe", True),
        ("Djursland", True),
        ("Høje-Taastrup", True),
        ("Ganløse", True),
        ("Faxe", True),
        ("Matas", False),
    ],
)
def test_towns_regions_and_municipalities_are_known(words: str, known: bool) -> None:
    assert is_town(words) is known
