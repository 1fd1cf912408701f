"""What can be done with interventions."""

from rundbord.interventions.actions.ask_who_visits import ask_who_visits
from rundbord.interventions.actions.delete_joint_visits import delete_joint_visits
from rundbord.interventions.actions.end_for_move import end_for_move
from rundbord.interventions.actions.end_intervention import end_intervention
from rundbord.interventions.actions.joint_visits import answer_joint_visit, ask_for_joint_visit, join_joint_visit
from rundbord.interventions.actions.keep_offers import OfferTerms, add_offer, change_offer, close_offer
from rundbord.interventions.actions.own_keys import destroy_printed_words
from rundbord.interventions.actions.places import give_back_forgotten_places
from rundbord.interventions.actions.plan_step import plan_step
from rundbord.interventions.actions.reading import (
    print_step,
    read_figures,
    read_intervention,
    read_interventions,
)
from rundbord.interventions.actions.remind_of_clocks import remind_of_clocks
from rundbord.interventions.actions.start_intervention import start_intervention
from rundbord.interventions.actions.take_step import Sent, take_step

__all__ = [
    "OfferTerms",
    "Sent",
    "add_offer",
    "answer_joint_visit",
    "ask_for_joint_visit",
    "ask_who_visits",
    "change_offer",
    "close_offer",
    "delete_joint_visits",
    "destroy_printed_words",
    "end_for_move",
    "end_intervention",
    "give_back_forgotten_places",
    "join_joint_visit",
    "plan_step",
    "print_step",
    "read_figures",
    "read_intervention",
    "read_interventions",
    "remind_of_clocks",
    "start_intervention",
    "take_step",
]
