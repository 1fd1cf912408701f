"""What can be done with decisions: take one, say what became of it, disagree, look again, and take the register out."""

from rundbord.tasks.actions.answer_proposal import answer_proposal, settle_run_out
from rundbord.tasks.actions.climb import climb
from rundbord.tasks.actions.decide import Decision, decide
from rundbord.tasks.actions.export_register import export_register, print_register
from rundbord.tasks.actions.finish_task import Words, finish_task
from rundbord.tasks.actions.import_decisions import import_decisions
from rundbord.tasks.actions.note_dissent import note_dissent
from rundbord.tasks.actions.propose import Clock, propose
from rundbord.tasks.actions.remind_of_overdue import remind_of_overdue
from rundbord.tasks.actions.remind_of_review import remind_of_review
from rundbord.tasks.actions.review_decision import review_decision
from rundbord.tasks.actions.set_climb_rule import set_climb_rule

__all__ = [
    "Clock",
    "Decision",
    "Words",
    "answer_proposal",
    "climb",
    "decide",
    "export_register",
    "finish_task",
    "import_decisions",
    "note_dissent",
    "print_register",
    "propose",
    "remind_of_overdue",
    "remind_of_review",
    "review_decision",
    "set_climb_rule",
    "settle_run_out",
]
