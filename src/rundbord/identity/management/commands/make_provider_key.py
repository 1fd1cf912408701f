"""Make the key by which Rundbord is known to an authority's OIOSAML provider, in the folder of providers' secrets."""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from rundbord.identity.providers.own_keys import ENDINGS
from rundbord.identity.rules import is_code

_BITS, _YEARS = 3072, 3
_ONLY_THE_SERVICE = 0o600


class Command(BaseCommand):
    """A key that is there is never written over: the provider would know the old one."""

    help = __doc__ or ""

    def add_arguments(self, parser: CommandParser) -> None:
        """Take whose provider it is for."""
        parser.add_argument("code", help="ends the authority's sign-in names: herlev")
        parser.add_argument("--following", action="store_true", help="the key that follows the one in use")

    def handle(self, *args: Any, **options: Any) -> None:
        """Write the file, readable for the service user alone."""
        folder = settings.PROVIDER_SECRETS
        if folder is None:
            raise CommandError("RUNDBORD_PROVIDER_SECRETS is missing: the folder that the key is to lie in")
        if not is_code(options["code"]):
            raise CommandError("No authority has such a code")
        file = folder / f"{options['code']}{ENDINGS[1 if options['following'] else 0]}"
        _write(file, _made(options["code"]))
        self.stdout.write(f"{file} has been made. Copy it to every application host.")


def _made(code: str) -> bytes:
    key = rsa.generate_private_key(65537, _BITS)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, f"Rundbord {code}")])
    now = timezone.now()
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(minutes=5))
        .not_valid_after(now + timedelta(days=365 * _YEARS))
        .sign(key, hashes.SHA256())
    )
    private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    return private + certificate.public_bytes(Encoding.PEM)


def _write(file: Path, content: bytes) -> None:
    try:
        opened = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _ONLY_THE_SERVICE)
    except FileExistsError:
        raise CommandError(f"{file} is there already") from None
    with os.fdopen(opened, "wb") as written:
        written.write(content)
