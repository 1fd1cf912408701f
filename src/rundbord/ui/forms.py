"""Forms in the look of the design system: the renderer and the widgets that HTML has and Django lacks."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.forms.renderers import TemplatesSetting

_INPUTS = ("date", "datetime", "email", "number", "password", "search", "tel", "text", "time", "url", "color")
_OWN = {f"django/forms/widgets/{name}.html": "ui/widgets/input.html" for name in _INPUTS} | {
    f"django/forms/widgets/{name}.html": f"ui/widgets/{name}.html"
    for name in ("select", "textarea", "checkbox", "checkbox_select", "radio", "file", "clearable_file_input")
}


class DesignSystemRenderer(TemplatesSetting):
    """Renders forms, fields and widgets from `ui/forms/` and `ui/widgets/`."""

    form_template_name = "ui/forms/form.html"
    field_template_name = "ui/forms/field.html"

    def get_template(self, template_name: str) -> Any:
        return super().get_template(_OWN.get(template_name, template_name))


class DayInput(forms.DateInput):
    """A day from the browser's own calendar."""

    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%d")


class ClockInput(forms.TimeInput):
    """A time of day."""

    input_type = "time"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%H:%M")


class MomentInput(forms.DateTimeInput):
    """A day and a time in one field."""

    input_type = "datetime-local"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%dT%H:%M")


class ChoiceButtons(forms.RadioSelect):
    """One of few choices, as buttons to tap."""

    look: ClassVar[str] = "choice-buttons"

    def __init__(self, attrs: dict[str, Any] | None = None, **options: Any) -> None:
        super().__init__({"class": self.look} | (attrs or {}), **options)


class ChoiceChips(forms.CheckboxSelectMultiple):
    """Any of few choices, as buttons to tap."""

    look: ClassVar[str] = "choice-buttons"

    def __init__(self, attrs: dict[str, Any] | None = None, **options: Any) -> None:
        super().__init__({"class": self.look} | (attrs or {}), **options)
