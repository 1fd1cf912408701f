"""Forms in templates: all fields, the summary of errors, drafts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.forms import BaseForm
from django.template import Context, Library
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

register = Library()


@register.inclusion_tag("ui/form_fields.html")
def form_fields(form: BaseForm) -> dict[str, object]:
    """The summary of errors, then every field with label, hint and error."""
    return {"form": form}


@register.inclusion_tag("ui/error_summary.html")
def error_summary(form: BaseForm) -> dict[str, object]:
    """What is wrong, on top of the form, with a link to each field."""
    return {"form": form}


@register.simple_tag
def options(groups: Iterable[tuple[str | None, list[Mapping[str, Any]], int]]) -> SafeString:
    """The options of a select, in their groups; written here, since a page of filters holds a hundred of them."""
    return mark_safe("\n".join([_group(name, offered) for name, offered, _ in groups]))  # noqa: S308 - parts are escaped


def _group(name: str | None, offered: Iterable[Mapping[str, Any]]) -> SafeString:
    listed = mark_safe("".join(map(_option, offered)))  # noqa: S308 - each option is escaped
    return format_html('<optgroup label="{}">{}</optgroup>', name, listed) if name else listed


def _option(option: Mapping[str, Any]) -> SafeString:
    selected = " selected" if option["selected"] else ""
    disabled = " disabled" if option["attrs"].get("disabled") else ""
    return format_html('<option value="{}"{}{}>{}</option>', str(option["value"]), selected, disabled, option["label"])


@register.inclusion_tag("ui/draft.html", takes_context=True)
def draft(context: Context, *, key: str, url: str, saved_at: str = "") -> dict[str, str]:
    """Stands inside a form and keeps a draft of it on the server for the user it was shown to; says when."""
    chrome = context["chrome"]
    owner = {"owner": chrome.draft_owner, "sign_in_url": chrome.sign_in_url}
    return {"key": key, "url": url, "saved_at": saved_at, **owner}
