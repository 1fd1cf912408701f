"""Last half-year's report, approved, and this one's draft: made through the ordinary actions."""

from __future__ import annotations

from django.utils import timezone

from rundbord.access.session import acting_for
from rundbord.demo.actors import actor_named
from rundbord.demo.founding import Founded
from rundbord.insight import actions
from rundbord.insight.rules.report_periods import half_year
from rundbord.insight.vocabulary import ReportSection

_JULY = 7
_WORDS = {
    ReportSection.PICTURE: "Der var mest uro omkring stationerne i de lyse aftener. Boligområderne var rolige.",
    ReportSection.OPERATIVE: "Gadeteams og lokalpoliti gik runder sammen, og det vil vi blive ved med.",
    ReportSection.GOALS: "Vi siger kun, hvordan et mål står, når nogen har målt det.",
}
_TABLES = {
    ReportSection.ORIGIN: "Gladsaxe 24\nHerlev 11\nBallerup 19\nKøbenhavn 31\nAndre kommuner 4",
    ReportSection.ELSEWHERE: "København 17\nRødovre 6\nAndre kommuner 9",
}


def write_reports(founded: Founded) -> None:
    """Let the secretariat begin, write, and a leader approve."""
    secretary, leader = actor_named("sekretaer@herlev", founded), actor_named("leder@gladsaxe", founded)
    today = timezone.localdate()
    is_second = today.month >= _JULY
    over = half_year(today.year, 1) if is_second else half_year(today.year - 1, 2)
    with acting_for(secretary):
        report = actions.make_report(over, by=secretary)
        for section, text in _WORDS.items():
            actions.write_words(report, section, text=text, overridden=[], by=secretary)
        for section, text in _TABLES.items():
            actions.write_table(report, section, text=text, source="Politiets statistik", overridden=[], by=secretary)
        actions.make_report(half_year(today.year, 2 if is_second else 1), by=secretary)
    with acting_for(leader):
        actions.approve_report(report, by=leader)
