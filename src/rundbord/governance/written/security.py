"""docs/governance/security.md: what ASVS wants written down, in one page."""

from __future__ import annotations

from rundbord.governance.written import limits, sign_in, surroundings

_LEAD = """# Security, as it is

Written from the code by `./rundbord manage write_governance`; numbers are the values that run. What each requirement of ASVS leads to stands in `asvs.md`, keys in `cryptography.md`, adversaries in `threats.md`."""


def security() -> str:
    """Write the page."""
    parts = [
        _LEAD,
        *(sign_in.ways_in(), sign_in.guessing(), sign_in.sessions(), sign_in.context()),
        *(limits.shapes(), limits.uploads(), limits.caps(), limits.costly()),
        *(surroundings.connections(), surroundings.secrets(), surroundings.parts(), surroundings.logs()),
    ]
    return "\n\n".join(parts) + "\n"
