"""Every knob of the installation, read once from the environment."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

# What one blind index costs at least in production (OWASP's minimum for Argon2id with one lane).
LEAST_INDEX_MEMORY_KIB, LEAST_INDEX_PASSES = 19 * 1024, 2
ROOT = Path(__file__).resolve().parents[3]


class Mode(StrEnum):
    """What this process is for: `demo` offers sign-in by one click, `production` refuses unsafe settings."""

    DEMO = "demo"
    PRODUCTION = "production"
    TEST = "test"


class EnvironmentIncomplete(Exception):
    """The environment lacks settings or holds ones that cannot be read; the message lists all of them."""


@dataclass(frozen=True, kw_only=True)
class Login:
    """One database login, from a URL `postgresql://user:password@host:port/name` (host may be a socket folder).

    Several hosts stand with commas between them, `a:5432,b:5432`: the one that takes writes is found among them.
    """

    user: str
    password: str
    host: str
    port: str
    name: str
    options: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def from_url(cls, url: str) -> Login:
        """Take a database URL apart; raise ValueError when it is no PostgreSQL address."""
        parts = urlsplit(url)
        if parts.scheme not in {"postgresql", "postgres"} or not parts.path.strip("/"):
            raise ValueError("not a postgresql:// address")
        asked = dict(parse_qsl(parts.query, strict_parsing=bool(parts.query)))
        if unknown := asked.keys() - _CONNECTING:
            raise ValueError(f"unknown in an address: {', '.join(sorted(unknown))}")
        hosts, ports = _hosts_and_ports(parts.netloc.rpartition("@")[2])
        return cls(
            user=unquote(parts.username or ""),
            password=unquote(parts.password or ""),
            host=hosts,
            port=ports,
            name=unquote(parts.path.lstrip("/")),
            options={**(_AMONG_SEVERAL if "," in hosts else {}), **asked},
        )


# What an address may say of the connection, and what holds where it names several hosts: reading from a standby would
# show an older state, and a host that is gone must not hold up who asks.
_CONNECTING = {"sslmode", "sslrootcert", "target_session_attrs", "connect_timeout", "tcp_user_timeout"}
_AMONG_SEVERAL = {"target_session_attrs": "read-write", "connect_timeout": "3", "tcp_user_timeout": "10000"}


def _hosts_and_ports(written: str) -> tuple[str, str]:
    """Take `a:5432,b` apart into hosts and ports as libpq wants them; raise ValueError for a port that is none."""
    pairs = [_host_and_port(each) for each in written.split(",")]
    if any(port and not port.isdecimal() for _, port in pairs):
        raise ValueError("a port is a number")
    ports = ",".join(port for _, port in pairs)
    return ",".join(unquote(host) for host, _ in pairs), ports if ports.strip(",") else ""


def _host_and_port(written: str) -> tuple[str, str]:
    if written.startswith("["):
        host, _, port = written[1:].partition("]")
        return host, port.removeprefix(":")
    host, _, port = written.partition(":")
    return host, port


@dataclass(frozen=True, kw_only=True)
class Proxy:
    """The way out to public sources where there is no direct one, from a URL `http://user:password@host:port`."""

    host: str
    port: int
    user: str = ""
    password: str = field(default="", repr=False)

    @classmethod
    def from_url(cls, url: str) -> Proxy:
        """Take a proxy's URL apart; raise ValueError when it is none that Rundbord can speak to."""
        parts = urlsplit(url)
        if parts.scheme != "http" or not parts.hostname or parts.path.strip("/") or parts.query:
            raise ValueError("not an http:// address of a proxy")
        return cls(
            host=parts.hostname,
            port=parts.port or 3128,
            user=unquote(parts.username or ""),
            password=unquote(parts.password or ""),
        )


