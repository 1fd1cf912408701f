"""What can be done with a request: register, gather, ask, decide, answer, delay, close, remind, forget."""

from rundbord.rights.actions.answer import answer, export, print_letter, settle
from rundbord.rights.actions.ask_senders import answer_sender_question, ask_senders
from rundbord.rights.actions.carry_out import carry_out, close_remedies_of_deleted_files, order_remedies
from rundbord.rights.actions.close import route, withdraw
from rundbord.rights.actions.decide import Decided, decide, decide_group
from rundbord.rights.actions.delay import delay
from rundbord.rights.actions.forget import forget
from rundbord.rights.actions.gather import gather
from rundbord.rights.actions.let_go import let_go
from rundbord.rights.actions.register import NewRequest, register
from rundbord.rights.actions.remind import remind

__all__ = [
    "Decided",
    "NewRequest",
    "answer",
    "answer_sender_question",
    "ask_senders",
    "carry_out",
    "close_remedies_of_deleted_files",
    "decide",
    "decide_group",
    "delay",
    "export",
    "forget",
    "gather",
    "let_go",
    "order_remedies",
    "print_letter",
    "register",
    "remind",
    "route",
    "settle",
    "withdraw",
]
