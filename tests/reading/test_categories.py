"""Which category a story is told for, by its heading and its words."""

import pytest

from rundbord.reading import Category, Span, Subcategory
from rundbord.reading.categories import Judgement, judged


def judge(heading: str, story: str) -> Judgement:
    text = f"{heading}\n{story}"
    return judged(text, Span(0, len(heading)) if heading else None, (Span(len(heading) + 1, len(text)),))


@pytest.mark.parametrize(
    ("heading", "story", "category"),
    [
        ("", "Ukendte gerningsmænd har brudt en dør op og skaffet sig adgang til huset.", Category.BURGLARY),
        ("Tyveri fra skur", "Et skur blev udsat for et indbrud. Indbruddet er begået i nat.", Category.BURGLARY),
        ("Stjal 12 øl", "En mand tog 12 øl og forlod butikken uden at betale.", Category.THEFT),
        ("Indbrud i biler", "Tre biler blev brudt op, og der blev stjålet værktøj.", Category.THEFT),
        ("", "En mand fik frarøvet sin telefon af to maskerede personer med kniv.", Category.ROBBERY),
        ("Butikstyv slog ansat", "En mand stjal øl. Han er sigtet for røveri, da han slog en ansat.", Category.ROBBERY),
        ("", "To mænd overfaldt en jævnaldrende og sparkede ham.", Category.VIOLENCE),
        ("Stukket i armen", "En mand blev stukket med en kniv foran et værtshus.", Category.VIOLENCE),
        ("Bombetrussel mod skole", "Skolen fik et opkald om en bombe.", Category.THREATS),
        ("", "En kvinde blev truet på livet af sin nabo.", Category.THREATS),
        ("", "En mand blottede sig for to kvinder på stien.", Category.SEXUAL_OFFENCE),
        ("Fremstilling", "En mand fremstilles for forsøg på voldtægt, hvor han brugte vold.", Category.SEXUAL_OFFENCE),
        ("", "Ti biler fik ridset lakken, og to ruder blev smadret.", Category.VANDALISM),
        ("", "Der er ikke stjålet noget, men døren er ødelagt.", Category.VANDALISM),
        ("", "Der var ild i en container. Politiet mener, at den er påsat.", Category.FIRE),
        ("Uro i Brabrand", "En større gruppe var samlet, og der var tumult.", Category.UNREST),
        ("", "En mand blev fundet i besiddelse af hash og kokain.", Category.DRUGS),
        ("Lattergas i kælder", "Politiet fandt 40 flasker lattergas.", Category.DRUGS),
        ("", "En 20-årig blev sigtet for overtrædelse af knivloven.", Category.WEAPONS),
        ("Skyderi", "Beboere hørte skud, og der blev fundet patronhylstre.", Category.WEAPONS),
        ("", "En ældre kvinde blev franarret 20.000 kroner af en falsk politimand.", Category.FRAUD),
        ("", "En bilist blev sigtet for narkokørsel og kørsel uden førerret.", Category.TRAFFIC),
        ("Mødte op med økse", "En mand slog på en dør med en økse. Han er sigtet for trusler.", Category.THREATS),
        ("Brandalarm gik", "Fire mænd blev sigtet for overtrædelse af udlændingeloven.", Category.ALIENS),
        ("", "En mand blev sprayet i ansigtet. Det efterforskes som forsøg på røveri.", Category.ROBBERY),
        ("Truede i kiosk", "En mand truede en ansat med kniv og forlangte cigaretter.", Category.ROBBERY),
        ("", "Efter kampen blev seks unge mødt med sigtelser for vold og gadeuorden.", Category.VIOLENCE),
        ("Gavekort-svindel", "En mand var på vej til at købe gavekort for 9.000 kroner.", Category.FRAUD),
        ("", "To mænd sprang ud af taxaen uden at betale regningen.", Category.FRAUD),
        ("Mand i bil", "En mand tilbød et barn penge, hvis det ville med i bilen.", Category.SUSPICIOUS),
        ("", "En bil havde fået ridset et ord i kølerhjelmen.", Category.VANDALISM),
        ("Indbrud i bil, Prøveby", "En rude blev knust, og der blev taget en taske.", Category.THEFT),
        ("Groft tyveri fra lager", "Gerningsmænd brød ind på et lager og tog fladskærme.", Category.BURGLARY),
        ("Stjal jakker", "Ukendte knuste ruden til en tøjbutik i byen og stjal 30 jakker.", Category.BURGLARY),
        ("Fyrværkeri stjålet", "Fra en container er der stjålet fyrværkeri.", Category.THEFT),
        ("Fyrværkeri mod postkasse", "En postkasse er sprængt i stykker.", Category.VANDALISM),
        ("To sigtet for hærværk", "Sent lørdag sparkede to mænd en rude ud. De blev anholdt.", Category.VANDALISM),
        ("Peberspray", "En gruppe unge blev sprayet med peberspray.", Category.VIOLENCE),
        ("Skudt gennem rude", "Et par vågnede og fandt et hul i ruden.", Category.WEAPONS),
        ("Truet med pistol", "Gæsten viste en pistol. Han er sigtet for trusler.", Category.THREATS),
        ("Pengeafpresning", "En mand er blevet afkrævet 20.000 kr. for en gammel gæld.", Category.THREATS),
        ("", "En mand sagde til to betjente, at han vidste, hvor de boede.", Category.THREATS),
        ("Dokumentfalsk", "En mand ville hente medicin på en forfalsket recept.", Category.FRAUD),
        ("Fodgænger ramt", "En kvinde blev ramt af en bus, da hun gik ud foran den.", Category.TRAFFIC),
        ("Person gennem isen", "En dreng blev hjulpet i land.", Category.MISSING_OR_RESCUE),
        ("Mand faldt i havnen", "To taxachauffører fik ham op.", Category.MISSING_OR_RESCUE),
        ("Nægtet indrejse", "Tre blev afvist ved paskontrollen.", Category.ALIENS),
        ("Husfredskrænkelse", "En mand gik ind til sin nabo og ville ikke forlade huset.", Category.UNREST),
        ("Falsk alarm", "En beboer trykkede på brandalarmen i sjov.", Category.OTHER),
        ("", "Besætningen i en redningshelikopter blev blændet af laserlys.", Category.OTHER),
        ("Maskinpistol fundet", "Betjente fandt ammunition i et kælderrum.", Category.WEAPONS),
        ("Soloulykke", "En motorcyklist væltede på løst grus og slog skulderen.", Category.TRAFFIC),
        ("Blottelse", "En mand viste sig frem for skolebørn.", Category.SEXUAL_OFFENCE),
        ("Juleskænderi", "En patrulje måtte mægle mellem to brødre.", Category.UNREST),
        ("Kiosk fik besøg", "En maskeret mand lagde en pose på disken. Ansatte gav ham kassen.", Category.ROBBERY),
        ("", "En kvinde, som foregav at være ansat i en bank, fik hans kort.", Category.FRAUD),
        ("Truet for sin jakke", "De ville slå, hvis ikke han gav dem jakken.", Category.ROBBERY),
        ("Brosten mod bil", "To drenge kastede brosten.", Category.VANDALISM),
        ("Påvirket mand kørte i hæk", "Føreren havde indtaget hash og øl.", Category.TRAFFIC),
        ("Hittegods", "Der er indleveret en kajak.", Category.OTHER),
        ("Færdsel", "To biler stødte sammen i et kryds.", Category.TRAFFIC),
        ("Færdsel", "En mand blev standset. I bilen lå der hash.", Category.TRAFFIC),
        ("", "To mænd luskede rundt og tog i dørene. Beboeren fandt det mistænkeligt.", Category.SUSPICIOUS),
        ("", "Naboer klagede over høj musik, og festen blev lukket.", Category.UNREST),
        ("", "En beruset mand blev bortvist og kom i detentionen.", Category.UNREST),
        ("", "Tre mænd blev sigtet for overtrædelse af udlændingeloven.", Category.ALIENS),
        ("", "En dement mand meldt savnet blev fundet i god behold.", Category.MISSING_OR_RESCUE),
        ("", "En sejler faldt i vandet og blev reddet op.", Category.MISSING_OR_RESCUE),
        ("", "Et dødsfald undersøges.", Category.OTHER),
    ],
)
def test_a_story_gets_the_category_it_is_told_for(heading: str, story: str, category: Category) -> None:
    assert judge(heading, story).category is category


