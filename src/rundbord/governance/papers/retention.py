"""How long everything is kept, why, and whether it ends by itself."""

from __future__ import annotations

from rundbord.access.declarations import About, Declaration
from rundbord.governance.papers.names import name_of
from rundbord.governance.papers.parts import Paper, Section, Table
from rundbord.governance.queries.standing import Standing
from rundbord.privacy.catalogue import CATALOGUE


def retention_schedule(standing: Standing) -> Paper:
    """Write the schedule: citizens first, then staff, then what holds no personal data."""
    waiting = sum(not each.is_enforced for each in CATALOGUE if each.about is not About.NOBODY)
    return Paper(
        title="Opbevaring",
        lead="Hvor længe hver slags oplysning bevares. Frister, der ikke håndhæves af sig selv, afventer jeres godkendelse.",
        sections=(
            Section(
                heading="Overblik",
                words=(
                    f"{waiting} slags personoplysninger har en frist, som systemet ikke håndhæver af sig selv endnu. De er forslag, som databeskyttelsesrådgiveren godkender.",
                    "Før noget slettes, undersøger myndigheden, om det skal afleveres til arkiv.",
                ),
            ),
            *(_about(each) for each in (About.CITIZENS, About.STAFF, About.NOBODY)),
        ),
    )


def _about(about: About) -> Section:
    rows = tuple(_row(each) for each in CATALOGUE if each.about is about)
    return Section(
        heading=about.label,
        table=Table(head=("Oplysninger", "Hvor længe", "Slettes af sig selv", "Udlevering"), rows=rows),
    )


def _row(each: Declaration) -> tuple[str, ...]:
    ends = "Ja" if each.is_enforced else "Afventer godkendelse" if each.about is not About.NOBODY else "–"
    return name_of(each.model), each.kept, ends, each.handed_out
