"""Kinds and sections of reports to councils and boards."""

from rundbord.vocabulary import Term


class ReportKind(Term):
    """Report kind — rapporttype: how long a period a report is about."""

    HALF = "half", "Halvårsrapport"
    YEAR = "year", "Årsrapport"


class ReportSection(Term):
    """Report section — afsnit: what a report tells, in this order."""

    PICTURE = "picture", "Hvad der er sket i områderne"
    ORIGIN = "origin", "Hvor de sigtede unge bor"
    ELSEWHERE = "elsewhere", "Hvor vores egne unge er sigtet"
    PROACTIVE = "proactive", "For alle: det, der forebygger"
    REACTIVE = "reactive", "Når noget er galt: risiko, kriminalitet og grov kriminalitet"
    OPERATIVE = "operative", "På stedet: vagter, zoner og steder i fokus"
    DECISIONS = "decisions", "Hvad vi besluttede"
    GOALS = "goals", "Hvordan målene står"
    GOVERNANCE = "governance", "Aftale, fornyelser og økonomi"

    @property
    def counts_persons(self) -> bool:
        """Tell whether its table holds numbers of persons from the parties' own statistics."""
        return self in {ReportSection.ORIGIN, ReportSection.ELSEWHERE, ReportSection.REACTIVE}
