"""The form in which a new password is typed twice, wherever one is chosen or changed."""

from __future__ import annotations

from django import forms

from rundbord.identity.rules import PASSWORD_LEAST_LENGTH

_NEW = {"autocomplete": "new-password"}


class NewPasswordForm(forms.Form):
    """The password, twice."""

    password = forms.CharField(
        label="Ny adgangskode",
        strip=False,
        max_length=400,
        help_text=f"Mindst {PASSWORD_LEAST_LENGTH} tegn. Fire tilfældige ord er gode og lette at huske.",
        widget=forms.PasswordInput(attrs=_NEW),
    )
    password_again = forms.CharField(
        label="Gentag adgangskoden", strip=False, max_length=400, widget=forms.PasswordInput(attrs=_NEW)
    )

    def clean(self) -> None:
        """Compare the two."""
        if self.cleaned_data.get("password") != self.cleaned_data.get("password_again"):
            self.add_error("password_again", "De to adgangskoder er ikke ens.")
