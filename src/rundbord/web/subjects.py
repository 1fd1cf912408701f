"""What a screen can show that is logged when read."""

from rundbord.vocabulary import Term


class Subject(Term):
    """Subject — læst genstand."""

    SOURCE_TEXT = "source_text", "Original døgnrapport"
    PICTURE = "picture", "Situationsbillede"
    LOG = "log", "Log"
    FILE = "file", "Billede"
    GROUP_IDENTITY = "group_identity", "Hvem en gruppe er"
    YOUNG_PERSON = "young_person", "En ungs sag"
    YOUNG_PERSONS = "young_persons", "Liste over unge"
    DISCLOSURE = "disclosure", "Oplysninger, der er givet videre eller modtaget"
    INTERVENTION = "intervention", "Indsats med en ung"
    PARTICIPANTS = "participants", "Deltagere på et hold"
    EXIT_CASE = "exit_case", "Exit-forløb"
    EXIT_CASES = "exit_cases", "Egne exit-forløb"
    EXIT_TOLD = "exit_told", "Hvad exit-koordinatorer har givet hinanden"
    COMMON_KNOWLEDGE = "common_knowledge", "Hvem der følger den samme unge"
    RIGHTS_REQUEST = "rights_request", "Anmodning fra en borger"
