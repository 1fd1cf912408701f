"""Steps of signing in, for the tests of the second factor: somebody at a browser, with a password and a device."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

import pyotp
from django.contrib.auth.hashers import make_password
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from rundbord.identity.models import Credential, User
from tests.database import as_owner
from tests.factories.authenticator import Device

PASSWORD = "fire-tilfaeldige-ord-her"
PROVE, START = "/log-ind/bekraeft/", "/min-konto/"


@dataclass
class Visitor:
    """A user at a browser; `client` holds the cookies."""

    user: User
    name: str
    client: Client = field(default_factory=Client)
    secret: str = ""
    recovery_codes: list[str] = field(default_factory=list)

    def gives_password(self, where: str = "/") -> HttpResponse:
        """Take the first step."""
        fields = {"name": self.name, "password": PASSWORD, "videre": where}
        return self.client.post("/log-ind/", fields)  # type: ignore[return-value]

    def adds(self, device: Device, name: str = "Arbejdstelefon") -> HttpResponse:
        """Add a passkey, and note the recovery codes that come with the first."""
        options = self.client.post("/min-konto/adgangsnoegler/udfordring/").json()
        answer = self.client.post("/min-konto/adgangsnoegler/", {"name": name, "answer": device.makes(options)})
        return self._note_codes(answer)  # type: ignore[arg-type]

    def asks_to_sign(self) -> dict[str, object]:
        """Ask for a challenge."""
        options: dict[str, object] = self.client.post(f"{PROVE}udfordring/").json()
        return options

    def sends(self, answer: str, where: str = "/") -> HttpResponse:
        """Send a device's answer."""
        return self.client.post(PROVE, {"answer": answer, "videre": where})  # type: ignore[return-value]

    def proves_with(self, device: Device, where: str = "/") -> HttpResponse:
        """Take the second step by a passkey."""
        return self.sends(device.signs(self.asks_to_sign()), where)

    def adds_code_app(self) -> HttpResponse:
        """Read the secret off the page, and send the first code."""
        text = self.client.get("/min-konto/kodeapp/").content.decode()
        self.secret = _found(r'class="one-time-link">([A-Z2-7 ]+)<', text).replace(" ", "")
        fields = {"sealed": _found(r'name="sealed" value="([^"]+)"', text), "code": self.code_now()}
        return self._note_codes(self.client.post("/min-konto/kodeapp/", fields))  # type: ignore[arg-type]

    def code_now(self) -> str:
        """Read the app."""
        return pyotp.TOTP(self.secret).at(timezone.now())

    def types(self, code: str, where: str = "/") -> HttpResponse:
        """Send a code."""
        return self.client.post(PROVE, {"code": code, "videre": where})  # type: ignore[return-value]

    def is_in(self) -> bool:
        """Tell whether the start page is shown."""
        return self.client.get("/").status_code == 200

    def _note_codes(self, response: HttpResponse) -> HttpResponse:
        self.recovery_codes += re.findall(r"<code>([A-Z2-9-]{19})</code>", response.content.decode())
        return response


def with_password(user: User) -> Visitor:
    """Give a user a password, and a browser that knows nothing yet."""
    with as_owner():
        Credential.objects.create(user=user, password_hash=make_password(PASSWORD), set_at=timezone.now())
        name = f"{user.sign_in_name}@{user.authority.code}"
    return Visitor(user, name)


def _found(pattern: str, text: str) -> str:
    match = re.search(pattern, text)
    assert match, pattern
    return match.group(1)
