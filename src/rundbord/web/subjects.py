"""What a screen can show that is logged when read."""

from rundbord.vocabulary import Term


class Subject(Term):
    """Subject — læst genstand."""

    SOURCE_TEXT = "source_text", "Original døgnrapport"
    PICTURE = "picture", "Situationsbillede"
    LOG = "log", "Log"
    FILE = "file", "Billede"
