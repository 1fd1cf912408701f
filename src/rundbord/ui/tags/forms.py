"""Forms in templates: all fields, the summary of errors, drafts."""

from __future__ import annotations

from django.forms import BaseForm
from django.template import Context, Library

register = Library()


@register.inclusion_tag("ui/form_fields.html")
def form_fields(form: BaseForm) -> dict[str, object]:
    """The summary of errors, then every field with label, hint and error."""
    return {"form": form}


@register.inclusion_tag("ui/error_summary.html")
def error_summary(form: BaseForm) -> dict[str, object]:
    """What is wrong, on top of the form, with a link to each field."""
    return {"form": form}


@register.inclusion_tag("ui/draft.html", takes_context=True)
def draft(context: Context, *, key: str, url: str, saved_at: str = "") -> dict[str, str]:
    """Stands inside a form and keeps a draft of it on the server for the user it was shown to; says when."""
    chrome = context["chrome"]
    owner = {"owner": chrome.draft_owner, "sign_in_url": chrome.sign_in_url}
    return {"key": key, "url": url, "saved_at": saved_at, **owner}
