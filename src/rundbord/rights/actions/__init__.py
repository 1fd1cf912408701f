"""What can be done with a request: register, gather, delay, close, remind, forget."""

from rundbord.rights.actions.close import route, withdraw
from rundbord.rights.actions.delay import delay
from rundbord.rights.actions.forget import forget
from rundbord.rights.actions.gather import gather
from rundbord.rights.actions.register import NewRequest, register
from rundbord.rights.actions.remind import remind

__all__ = ["NewRequest", "delay", "forget", "gather", "register", "remind", "route", "withdraw"]
