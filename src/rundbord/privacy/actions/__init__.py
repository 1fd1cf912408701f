"""What can be done about the log: witnesses, and warning of what is wrong."""

from rundbord.privacy.actions.name_witness import end_witness, name_witness
from rundbord.privacy.actions.warn_of_log import warn_of_log

__all__ = ["end_witness", "name_witness", "warn_of_log"]