@pytest.mark.parametrize(
    ("heading", "story", "kind"),
    [
        ("Indbrud i villa", "En rude blev knust.", Subcategory.DWELLING),
        ("Indbrud", "Et lager fik opbrudt en port.", Subcategory.BUSINESS),
        ("", "Der var indbrud i et sommerhus.", Subcategory.HOLIDAY_HOME),
        ("Butikstyveri", "To mænd stjal parfume.", Subcategory.SHOP),
        ("", "En cykel blev stjålet ved stationen.", Subcategory.BICYCLE),
        ("", "En personbil blev brugsstjålet.", Subcategory.JOYRIDING),
        ("", "Der var tyveri fra en varebil.", Subcategory.FROM_CAR),
        ("Færdsel", "Der skete et færdselsuheld.", Subcategory.ACCIDENT),
        ("Færdsel", "En bilist var påvirket af alkohol.", Subcategory.UNDER_INFLUENCE),
        ("Færdsel", "En bilist kørte uden førerret.", Subcategory.LICENCE),
        ("Færdselsindsats", "Sigtelserne fordelte sig på 12 sager.", Subcategory.TRAFFIC_CONTROL),
    ],
)
def test_the_subcategory_says_what_kind_it_was(heading: str, story: str, kind: Subcategory) -> None:
    assert judge(heading, story).subcategory is kind


def test_a_text_without_any_telling_word_weighs_nothing() -> None:
    assert judge("", "Solen skinnede hele dagen.").weight == 0


def test_the_words_that_decided_are_shown() -> None:
    story = "Der blev begået hærværk."

    judgement = judge("", story)

    assert [span.of(f"\n{story}") for span in judgement.spans] == ["hærværk"]


def test_of_two_that_weigh_the_same_the_first_told_is_chosen() -> None:
    assert judge("", "En dolk blev smadret.").category is Category.WEAPONS
    assert judge("", "En rude blev smadret med en dolk.").category is Category.VANDALISM
