"""What makes an installation unsafe to start; pure, so that every reason is tested without a server."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from rundbord.config.environment import LEAST_INDEX_MEMORY_KIB, LEAST_INDEX_PASSES, Mode

SHORTEST_KEY = 32
# Of 32 random characters some 20 differ; a key with fewer than 10 was typed by hand.
FEWEST_DIFFERENT = 10
LOOPBACK = {"127.0.0.1", "localhost", "::1"}

# Within a version, the release that mended the last hole in row policies (CVE-2025-8713 and before).
OLDEST_SAFE_RELEASE = {16: 160010, 17: 170006}
OLDEST_VERSION = 16

# What each mode but production lets in.
_NOT_PRODUCTION = {
    Mode.DEMO: "alle kan logge ind uden adgangskode",
    Mode.TEST: "den er kun for de automatiske tests",
}


@dataclass(frozen=True, kw_only=True)
class Installation:
    """The settings that safety depends on."""

    mode: Mode
    debug: bool
    secret_key: str
    context_key: str
    origin: str
    static_is_collected: bool
    holds_owner_login: bool
    trouble_with_key_store: str
    index_memory_kib: int
    index_passes: int


@dataclass(frozen=True, kw_only=True)
class LoginRights:
    """What the server says of one database login."""

    role: str
    is_superuser: bool
    may_bypass_policies: bool
    may_create_roles: bool
    owns_tables: bool
    may_become: tuple[str, ...]
    server_version: int


def dangers_of_installation(installation: Installation) -> Iterator[str]:
    """Every reason not to start with these settings."""
    if installation.mode in _NOT_PRODUCTION:
        yield f"RUNDBORD_MODE er {installation.mode}: {_NOT_PRODUCTION[installation.mode]}; drift kræver production"
    if installation.debug:
        yield "DEBUG er slået til"
    yield from dangers_of_key("RUNDBORD_SECRET_KEY", installation.secret_key)
    yield from dangers_of_key("RUNDBORD_CONTEXT_KEY", installation.context_key)
    if installation.secret_key == installation.context_key:
        yield "RUNDBORD_SECRET_KEY og RUNDBORD_CONTEXT_KEY er ens; hver nøgle må kun have én opgave"
    yield from dangers_of_origin(installation.origin)
    if installation.holds_owner_login:
        yield "DATABASE_URL_OWNER er sat; kun prepare_database må kunne ændre tabeller"
    if not installation.static_is_collected:
        yield "stilark og skrifter er ikke samlet: kør ./rundbord manage collectstatic"
    yield from dangers_of_keys(installation)


def dangers_of_keys(installation: Installation) -> Iterator[str]:
    """Every reason not to keep persons' keys here, or to find persons by such cheap hashes."""
    if installation.trouble_with_key_store:
        yield f"nøglelageret (RUNDBORD_KEY_STORE) kan ikke bruges: {installation.trouble_with_key_store}"
    if installation.index_memory_kib < LEAST_INDEX_MEMORY_KIB:
        yield f"RUNDBORD_INDEX_MEMORY_KIB er {installation.index_memory_kib}; mindst {LEAST_INDEX_MEMORY_KIB} kræves"
    if installation.index_passes < LEAST_INDEX_PASSES:
        yield f"RUNDBORD_INDEX_PASSES er {installation.index_passes}; mindst {LEAST_INDEX_PASSES} kræves"


def dangers_of_key(name: str, key: str) -> Iterator[str]:
    """Every reason not to trust a key."""
    if len(key) < SHORTEST_KEY:
        yield f"{name} har {len(key)} tegn; mindst {SHORTEST_KEY} kræves"
    elif len(set(key)) < FEWEST_DIFFERENT:
        yield f"{name} har kun {len(set(key))} forskellige tegn; lav en tilfældig nøgle"


def dangers_of_origin(origin: str) -> Iterator[str]:
    """Every reason not to serve on an address."""
    parts = urlsplit(origin)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        yield f"RUNDBORD_ORIGIN er ikke en adresse: {origin}"
    elif parts.hostname not in LOOPBACK and parts.scheme == "http":
        yield f"RUNDBORD_ORIGIN er uden kryptering: {origin}"


def dangers_of_login(login: LoginRights) -> Iterator[str]:
    """Every reason not to let the application use a database login."""
    rights = {
        "er superbruger": login.is_superuser,
        "går uden om rækkepolitikkerne (BYPASSRLS)": login.may_bypass_policies,
        "må oprette roller": login.may_create_roles,
        "ejer tabeller": login.owns_tables,
    }
    for right, held in rights.items():
        if held:
            yield f"databaserollen {login.role} {right}"
    for role in login.may_become:
        yield f"databaserollen {login.role} kan blive til {role}"
    yield from dangers_of_server(login.server_version)


def dangers_of_server(version: int) -> Iterator[str]:
    """Every reason not to use a PostgreSQL server; the version as the server numbers it, 160010 for 16.10."""
    shown = f"{version // 10000}.{version % 10000}"
    if version // 10000 < OLDEST_VERSION:
        yield f"PostgreSQL {shown} er for gammel; version {OLDEST_VERSION} eller nyere kræves"
    elif version < OLDEST_SAFE_RELEASE.get(version // 10000, 0):
        yield f"PostgreSQL {shown} mangler sikkerhedsrettelser af rækkepolitikker"
