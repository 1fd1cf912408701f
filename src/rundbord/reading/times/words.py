"""The Danish words and number shapes that tell a time."""

import re

from rundbord.reading.late import late

WEEKDAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
MONTHS = (
    "januar", "februar", "marts", "april", "maj", "juni",
    "juli", "august", "september", "oktober", "november", "december",
)  # fmt: skip
HOURS = ("nul", "et", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti", "elleve", "tolv")
DAYPARTS = {
    "nat": 0, "natten": 0, "nattetimerne": 0, "morgen": 6, "morgenen": 6, "morgentimerne": 6, "formiddag": 9,
    "formiddagen": 9, "middag": 12, "middagen": 12, "eftermiddag": 12, "eftermiddagen": 12, "aften": 18,
    "aftenen": 18, "aftentimerne": 18, "midnat": 0,
}  # fmt: skip
"""Where on the clock a part of the day begins."""

WEEKDAY = r"(?:man|tirs|ons|tors|fre|lør|søn)dag"
MONTH = "|".join((*MONTHS, "jan", "feb", "apr", "jun", "jul", "aug", "sep", "sept", "okt", "nov", "dec"))
DAYPART = "|".join(sorted(DAYPARTS, key=len, reverse=True))
HOUR = "|".join(HOURS[1:])
FEASTS = {
    "første juledag": (25, 12), "1. juledag": (25, 12), "anden juledag": (26, 12), "2. juledag": (26, 12),
    "lillejuleaften": (23, 12), "juleaften": (24, 12), "juledag": (25, 12), "nytårsaften": (31, 12),
    "nytårsnat": (1, 1), "nytårsdag": (1, 1), "sankthansaften": (23, 6), "grundlovsdag": (5, 6),
}  # fmt: skip
"""Days that Danes call by name and that fall on the same date each year."""

NIGHT_BEFORE = (
    rf"\b[Nn]at(?:ten|tetimerne)? (?:(?:mellem|fra) {WEEKDAY} (?:og|til) |til )(?:den )?"
    rf"(?={WEEKDAY}|\d|i dag|d\.|\w+ \d)"
    r"|\b[Nn]at(?:ten)? mellem (?:den |d\. ?)?\d{1,2}\.(?: [a-zæøå]+)? og (?=(?:den |d\. ?)?\d)"
)
RELATIVE = (
    r"\bi (?:går|gaar)(?: (?:morges|aftes|aften|nat|formiddags?|eftermiddags?|morgen))?\b|\bi forgårs\b"
    r"|\bi (?:nat|aftes|morges|dag|formiddags?|eftermiddags?|aften)\b"
    r"|\bi løbet af natten\b(?! (?:til|mellem|fra)\b)"
)
DAY_BEFORE = r"\b(?:dagen|aftenen|natten|morgenen|eftermiddagen) (?:før|forinden|inden|i forvejen)\b"
WEEKEND = (
    r"\b(?:i løbet af |hen over |henover |i |over )(?:den forgangne |den forløbne )?weekenden\b|\bweekenden over\b"
)
CLOCK_WORD = (
    r"(?:\b(?:klokken|klk?|kil|kll)\b[.,:;]{0,2}|\bkl(?=\d)|\b(?-i:kI)\b\.?"
    r"|(?-i:\bki?)(?=[.\s]{1,2}\d{1,2}[.:]\d\d)[.,]?)"
)
_THE = r"(?:\b[Dd](?:en)?\b[.,]?\s*)"
_YEAR = r"(?:\s?[/.-]\s?|\s(?=20[0-4]\d\b))(?P<date_year>\d{4}|\d{2})(?![\d.:/])"
DATE = (
    rf"(?:{_THE}|(?<![\d.,/]))(?P<date_day>0?\d{{1,2}})\s?(?P<date_mark>[/.&(-])\s?(?P<date_month>\d{{1,2}})"
    rf"(?:{_YEAR})?(?![\d:])"
)
CLOCK = (
    rf"{CLOCK_WORD}\s*(?:ca\.?\s*|omkring\s*)?(?:"
    r"(?P<hour>\d{1,2})\s?[.:,;]\s?(?P<minute>\d{2})(?![\d/])"
    r"|(?P<military>\d{4})(?!\d)"
    r"|(?P<odd_clock>\d{3}[.:]\d{2}|\d{1,2}[.:]\d(?!\d))"
    r"|(?P<whole>\d{1,2})(?![\d/])"
    rf"|(?P<off>halv |kvart over |kvart i )?(?P<hour_word>{HOUR})\b"
    r"|(?P<off_hour>halv|kvart over|kvart i) (?P<hour_after>\d{1,2})\b)"
)
WRITTEN_DATE = rf"{_THE}?\b(?P<day>\d{{1,2}})\.?\s+(?P<month>{MONTH})\b\.?(?:\s+(?P<year>\d{{4}}|\d{{2}}(?=,? kl))\b)?"
FIRST_OF_TWO_DAYS = (
    rf"{_THE}?\b(?P<day_alone>\d{{1,2}})\.(?=\s?(?:og|til|-|–)\s?{_THE}?\d{{1,2}}\.\s(?P<month_behind>{MONTH})\b)"
)
"""The day without a month in "mellem den 10. og den 12. januar"."""
SECOND_MILITARY = (
    r"(?:(?<=\d{4} - )|(?<=\d{4}-)|(?<=\d{4} – )|(?<=\d{4} og )|(?<=\d{4} til )|(?<=/\d\d )|(?<=/\d ))\d{4}(?!\d)"
)

_BEFORE_SECOND_HOUR = "|".join(
    rf"(?<={clock}{hour}{joiner})"
    for clock in (r"kl\. ", "kl ", "klokken ", "mellem ", "tidsrummet ")
    for hour in (r"\d", r"\d\d", r"\d[.:]\d\d", r"\d\d[.:]\d\d")
    for joiner in (" og ", " til ", "-", "–", " - ", " – ")
)
SECOND_HOUR = rf"(?=\d)(?:{_BEFORE_SECOND_HOUR})\d{{1,2}}(?!\d|[.:/]\d| ?%)"
"""The bare hour of "mellem kl. 13 og 14" or "kl. 8-16"."""

TOKEN = late(
    rf"(?P<night>{NIGHT_BEFORE})"
    rf"|(?P<weekend>{WEEKEND})"
    rf"|(?P<relative>{RELATIVE})"
    rf"|(?P<day_before>{DAY_BEFORE})"
    rf"|(?P<feast>\b(?:{'|'.join(FEASTS)})(?:s?dag)?(?:t?en)?\b)"
    rf"|(?P<iso>\b\d{{4}}-\d{{2}}-\d{{2}}\b)"
    rf"|(?P<weekday>\b{WEEKDAY}(?:en|ens|s)?)(?P<part_of_weekday>{DAYPART})?\b"
    rf"|(?P<clock>{CLOCK})"
    rf"|(?P<fraction>(?:\b[Dd](?:en)?\b\.?\s*)?(?:&frac(?:14|12|34);|[¼½¾]))"
    rf"|(?P<around>\b(?P<around_hour>\d{{1,2}})(?:[.:](?P<around_minute>\d{{2}}))?-tiden\b)"
    rf"|(?P<first_of_two>{FIRST_OF_TWO_DAYS})"
    rf"|(?P<written>{WRITTEN_DATE})"
    rf"|(?P<date>{DATE})"
    rf"|(?P<broken>\bd(?:en)?\b\.?\s*\d{{1,2}}/(?!\s?\d))"
    rf"|(?P<bare>(?<![\d.,/])(?P<bare_hour>\d{{1,2}})[:.](?P<bare_minute>\d{{2}})(?![\d]))"
    rf"|(?P<second_hour>{SECOND_HOUR})"
    rf"|(?P<second_military>{SECOND_MILITARY})"
    rf"|(?P<daypart>\b(?:om |ved )?(?:{DAYPART})\b)",
    re.IGNORECASE,
)

OPENER = late(
    r"\b(?:i?mellem|ml\.|fra|i tidsrummet|i perioden|tidsrum|perioden)\b[\s:.,]*(?:den|d\.?|kl\.?)?\s*$", re.I
)
BETWEEN = late(r"^\W*(?:[io]g|til|samt|eller|-|–|—|frem til|indtil|og frem til|og indtil|til og med|/)\W*", re.I)
JOINER = late(
    r"^(?:[\s,.:;()>/-]|\bd(?:en)?\.? \d{1,2}\. |\b(?:d|den|om|omkring|ca|cirka|kort|lidt|lige|før|efter|ved|tidligt"
    r"|sent|klokken|på|dagen|tidspunktet|omkr|i|kl|k|formentlig|præcis|nærmere|allerede"
    r"|netop|selve|[a-zæøå]{2,5}dag(?= d))\b)*$",
    re.I,
)
SHARED_HEAD = late(r"(?:\bi?mellem|\bml\.|\bfra|\bi tidsrummet|\bi tiden|\bi perioden)\b[\s\w.,]{0,12}$", re.I)
