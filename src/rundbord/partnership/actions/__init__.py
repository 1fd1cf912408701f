"""What can be done with a partnership and its areas."""

from rundbord.partnership.actions.assess_area import assess_area
from rundbord.partnership.actions.carry_out_plan import (
    MeasureTerms,
    add_measure,
    change_measure,
    change_plan,
    count_activity,
    make_plan,
    set_measure_status,
    strike_activity,
)
from rundbord.partnership.actions.change_areas import (
    AreaTerms,
    change_area,
    close_area,
    create_area,
    import_areas,
    import_streets,
)
from rundbord.partnership.actions.change_parties import add_party, end_party
from rundbord.partnership.actions.follow_chair import announce_agreement_end, set_secretariat, tick_hand_over
from rundbord.partnership.actions.hand_over_chair import hand_over_chair
from rundbord.partnership.actions.keep_forums import (
    ForumTerms,
    ItemTerms,
    change_forum,
    close_forum,
    open_forum,
    set_standard_agenda,
)
from rundbord.partnership.actions.measure_goals import (
    GoalTerms,
    ValueTerms,
    close_goal,
    note_value,
    set_goal,
)
from rundbord.partnership.actions.renew_efforts import end_effort, name_effort, open_renewal, vote_on_renewal
from rundbord.partnership.actions.seat_units import end_seat, give_seat
from rundbord.partnership.actions.set_focus_points import (
    add_focus_point,
    change_focus_point,
    move_focus_point_up,
    remove_focus_point,
    use_focus_template,
)
from rundbord.partnership.actions.set_reporting_duty import end_reporting_duty, set_reporting_duty
from rundbord.partnership.actions.sign_agreement import (
    AgreementTerms,
    change_agreement,
    extend_agreement,
    sign_agreement,
)
from rundbord.partnership.actions.sign_for_party import (
    BudgetTerms,
    SignatureTerms,
    add_budget_line,
    add_signature,
    strike_budget_line,
    strike_signature,
)

__all__ = [
    "AgreementTerms",
    "AreaTerms",
    "BudgetTerms",
    "ForumTerms",
    "GoalTerms",
    "ItemTerms",
    "MeasureTerms",
    "SignatureTerms",
    "ValueTerms",
    "add_budget_line",
    "add_focus_point",
    "add_measure",
    "add_party",
    "add_signature",
    "announce_agreement_end",
    "assess_area",
    "change_agreement",
    "change_area",
    "change_focus_point",
    "change_forum",
    "change_measure",
    "change_plan",
    "close_area",
    "close_forum",
    "close_goal",
    "count_activity",
    "create_area",
    "end_effort",
    "end_party",
    "end_reporting_duty",
    "end_seat",
    "extend_agreement",
    "give_seat",
    "hand_over_chair",
    "import_areas",
    "import_streets",
    "make_plan",
    "move_focus_point_up",
    "name_effort",
    "note_value",
    "open_forum",
    "open_renewal",
    "remove_focus_point",
    "set_goal",
    "set_measure_status",
    "set_reporting_duty",
    "set_secretariat",
    "set_standard_agenda",
    "sign_agreement",
    "strike_activity",
    "strike_budget_line",
    "strike_signature",
    "tick_hand_over",
    "use_focus_template",
    "vote_on_renewal",
]
