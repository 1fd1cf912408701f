"""What the screens about the own log show."""

from rundbord.privacy.queries.log import LogLine, LogPage, log_page
from rundbord.privacy.queries.witnesses import PartyWitness, WitnessPage, witness_page

__all__ = ["LogLine", "LogPage", "PartyWitness", "WitnessPage", "log_page", "witness_page"]
