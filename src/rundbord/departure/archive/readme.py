"""The archive's description, in Danish, for whoever opens it without Rundbord."""

from __future__ import annotations

from django.db import models

from rundbord.departure.archive.tables import exported
from rundbord.departure.rules.left_out import LEFT_OUT

_TEXT = """Udtræk af {authority}s egne oplysninger i Rundbord
=================================================

Arkivet er et tar-arkiv, pakket med gzip og forseglet i age-formatet (age-encryption.org/v1). Det åbnes med jeres
private nøgle og programmet age; dele sættes først sammen i rækkefølge:

    cat udtraek-*.tar.gz.age | age -d -i privat.key | tar xz

Alt er åbne formater, og intet af det kræver Rundbord.

Indhold
-------
indhold.json               antal rækker og SHA-256 for hver fil, hvem der bestilte og bekræftede, hvad der er udeladt
raekker/SLAGS/NNNNN.jsonl  én række pr. linje, som JSON i UTF-8. Tidspunkter er UTC, numre er UUID
bilag/SLAGS/NUMMER         bilag, fotos og dokumenter som bytes; rækken nævner filen og dens SHA-256
log/linjer/NNNNN.jsonl     jeres egne linjer i loggen, med det salt, der hører til, og linjens plads
log/blade/NNNNN.bin        hash for hvert blad i hele loggen, 32 bytes hver, i rækkefølge; de røber intet indhold
log/kontrolpunkt.txt       loggens seneste underskrevne kontrolpunkt (C2SP checkpoint)
log/offentlige-noegler.txt de nøgler, kontrolpunktet er underskrevet med

Det, der var forseglet i Rundbord, står i klar tekst. "_lukket" nævner felter, hvis nøgle er destrueret; de kan ikke
læses af nogen. Rækkerne hænger sammen ved deres numre: person_id er sagens nummer i concerns.YoungPerson.

Efterprøv loggen
----------------
1. For hver linje: SHA-256 af byten 00, teksten i "linje" (UTF-8) og salt (hex) skal stå i blade på linjens plads.
   En linje uden plads, eller med en plads efter kontrolpunktets antal, er nyere end kontrolpunktet.
2. Af bladene regnes roden (RFC 6962): to knuder bliver til SHA-256 af byten 01, venstre og højre. Den skal være
   den, der står i kontrolpunktet i base64.
3. Kontrolpunktets underskrifter efterprøves med de offentlige nøgler, som jeres vidne også kender.

Slags
-----
{kinds}

Udeladt, og hvorfor
-------------------
{left_out}
"""


def readme(authority: str) -> str:
    """Write it for one authority."""
    kinds = "\n".join(f"{model._meta.label}: {danish_name(model)}" for model in exported())
    left_out = "\n".join(f"{label}: {why}" for label, why in sorted(LEFT_OUT.items()))
    return _TEXT.format(authority=authority, kinds=kinds, left_out=left_out)


def danish_name(model: type[models.Model]) -> str:
    """Give what a table is called in Danish, as the first words of its class say."""
    return (model.__doc__ or "").partition(" — ")[2].partition(":")[0].strip() or model.__name__
