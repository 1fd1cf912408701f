"""What a notice can be about; the words say nothing of the content."""

from rundbord.vocabulary import Term


class NoticeKind(Term):
    """Notice kind — besked: the sentence that the recipient reads."""

    URGENT_REPORT = "urgent_report", "Der er en hasteindberetning i indbakken"
    PICTURE_PUBLISHED = "picture_published", "Der er udgivet et nyt situationsbillede"
    PICTURE_CORRECTED = "picture_corrected", "Et situationsbillede er rettet"
    PERSON_BLACKED_OUT = "person_blacked_out", "En person er sløret i et situationsbillede, du har læst"
    BREACH_NOTED = "breach_noted", "Der er åbnet et hændelsesnotat"
    TASK_GIVEN = "task_given", "Din enhed har fået en opgave"
    TASK_OVERDUE = "task_overdue", "En opgave er over fristen"
    RELEASE_WAITING = "release_waiting", "En døgnrapport venter på at blive frigivet"
    REPORT_USED = "report_used", "Din indberetning er brugt"
    REPORT_DISMISSED = "report_dismissed", "Der er svar på din indberetning"
