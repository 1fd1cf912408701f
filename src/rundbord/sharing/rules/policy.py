"""What law and practice leave open, with the cautious value until somebody who may decide has decided.

Each value has its number in docs/legal/open-questions.md.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class LocalPolicy:
    """One authority's answers to the open questions; ages are whole years, both ends included."""

    # S1. § 115 has no age limit; SSP is usually for 10–17, SSP+ reaches to 25 where it is agreed.
    youngest_in_ssp: int = 10
    oldest_in_ssp: int = 17
    # S2. From which age the young person's own consent is asked for, and up to which the custody holder's.
    consents_from: int = 15
    custody_ends_at: int = 18
    # S3. § 115 a, and § 115 stk. 1 nr. 2–3, name "de sociale myndigheder".
    ssp_is_social_authority: bool = False
    # S4. § 115 stk. 5 reaches everybody in SSP; a brother's gang is not for his little brother's teachers.
    schools_read_gang_facts: bool = False
    # S5. How long the police's word on affiliation stands before it is confirmed again.
    gang_fact_days: int = 90
    # S6. How many letters at least a necessity in words must have.
    fewest_letters: int = 30
    # S7. Danish working days within which a recipient confirms that a copy is put right, or is gone.
    days_to_correct: int = 5
    days_to_erase: int = 1
    # S17. Working days within which a unit answers a question without a name.
    threshold_days: int = 3
    # S21. Who else: how old a file must be, how many an authority nominates, how many rounds in seven days.
    hours_before_nomination: int = 24
    nominations_each: int = 50
    rounds_a_week: int = 2


CAUTIOUS = LocalPolicy()
