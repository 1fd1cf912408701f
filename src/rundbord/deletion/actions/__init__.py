"""What is done about deletion: approve, propose, decide, say what the archive wants, record, foresee, remind."""

from rundbord.deletion.actions.approve_rules import approve_rules
from rundbord.deletion.actions.change_period import decide_period, propose_period
from rundbord.deletion.actions.delete_aged import delete_aged
from rundbord.deletion.actions.foresee import foresee
from rundbord.deletion.actions.read_day import prove_deletion, read_day, read_records
from rundbord.deletion.actions.record_deletion import record_deletion
from rundbord.deletion.actions.remind import remind
from rundbord.deletion.actions.say_archive_duty import say_archive_duty

__all__ = [
    "approve_rules",
    "decide_period",
    "delete_aged",
    "foresee",
    "propose_period",
    "prove_deletion",
    "read_day",
    "read_records",
    "record_deletion",
    "remind",
    "say_archive_duty",
]
