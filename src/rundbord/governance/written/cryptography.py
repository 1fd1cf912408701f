"""docs/governance/cryptography.md: every place that uses cryptography, with algorithm, strength and key (ASVS V11).

A place is a folder or file of the source. A test walks the source for imports of cryptography and fails for one that
stands under no place here, so the list cannot fall behind.
"""

from __future__ import annotations

from dataclasses import dataclass

from rundbord.governance.written.tables import table


@dataclass(frozen=True, kw_only=True)
class Use:
    """One use: `bits` is its strength against guessing or forging; 0 where it protects nothing."""

    place: str
    what_for: str
    algorithm: str
    bits: int
    key: str = "none"


USES = (
    Use(
        place="access/signed_context.py",
        what_for="context that row policies trust",
        algorithm="HMAC-SHA-256",
        bits=256,
        key="context key",
    ),
    Use(
        place="access/opaque_version.py",
        what_for="versions of live pages that tell nothing",
        algorithm="HMAC-SHA-256, cut to 64 bits of text",
        bits=0,
        key="installation's key",
    ),
    Use(
        place="audit",
        what_for="leaves, tree and checkpoints of the log",
        algorithm="SHA-256 with salts; Ed25519 and ML-DSA-44",
        bits=128,
        key="key of the log",
    ),
    Use(
        place="keys/core/sealing.py",
        what_for="names, numbers, notes, files",
        algorithm="AES-256-GCM",
        bits=256,
        key="data key of a person",
    ),
    Use(
        place="keys/core/wrapping.py",
        what_for="data keys in the database",
        algorithm="HKDF-SHA-256, AES-256-GCM",
        bits=256,
        key="authority's key with the person's counterpart",
    ),
    Use(
        place="keys/core/blind_index.py",
        what_for="finding a number or name by equality",
        algorithm="Argon2id, HMAC-SHA-256",
        bits=256,
        key="index key of an authority",
    ),
    Use(
        place="keys/core/matching.py",
        what_for="who else: marks and commitments of a round",
        algorithm="blind index cut to 128 bits; SHA-256",
        bits=128,
        key="key of the round",
    ),
    Use(place="keys/actions", what_for="new data keys", algorithm="random, 256 bits", bits=256, key="data key"),
    Use(
        place="keys/store",
        what_for="the store's files and sealed backups",
        algorithm="random keys; HKDF-SHA-256, AES-256-GCM",
        bits=256,
        key="backup key",
    ),
    Use(
        place="identity/tokens.py",
        what_for="sessions, links, bearer tokens; names of tries",
        algorithm="random, 256 bits, SHA-256; HMAC-SHA-256",
        bits=256,
        key="installation's key for names",
    ),
    Use(
        place="identity/actions",
        what_for="passwords, challenges, recovery codes",
        algorithm="Argon2id; random of 256 bits; recovery codes of 80 bits as HMAC-SHA-256, five tries",
        bits=128,
        key="installation's key",
    ),
    Use(
        place="identity/code_apps.py",
        what_for="code apps",
        algorithm="secret sealed by AES-256-GCM under HKDF-SHA-256; TOTP by HMAC-SHA-1",
        bits=160,
        key="installation's key",
    ),
    Use(
        place="identity/passkeys.py",
        what_for="passkeys",
        algorithm="what browsers sign by: ES256, EdDSA, RS256 of 2,048 bits or more",
        bits=112,
        key="in the user's device",
    ),
    Use(
        place="identity/providers",
        what_for="providers' tokens; questions in a cookie",
        algorithm="listed asymmetric algorithms; PKCE S256; HMAC-SHA-256",
        bits=112,
        key="the provider's; installation's key",
    ),
    Use(
        place="identity/saml",
        what_for="SAML answers",
        algorithm="listed XML signatures and encryption",
        bits=112,
        key="the provider's; own key for encryption",
    ),
    Use(
        place="identity/management",
        what_for="an authority's own keys for SAML",
        algorithm="RSA of 3,072 bits or as the command says",
        bits=128,
        key="in a file of the operator",
    ),
    Use(
        place="identity/screens/by_provider.py",
        what_for="comparing what a browser brings back",
        algorithm="compare_digest",
        bits=0,
    ),
    Use(
        place="identity/rules",
        what_for="names for new users; comparing in constant time",
        algorithm="SHA-256, compare_digest",
        bits=0,
    ),
    Use(
        place="identity/screens/line_users.py",
        what_for="comparing a bearer token",
        algorithm="compare_digest",
        bits=256,
        key="none; the token's hash",
    ),
    Use(
        place="deletion",
        what_for="marks of persons and objects in what was deleted",
        algorithm="SHA-256 with a salt as a mark",
        bits=0,
    ),
    Use(
        place="situation",
        what_for="seal of a picture, marks of texts, a wall's address",
        algorithm="SHA-256; BLAKE2b as a mark; random of 99 bits, 12 hours",
        bits=0,
    ),
    Use(place="meetings/actions/settle_minutes.py", what_for="digest of minutes", algorithm="SHA-256", bits=128),
    Use(
        place="insight/actions/report_period.py", what_for="digest of an approved report", algorithm="SHA-256", bits=128
    ),
    Use(
        place="logcontrol",
        what_for="drawing a sample that can be drawn again",
        algorithm="random of 256 bits, SHA-256",
        bits=256,
        key="seed, kept with the control",
    ),
    Use(place="sharing/actions/close_rounds.py", what_for="roots of what was nominated", algorithm="SHA-256", bits=128),
    Use(
        place="rights/queries/remedies.py",
        what_for="telling that who a file is about was changed",
        algorithm="SHA-256 of what lies sealed, as a mark",
        bits=0,
    ),
    Use(place="tasks/rules/listed.py", what_for="telling rows of a list apart", algorithm="SHA-256 as a mark", bits=0),
    Use(place="feeds", what_for="telling items apart", algorithm="SHA-256 as a mark", bits=0),
    Use(place="web/guarded.py", what_for="mark of words that were kept", algorithm="BLAKE2b as a mark", bits=0),
    Use(
        place="interventions/actions/joint_visits.py",
        what_for="reference that two units say to each other",
        algorithm="random, short; opens nothing",
        bits=0,
    ),
    Use(
        place="operating",
        what_for="passwords of the embedded server, stamps of installed packages, backups",
        algorithm="random of 192 bits and more; SHA-256; age (X25519, HKDF-SHA-256, ChaCha20-Poly1305) where backups are sealed",
        bits=128,
        key="recipients' own pairs of keys, private halves elsewhere",
    ),
    Use(
        place="departure",
        what_for="an authority's archive of its own rows, sealed to its own key; sums of its files",
        algorithm="age (X25519, HKDF-SHA-256, ChaCha20-Poly1305); SHA-256",
        bits=128,
        key="the authority's own pair of keys, private half with it alone",
    ),
    Use(place="demo", what_for="passwords of invented users", algorithm="Argon2id", bits=0),
)
_LEAD = """# Cryptography

Written from the code by `./rundbord manage write_governance`. Every place of the source that imports cryptography stands here, or a test fails. Strength is against guessing or forging; *a mark* protects nothing and
must only differ."""
_POLICY = """## Keys

Keys are made by the kernel's generator, each for one task, and shared by nobody: two halves of what opens a person's words lie in two places (decision 0023). They are renewed by the calendar in `security.md`, and on suspicion.

| State | What it means here |
| --- | --- |
| made | `found_keys`, `create_key_store`, or with the row that needs one; never typed |
| in force | one version of an authority's key; one log key, two while they overlap |
| retired | opens what is older until the next renewal, seals nothing more |
| destroyed | the file is gone, a mark stays; the night repeats what failed; backups of the store last 14 days |
| lost | what it sealed is lost; a store that lost its keys gets no new ones in silence |

May protect: names, numbers and notes by a person's data key alone; secrets of accounts by the installation's key alone. May not: an index key seals nothing; the installation's key seals nothing about citizens; the log's key signs checkpoints alone.

## What comes after today's algorithms

Seals and hashes are symmetric with 256-bit keys and need no change for quantum computers. Checkpoints carry an ML-DSA-44 signature beside Ed25519 already; dropping Ed25519 is one line and an overlap of keys. TLS is the proxy's: hybrid key exchange (X25519MLKEM768) when its software
has it. Passkeys and providers' tokens follow what browsers and providers offer; listed algorithms stand in one place each. Sealed texts carry a version, so that another cipher can stand beside the first.

Cannot be changed yet without loss: index keys, data keys, and the installation's key (code apps and recovery codes are set up anew). ASVS 11.2.2 is not met for that.

## Uses"""


def cryptography() -> str:
    """Write the page."""
    rows = [(f"`{use.place}`", use.what_for, use.algorithm, use.bits or "a mark", use.key) for use in USES]
    return "\n\n".join([_LEAD, f"{_POLICY}\n\n{table(['Place', 'What for', 'How', 'Bits', 'Key'], rows)}"]) + "\n"
