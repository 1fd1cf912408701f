"""What a notice can be about; the words say nothing of the content."""

from rundbord.vocabulary import Term


class NoticeKind(Term):
    """Notice kind — besked: the sentence that the recipient reads."""

    URGENT_REPORT = "urgent_report", "Der er en hasteindberetning i indbakken"
    PICTURE_PUBLISHED = "picture_published", "Der er udgivet et nyt situationsbillede"
    PICTURE_CORRECTED = "picture_corrected", "Et situationsbillede er rettet"
    PERSON_BLACKED_OUT = "person_blacked_out", "En person er sløret i et situationsbillede, du har læst"
    BREACH_NOTED = "breach_noted", "Der er åbnet et hændelsesnotat"
    SUDDEN_EVENT = "sudden_event", "Der er åbnet en pludselig hændelse"
    SAFETY_NOTICE = "safety_notice", "Din enhed har fået en sikkerhedsbesked"
    SAFETY_NOTICE_RECALLED = "safety_notice_recalled", "En sikkerhedsbesked er trukket tilbage"
    CONFLICT_GIVEN = "conflict_given", "Din enhed følger en konflikt"
    CONFLICT_REVIEW_OVERDUE = "conflict_review_overdue", "En konflikt mangler at blive gennemgået"
    CONFLICT_WINDOW_PASSED = "conflict_window_passed", "Et gengældelsesvindue er udløbet: vurdér konflikten"
    CONFLICT_QUIET = "conflict_quiet", "En konflikt har været rolig længe og kan måske afsluttes"
    CLEARANCE_ASKED = "clearance_asked", "Nogen beder om at se, hvem en konflikts grupper er"
    CLEARANCE_GIVEN = "clearance_given", "Du kan nu se, hvem en konflikts grupper er"
    CLEARANCE_REFUSED = "clearance_refused", "Der er svar på dit ønske om at se en konflikts grupper"
    TASK_GIVEN = "task_given", "Din enhed har fået en opgave"
    TASK_OVERDUE = "task_overdue", "En opgave er over fristen"
    RELEASE_WAITING = "release_waiting", "En døgnrapport venter på at blive frigivet"
    REPORT_USED = "report_used", "Din indberetning er brugt"
    REPORT_DISMISSED = "report_dismissed", "Der er svar på din indberetning"
    INTRODUCTION_ENDS = "introduction_ends", "Din introduktion til reglerne udløber om en måned"
    ZONE_EXPIRES = "zone_expires", "En zone udløber snart"
    MAPPING_WAITS = "mapping_waits", "Kvartalets kortlægning mangler jeres side"
    CHECK_IN_OVERDUE = "check_in_overdue", "Nogen på en vagt har ikke meldt sig"
