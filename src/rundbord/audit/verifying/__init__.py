"""Finding out whether somebody rewrote the log: every row, every leaf, every checkpoint, and those that others kept."""

from rundbord.audit.verifying.faults import Fault, Found
from rundbord.audit.verifying.verify import Trusted, verify_log

__all__ = ["Fault", "Found", "Trusted", "verify_log"]
