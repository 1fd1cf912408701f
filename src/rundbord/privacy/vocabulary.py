"""How an authority's witness stands."""

from rundbord.vocabulary import Term


class Witnessed(Term):
    """Witnessed — medunderskrevet: how old an authority's newest cosignature of the log is."""

    NONE = "none", "Intet vidne"
    AWAITED = "awaited", "Venter på det første"
    FRESH = "fresh", "Inden for et døgn"
    WARNING = "warning", "Mere end et døgn siden"
    ALARM = "alarm", "Mere end tre døgn siden"
