"""The form in which an authority says where its users sign in."""

from __future__ import annotations

from django import forms

from rundbord.identity.vocabulary import LocalSignIn

_PLAIN = {"autocapitalize": "none", "spellcheck": "false"}


def _word(label: str, help_text: str = "", *, longest: int = 120, required: bool = True) -> forms.CharField:
    widget = forms.TextInput(attrs=_PLAIN)
    return forms.CharField(label=label, help_text=help_text, max_length=longest, required=required, widget=widget)


class ProviderForm(forms.Form):
    """Address, names of what is told, and who may still sign in otherwise."""

    issuer = _word(
        "Adressen på jeres log ind", "Udstederen (issuer), for eksempel https://login.kommunen.dk", longest=300
    )
    client_id = _word(
        "Rundbords navn hos jer", "Det navn (client id), I har givet Rundbord i jeres log ind.", longest=200
    )
    subject_claim = _word("Felt med brugerens faste id", "Som regel sub. Det må aldrig blive givet til en anden ansat.")
    level_claim = _word("Felt med sikringsniveau", "Som regel acr. NSIS-niveauet, som I bekræfter brugeren på.")
    substantial_value = _word("Sådan skriver I Betydelig", longest=200)
    high_value = _word("Sådan skriver I Høj", longest=200, required=False)
    privilege_claim = _word(
        "Felt med rettigheder",
        "For eksempel roles. Står feltet tomt, giver I funktioner i Rundbord, og jeres log ind giver ingen.",
        required=False,
    )
    local_sign_in = forms.ChoiceField(
        label="Hvem må stadig logge ind med adgangskode til Rundbord?",
        choices=LocalSignIn.choices(),
        widget=forms.RadioSelect,
        initial=LocalSignIn.EVERYBODY.value,
    )
    is_open = forms.BooleanField(label="Lad brugerne logge ind gennem jeres eget log ind", required=False)
