"""Kinds of things that wait for the archive, and what is to happen with them before they go."""

from rundbord.vocabulary import Term


class ArchiveKind(Term):
    """Archive kind — hvad arkivpligten gælder: what an authority can be bound to keep elsewhere."""

    FILES = "files", "Sager om unge"


class ArchiveDuty(Term):
    """Archive duty — arkivpligt: what must be done before something of a kind is deleted (BEK 183/2018, 865/2023)."""

    NONE = "none", "Intet skal bevares. Myndighedens egen journal har det, der skal gemmes"
    CHECK = "check", "Hver sag ses igennem, og det, der skal bevares, lægges i eget ESDH-system først"
