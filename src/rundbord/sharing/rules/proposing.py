"""Which basis would hold: the narrowest first, with why; and why each of the others does not."""

from __future__ import annotations

from dataclasses import dataclass

from rundbord.sharing.rules.bases import BASES
from rundbord.sharing.rules.bases.narrowness import breadth, breadth_in_words
from rundbord.sharing.rules.objections import Finding
from rundbord.sharing.rules.proposals import Proposal
from rundbord.sharing.rules.weighing import is_mended_by_filling_in, wrong_with, wrong_with_any
from rundbord.sharing.rules.wording import paragraph_of, sentence_of
from rundbord.sharing.vocabulary import LegalBasis


@dataclass(frozen=True, kw_only=True)
class Candidate:
    """One basis tried on a proposal: what is wrong with it, if anything."""

    basis: LegalBasis
    findings: tuple[Finding, ...]

    @property
    def lacks(self) -> tuple[Finding, ...]:
        """Give what the sender need only fill in."""
        return tuple(each for each in self.findings if is_mended_by_filling_in(each))

    @property
    def would_hold(self) -> bool:
        """Tell whether nothing but filling in stands in its way."""
        return len(self.lacks) == len(self.findings)

    @property
    def holds(self) -> bool:
        """Tell whether nothing at all stands in its way."""
        return not self.findings

    @property
    def why(self) -> str:
        """Say in Danish why it would hold, or why it does not."""
        said = " ".join(
            f"{sentence_of(each)} ({paragraph_of(each, self.basis)})"
            for each in self.findings
            if self.would_hold or not is_mended_by_filling_in(each)
        )
        if not self.would_hold:
            return said
        row = BASES[self.basis]
        lacking = f" Mangler: {said}" if said else ""
        return f"{row.sentence} {breadth_in_words(row)}{lacking}"


@dataclass(frozen=True, kw_only=True)
class Advice:
    """`would_hold`: the narrowest first, those that hold as things stand before those that lack an answer.

    `others` cannot hold; `regardless` is wrong whichever basis is chosen.
    """

    would_hold: tuple[Candidate, ...]
    others: tuple[Candidate, ...]
    regardless: tuple[Finding, ...]


def propose_basis(proposal: Proposal) -> Advice:
    """Try every basis on what a proposal tells, whichever it has chosen."""
    tried = [Candidate(basis=basis, findings=tuple(wrong_with(proposal, row))) for basis, row in BASES.items()]
    holding = [candidate for candidate in tried if candidate.would_hold]
    return Advice(
        would_hold=tuple(sorted(holding, key=lambda each: (not each.holds, breadth(BASES[each.basis])))),
        others=tuple(candidate for candidate in tried if not candidate.would_hold),
        regardless=tuple(wrong_with_any(proposal)),
    )
