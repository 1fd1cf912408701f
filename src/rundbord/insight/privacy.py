"""What is kept of areas over time, blind spots and the unusual: nothing; and of reports: numbers without persons."""

from rundbord.access.declarations import About, Declaration

_KEPT = "Så længe partnerskabet består; derefter efter arkivreglerne."


def _common(model: str, purpose: str) -> Declaration:
    return Declaration(model=f"insight.{model}", about=About.NOBODY, purpose=purpose, kept=_KEPT)


DECLARATIONS: tuple[Declaration, ...] = (
    _common("PeriodReport", "Halvårs- og årsrapporter med tal og ord uden personer."),
    _common("ReportWords", "Hvad parterne skriver i en rapport."),
    _common("ReportTable", "Parternes egne tal på personer. Det, der er under fem, gemmes aldrig."),
)