@dataclass(frozen=True, kw_only=True)
class Environment:
    """The installation's settings; one field a knob. Times are Danish local time unless a name says otherwise."""

    mode: Mode
    app_login: Login
    auth_login: Login
    place_login: Login
    owner_login: Login | None
    secret_key: str
    context_key: str
    origin: str
    front_end: Path
    collected_static: Path
    idle_minutes: int
    absolute_hours: int
    tiles_url: str
    tiles_attribution: str
    virus_scanner: str
    mail_url: str
    mail_from: str
    security_contact: str
    introduction_days: int
    source_text_days: int
    search_zone_days: int
    penalty_zone_days: int
    nightlife_zone_days: int
    shift_team_days: int
    log_days: int
    readings_per_hour: int
    readings_per_day: int
    concern_days: int
    concern_triage_days: int
    archive_wait_days: int
    deferral_days: int
    look_up_letters: int
    exit_enquiry_days: int
    exit_withdrawn_days: int
    news_url: str
    short_messages_url: str
    statistics_url: str
    proxy: Proxy | None
    provider_hosts: tuple[str, ...]
    provider_secrets: Path | None
    key_store: Path
    key_backups: Path | None
    key_backup_key: str = field(repr=False)
    index_memory_kib: int
    index_passes: int


# Public sources; a demonstration or a test asks none of them unless it is told an address.
_FEEDS = {
    "news_url": ("RUNDBORD_NEWS_URL", "https://politi.dk/api/news/getNewsResults"),
    "short_messages_url": ("RUNDBORD_SHORT_MESSAGES_URL", "https://via.ritzau.dk/rss/short-messages/latest"),
    "statistics_url": ("RUNDBORD_STATISTICS_URL", "https://api.statbank.dk/v1/data"),
}


def _public(address: str, mode: Mode) -> str:
    return address if mode == Mode.PRODUCTION else ""


def read_environment(environ: Mapping[str, str] = os.environ) -> Environment:
    """Read all settings at once, or raise EnvironmentIncomplete that names every missing or unreadable one."""
    reader = _Reader(environ)
    mode = reader.mode("RUNDBORD_MODE", default=Mode.PRODUCTION)
    environment = Environment(
        mode=mode,
        app_login=reader.login("DATABASE_URL"),
        auth_login=reader.login("DATABASE_URL_AUTH"),
        place_login=reader.login("DATABASE_URL_PLACE"),
        owner_login=reader.login("DATABASE_URL_OWNER") if environ.get("DATABASE_URL_OWNER") else None,
        secret_key=reader.text("RUNDBORD_SECRET_KEY"),
        context_key=reader.text("RUNDBORD_CONTEXT_KEY"),
        origin=reader.text("RUNDBORD_ORIGIN"),
        front_end=Path(reader.text("RUNDBORD_FRONT_END", default=str(ROOT / "node_modules"))),
        collected_static=Path(reader.text("RUNDBORD_STATIC", default=str(ROOT / "static-collected"))),
        idle_minutes=reader.number("RUNDBORD_IDLE_MINUTES", default=15),
        absolute_hours=reader.number("RUNDBORD_ABSOLUTE_HOURS", default=9),
        tiles_url=reader.text("RUNDBORD_TILES_URL", default=""),
        tiles_attribution=reader.text("RUNDBORD_TILES_ATTRIBUTION", default=""),
        virus_scanner=reader.scanner("RUNDBORD_VIRUS_SCANNER"),
        mail_url=reader.text("RUNDBORD_MAIL_URL", default=""),
        mail_from=reader.text("RUNDBORD_MAIL_FROM", default="rundbord@localhost"),
        security_contact=reader.text("RUNDBORD_SECURITY_CONTACT", default=""),
        introduction_days=reader.number("RUNDBORD_INTRODUCTION_DAYS", default=365),
        source_text_days=reader.number("RUNDBORD_SOURCE_TEXT_DAYS", default=14),
        search_zone_days=reader.number("RUNDBORD_SEARCH_ZONE_DAYS", default=60),
        penalty_zone_days=reader.number("RUNDBORD_PENALTY_ZONE_DAYS", default=92),
        nightlife_zone_days=reader.number("RUNDBORD_NIGHTLIFE_ZONE_DAYS", default=731),
        shift_team_days=reader.number("RUNDBORD_SHIFT_TEAM_DAYS", default=90),
        log_days=reader.number("RUNDBORD_LOG_DAYS", default=1826),
        readings_per_hour=reader.number("RUNDBORD_READINGS_PER_HOUR", default=40),
        readings_per_day=reader.number("RUNDBORD_READINGS_PER_DAY", default=150),
        concern_days=reader.number("RUNDBORD_CONCERN_DAYS", default=365),
        concern_triage_days=reader.number("RUNDBORD_CONCERN_TRIAGE_DAYS", default=5),
        archive_wait_days=reader.number("RUNDBORD_ARCHIVE_WAIT_DAYS", default=14),
        deferral_days=reader.number("RUNDBORD_DEFERRAL_DAYS", default=30),
        look_up_letters=reader.number("RUNDBORD_LOOK_UP_LETTERS", default=10),
        exit_enquiry_days=reader.number("RUNDBORD_EXIT_ENQUIRY_DAYS", default=30),
        exit_withdrawn_days=reader.number("RUNDBORD_EXIT_WITHDRAWN_DAYS", default=30),
        proxy=reader.proxy("RUNDBORD_PROXY_URL"),
        provider_hosts=tuple(reader.text("RUNDBORD_PROVIDER_HOSTS", default="").lower().split()),
        provider_secrets=reader.folder("RUNDBORD_PROVIDER_SECRETS"),
        key_store=Path(reader.text("RUNDBORD_KEY_STORE")),
        key_backups=reader.folder("RUNDBORD_KEY_BACKUPS"),
        key_backup_key=reader.text("RUNDBORD_KEY_BACKUP_KEY", default=""),
        index_memory_kib=reader.number("RUNDBORD_INDEX_MEMORY_KIB", default=LEAST_INDEX_MEMORY_KIB),
        index_passes=reader.number("RUNDBORD_INDEX_PASSES", default=LEAST_INDEX_PASSES),
        **{each: reader.text(name, default=_public(address, mode)) for each, (name, address) in _FEEDS.items()},
    )
    reader.refuse_if_anything_is_wrong()
    return environment


