"""The kinds of interventions, as rows of data: what is done in which order, by when, and who says so."""

from collections.abc import Mapping
from types import MappingProxyType

from rundbord.interventions.rules.kinds.concern_letter import CONCERN_LETTER
from rundbord.interventions.rules.kinds.concern_talk import CONCERN_TALK
from rundbord.interventions.rules.kinds.home_visit import HOME_VISIT
from rundbord.interventions.rules.kinds.kind import Clock, Field, Kind, Outcome, Step
from rundbord.interventions.rules.kinds.knock_knock import KNOCK_KNOCK
from rundbord.interventions.rules.kinds.network_council import NETWORK_COUNCIL
from rundbord.interventions.rules.kinds.network_meeting import NETWORK_MEETING
from rundbord.interventions.rules.kinds.pocket_money_job import POCKET_MONEY_JOB
from rundbord.interventions.rules.kinds.release import RELEASE
from rundbord.interventions.rules.kinds.support import CONTACT_PERSON, MENTOR
from rundbord.interventions.rules.kinds.underretning import UNDERRETNING
from rundbord.interventions.vocabulary import InterventionKind

KINDS: Mapping[InterventionKind, Kind] = MappingProxyType(
    {
        kind.key: kind
        for kind in (
            *(CONCERN_TALK, KNOCK_KNOCK, HOME_VISIT, CONCERN_LETTER, NETWORK_MEETING, NETWORK_COUNCIL),
            *(UNDERRETNING, MENTOR, CONTACT_PERSON, POCKET_MONEY_JOB, RELEASE),
        )
    }
)

__all__ = ["KINDS", "Clock", "Field", "Kind", "Outcome", "Step"]
