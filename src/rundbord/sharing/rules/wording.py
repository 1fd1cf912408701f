"""What a finding says in Danish, and by which paragraph."""

from __future__ import annotations

from rundbord.sharing.rules.bases import BASES
from rundbord.sharing.rules.objections import Finding
from rundbord.sharing.rules.remedies import REMEDIES
from rundbord.sharing.vocabulary import LegalBasis


def sentence_of(finding: Finding) -> str:
    """Put the recipient, the fact or what is missing into the sentence."""
    return finding.kind.label.replace("{about}", finding.about)


def paragraph_of(finding: Finding, basis: LegalBasis | None) -> str:
    """Give the paragraph that refuses: the finding's own, else that of the chosen basis."""
    own = REMEDIES[finding.kind].paragraph
    return own if own or basis is None else BASES[basis].paragraph


def basis_in_words(basis: LegalBasis) -> str:
    """Name a basis and where it stands."""
    return f"{basis.label} ({BASES[basis].paragraph})"
