"""From words to a tagged PDF (PDF/UA-1): they go to Typst as JSON, so that none of them can be its language."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

import typst
from django.contrib.staticfiles import finders

_LETTERS = "dkfds/fonts/IBMPlexSans/complete/ttf/IBMPlexSans-Regular.ttf"
_NOTHING: Mapping[str, str] = MappingProxyType({})


def typeset(layout: Path, *, drawn: Mapping[str, str] = _NOTHING, **told: object) -> bytes:
    """Typeset what is told by a layout (a .typ file); `drawn` are pictures of ours as SVG, passed on as they are.

    Nothing is read from the network, and nothing is written to disk.
    """
    words = {name: json.dumps(value, ensure_ascii=False) for name, value in told.items()}
    return typst.compile(str(layout), sys_inputs={**words, **drawn}, font_paths=_letters(), pdf_standards="ua-1")


@cache
def _letters() -> typst.Fonts:
    """Find the letters once in a process: reading them takes longer than typesetting a page."""
    found = finders.find(_LETTERS)
    folders = [str(Path(str(found)).parent)] if found else []
    return typst.Fonts(font_paths=folders, include_system_fonts=False)
