"""How one gets in, how long one stays, and what beside role and row decides."""

from __future__ import annotations

from django.conf import settings

from rundbord.governance.written.tables import minutes, table
from rundbord.identity.rules import CONTEXT_WORDS, LINK_LASTS, PASSWORD_LEAST_LENGTH, PROOF_IS_FRESH
from rundbord.identity.rules.passwords import PASSWORD_MOST_LENGTH
from rundbord.identity.rules.signing_in import ATTEMPTS_PER_ADDRESS, ATTEMPTS_PER_NAME, ATTEMPTS_WINDOW

_WAYS = [
    ("Password and passkey", "two factors, phishing-resistant", "own accounts", "decision 0021"),
    ("Password and code app, or a recovery code", "two factors", "own accounts", "decision 0021"),
    (
        "Password alone",
        "one factor",
        "roles that reach no person, where the authority does not demand more",
        "never opens what reaches persons",
    ),
    (
        "The authority's own provider (OIDC; SAML where built)",
        "as the provider vouches: NSIS Lav, Betydelig, Høj",
        "bound users",
        "decision 0035; below the level of the role nobody gets in",
    ),
    ("One-time link", "none by itself: lets one choose a password", "from an administrator, by hand", "24 hours, once"),
    ("One click", "none", "invented users", "in the demonstration alone; `serve` refuses that mode"),
    (
        "Bearer token of SCIM",
        "256 bits, kept as a hash",
        "an authority's user administration",
        "reaches own users alone",
    ),
    ("Secret in a witness's address", "256 bits", "a witness", "three signed lines, no entry of the log"),
    ("Address of a wall", "99 bits, kept as a hash", "a display", "one edition of the picture, 12 hours"),
]
_CONTEXT = [
    ("Level of proof in this session", "each request", "what reaches persons is withheld below two factors"),
    (f"Freshness of the proof ({minutes(PROOF_IS_FRESH)})", "what protects accounts", "a new proof is asked for first"),
    ("Passed introduction", "each request", "what reaches persons is withheld without one"),
    ("Purpose and reason", "look-ups and whole numbers", "refused without; stands in the log"),
    ("Vain tries by name and address", "signing in and proving", "wait until the window is over"),
    ("Term of duty, unit, agreement", "each request and each row", "ends at once"),
    ("Hour, number of readings, own name", "afterwards, in the log control", "the reader is asked, a leader signs"),
    ("Place, device, network", "never", "an authority that wants it asks its own provider to judge"),
]


def ways_in() -> str:
    """Write each way in with its strength (6.1.3)."""
    head = ["Way", "Strength", "For whom", "Held by"]
    return f"## Ways in\n\n{table(head, _WAYS)}"


def guessing() -> str:
    """Write what slows guessing, and why nobody can be locked out for good (6.1.1, 6.1.2)."""
    return f"""## Guessing

{ATTEMPTS_PER_NAME} vain tries with a name, or {ATTEMPTS_PER_ADDRESS} from an address, within {minutes(ATTEMPTS_WINDOW)} make the next one wait until the window is over. Names and addresses
are counted as keyed hashes. The wait ends by itself, and whoever is signed in already, or has a passkey at another browser, is not touched by it: nobody can lock another out for good. The
second step, the own password and a link for a second factor are counted in the same way, each for itself. The counts are constants of the code and no settings.

Passwords have {PASSWORD_LEAST_LENGTH} to {PASSWORD_MOST_LENGTH} letters of any kind and no last day. Refused are the 20,000 that were found most often in breaches, also repeated or with digits and signs, and whatever
leans on the sign-in name, the own or the authority's name, or on one of these words: {", ".join(CONTEXT_WORDS)}. A one-time link lasts {int(LINK_LASTS.total_seconds() // 3600)} hours."""


def sessions() -> str:
    """Write how long a session lasts and what ends it (7.1.1 to 7.1.3)."""
    return f"""## Sessions

A session ends after {settings.IDLE_MINUTES} minutes without a click and after {settings.ABSOLUTE_HOURS} hours in any case (`RUNDBORD_IDLE_MINUTES`, `RUNDBORD_ABSOLUTE_HOURS`): a shift, and shorter than what NIST SP 800-63B asks of two
factors; a page that refreshes itself keeps nobody awake. It ends at once with the duty, the user, the party's agreement, a new password, a first or a new second factor, and where the provider says so.
Sessions side by side are not limited, since a duty is done at the desk and in the street: each is listed on *Min konto* with when it began, and can be ended there. One session acts for one authority.

With a provider: a session never outlives its {settings.ABSOLUTE_HOURS} hours whatever the provider's lasts; a step-up asks the provider with `max_age=0`; signing out here leads to signing out there; the provider's back-channel logout ends
sessions here; a provider that an authority closes ends all that it began."""


def context() -> str:
    """Write what beside role and row decides (8.1.3, 8.1.4)."""
    return f"## What beside role and row decides\n\n{table(['Attribute', 'When', 'What it leads to'], _CONTEXT)}"