class _Reader:
    """Collects every complaint, so that an operator mends the environment in one go."""

    def __init__(self, environ: Mapping[str, str]) -> None:
        self._environ = environ
        self._wrong: list[str] = []

    def text(self, name: str, *, default: str | None = None) -> str:
        value = self._environ.get(name, default)
        if value is None:
            self._wrong.append(f"{name} is missing")
        return value or ""

    def number(self, name: str, *, default: int) -> int:
        value = self._environ.get(name, str(default))
        if not value.isdecimal() or int(value) < 1:
            self._wrong.append(f"{name} must be a whole number above 0")
            return default
        return int(value)

    def folder(self, name: str) -> Path | None:
        written = self.text(name, default="")
        return Path(written) if written else None

    def scanner(self, name: str) -> str:
        where = self.text(name, default="")
        host, _, port = where.rpartition(":")
        if where and not where.startswith("/") and not (host and port.isdecimal()):
            self._wrong.append(f"{name} must be host:port or the path of a socket")
        return where

    def mode(self, name: str, *, default: Mode) -> Mode:
        value = self._environ.get(name, default)
        if value not in set(Mode):
            self._wrong.append(f"{name} must be one of {', '.join(Mode)}")
            return default
        return Mode(value)

    def login(self, name: str) -> Login:
        try:
            return Login.from_url(self.text(name))
        except ValueError:
            self._wrong.append(f"{name} must be a postgresql:// address")
            return Login(user="", password="", host="", port="", name="")

    def proxy(self, name: str) -> Proxy | None:
        written = self.text(name, default="")
        try:
            return Proxy.from_url(written) if written else None
        except ValueError:
            self._wrong.append(f"{name} must be an address like http://proxy.example.dk:3128")
            return None

    def refuse_if_anything_is_wrong(self) -> None:
        if self._wrong:
            raise EnvironmentIncomplete("; ".join(dict.fromkeys(self._wrong)))
