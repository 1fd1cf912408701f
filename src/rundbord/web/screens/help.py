"""Help — hjælp: one short text in plain Danish for each screen."""

from __future__ import annotations

import re

from django.http import Http404, HttpResponse
from django.template import TemplateDoesNotExist
from django.template.loader import get_template

from rundbord.web.page import page
from rundbord.web.request import PublicRequest
from rundbord.web.screen import public

_NAME = re.compile(r"[a-z-]+")


@public()
def help_text(request: PublicRequest, name: str) -> HttpResponse:
    """Show the text of this name; a name without one does not exist."""
    template = f"ui/help/{name}.html"
    if not _NAME.fullmatch(name) or not _is_there(template):
        raise Http404
    return page(request, template)


def _is_there(template: str) -> bool:
    try:
        get_template(template)
    except TemplateDoesNotExist:
        return False
    return True
