"""Chooses the layout: by how many headings its grammar reads, its other signs, and the district's name if given."""

from rundbord.reading.layouts.bornholm import BORNHOLM
from rundbord.reading.layouts.fyn import FYN
from rundbord.reading.layouts.general import GENERAL
from rundbord.reading.layouts.koebenhavn import KOEBENHAVN
from rundbord.reading.layouts.layout import Layout
from rundbord.reading.layouts.midt_vestjylland import MIDT_VESTJYLLAND
from rundbord.reading.layouts.midt_vestsjaelland import MIDT_VESTSJAELLAND
from rundbord.reading.layouts.nordjylland import NORDJYLLAND
from rundbord.reading.layouts.nordsjaelland import NORDSJAELLAND
from rundbord.reading.layouts.oestjylland import OESTJYLLAND
from rundbord.reading.layouts.sections import Section, sections_of
from rundbord.reading.layouts.sydsjaelland import SYDSJAELLAND
from rundbord.reading.layouts.vestegnen import VESTEGNEN
from rundbord.reading.source import Document

LAYOUTS = (
    FYN,
    SYDSJAELLAND,
    MIDT_VESTJYLLAND,
    MIDT_VESTSJAELLAND,
    NORDSJAELLAND,
    NORDJYLLAND,
    VESTEGNEN,
    KOEBENHAVN,
    OESTJYLLAND,
    BORNHOLM,
    GENERAL,
)
_HINT = 0.3
_LEAST = 0.3
"""With less than this share of headings read, the order was met by chance."""


def chosen_layout(document: Document, district: str | None) -> Layout:
    """Return the layout that explains the report best; a district's name helps but does not decide."""
    sections = [
        section for section in sections_of(document) if section.heading and section.lines and not section.is_theme
    ]
    weighed = {layout.name: _weight(layout, document, sections, district) for layout in LAYOUTS}
    best = max(LAYOUTS, key=lambda layout: weighed[layout.name])
    return best if weighed[best.name] >= _LEAST else GENERAL


def _weight(layout: Layout, document: Document, sections: list[Section], district: str | None) -> float:
    read = sum(layout.grammar.fits(s.heading.text) for s in sections if s.heading)
    share = read / len(sections) if sections else 0.0
    hinted = district is not None and any(name.lower() in district.lower() for name in layout.districts)
    return share + layout.other_sign(document) + (_HINT if hinted else 0.0)
