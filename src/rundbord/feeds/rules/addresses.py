"""Which addresses may be fetched from: public ones over http or https, however the way there is disguised."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from ipaddress import IPv4Address, IPv6Address, ip_address
from urllib.parse import urlencode, urlsplit

Ip = IPv4Address | IPv6Address


class ForbiddenAddress(ValueError):
    """An address that Rundbord does not go to; the message says why."""


def origin_of(url: str) -> tuple[str, str, int]:
    """Give scheme, host and port of an address that may be asked for; raise ForbiddenAddress."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise ForbiddenAddress("no address") from error
    if parts.scheme not in {"http", "https"}:
        raise ForbiddenAddress(f"scheme {parts.scheme!r}")
    if not parts.hostname:
        raise ForbiddenAddress("no host")
    if parts.username is not None or parts.password is not None:
        raise ForbiddenAddress("a password in the address")
    return parts.scheme, parts.hostname, port or (443 if parts.scheme == "https" else 80)


def judged(written: str, *, loopback: bool) -> str:
    """Give an IP address back if it may be connected to; raise ForbiddenAddress.

    `loopback`: a demonstration may ask this machine itself, and nothing else that is not public.
    """
    ip: Ip = ip_address(written.partition("%")[0])
    inner = _inside(ip)
    if inner.is_loopback and loopback:
        return written
    if not inner.is_global or inner.is_multicast or inner.is_reserved:
        raise ForbiddenAddress(f"{written} is not public")
    return written


def judge_unseen(url: str, *, sources: Iterable[str], loopback: bool) -> None:
    """Judge an address whose name a proxy looks up, so that no IP is seen here; raise ForbiddenAddress.

    It must be a host of the installation's own `sources`, by the source's port or the encrypted one, and an address
    written in numbers must be a public one, in whatever way it is written.
    """
    _, host, port = origin_of(url)
    if _is_numeric(host):
        judged(_read_literal(host), loopback=loopback)
    known = {origin_of(source)[1:] for source in sources if source}
    if (host, port) not in known | {(name, 443) for name, _ in known}:
        raise ForbiddenAddress(f"{host}:{port} is none of the sources")


def asked(base: str, wanted: Mapping[str, str | int]) -> str:
    """Write the address of a question to a service."""
    return f"{base}{'&' if urlsplit(base).query else '?'}{urlencode(wanted)}"


def is_downgrade(url: str, target: str) -> bool:
    """Tell whether a redirect leaves the encrypted way."""
    return urlsplit(url).scheme == "https" and urlsplit(target).scheme != "https"


def _is_numeric(host: str) -> bool:
    """Tell an address from a name as browsers do: by its colons, or by a number at its end (127.1, 0x7f.1)."""
    last = host.rstrip(".").rpartition(".")[2]
    return ":" in host or last.isdecimal() or last.startswith("0x")


def _read_literal(host: str) -> str:
    try:
        ip_address(host.partition("%")[0])
    except ValueError as error:
        raise ForbiddenAddress("a disguised address") from error
    return host


def _inside(ip: Ip) -> Ip:
    """Unwrap an IPv4 address that travels inside an IPv6 one."""
    if isinstance(ip, IPv6Address):
        return ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None) or ip
    return ip
