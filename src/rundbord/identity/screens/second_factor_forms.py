"""Forms of the second factor: codes and passwords that prove something, names for what was added."""

from __future__ import annotations

from django import forms

from rundbord.identity.passkeys import LONGEST_ANSWER

_CODE = {"autocomplete": "one-time-code", "autocapitalize": "characters", "spellcheck": "false"}


class CodeForm(forms.Form):
    """A code of the app, or a recovery code."""

    code = forms.CharField(
        label="Kode fra din kodeapp, eller en nødkode",
        max_length=40,
        help_text="Seks cifre fra appen, eller en af de nødkoder, du har gemt. Hver kode kan bruges én gang.",
        widget=forms.TextInput(attrs=_CODE),
    )


class PasswordForm(forms.Form):
    """The password once more."""

    password = forms.CharField(
        label="Adgangskode",
        max_length=200,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )


class NewPasskeyForm(forms.Form):
    """A name by which the user knows the device."""

    name = forms.CharField(
        label="Hvad skal den hedde?",
        max_length=60,
        help_text="Så du kan kende den igen, for eksempel »arbejdstelefon« eller »nøgle i nøgleknippet«.",
    )
    answer = forms.CharField(max_length=LONGEST_ANSWER, required=False, widget=forms.HiddenInput)


class NewCodeAppForm(forms.Form):
    """The first code of an app, and the secret that the page showed, sealed."""

    code = forms.CharField(
        label="Koden, som appen viser",
        max_length=10,
        help_text="Seks cifre.",
        widget=forms.TextInput(attrs={**_CODE, "inputmode": "numeric"}),
    )
    sealed = forms.CharField(max_length=400, widget=forms.HiddenInput)
