"""What citizens ask for, who asks, how it was checked, and what is decided."""

from rundbord.vocabulary import Term


class RightKind(Term):
    """Right — rettighed: what is asked for."""

    ACCESS = "access", "Indsigt"
    WHO_READ = "who_read", "Hvem har set på mig"
    RECTIFY = "rectify", "Rettelse af oplysninger"
    RESTRICT = "restrict", "Begrænsning af behandling"
    OBJECT = "object", "Indsigelse"
    ERASE = "erase", "Sletning"

    @property
    def hands_out(self) -> bool:
        """Tell whether the answer is an extract, and not a decision on what is done."""
        return self in {RightKind.ACCESS, RightKind.WHO_READ}

    @property
    def place(self) -> str:
        """Say where in a file it is carried out."""
        return {
            RightKind.RECTIFY: "Ret eller træk oplysningen tilbage, ret hvem sagen handler om, eller ændr rollen.",
            RightKind.RESTRICT: "Gør sagen snæver, så kun den ansvarlige læser den.",
            RightKind.OBJECT: "Afslut bekymringen, træk oplysningen tilbage, eller gør sagen snæver.",
            RightKind.ERASE: "Afslut bekymringen, så sagen slettes på sin dag.",
        }.get(self, "")


class Asker(Term):
    """Asker — hvem spørger."""

    SELF = "self", "Personen selv"
    CUSTODY = "custody", "Forældremyndighedsindehaver"
    REPRESENTATIVE = "representative", "Repræsentant eller værge"


class RequestChannel(Term):
    """Request channel — hvordan anmodningen kom."""

    DIGITAL_POST = "digital_post", "Digital Post"
    LETTER = "letter", "Brev"
    IN_PERSON = "in_person", "Personligt fremmøde"
    PHONE = "phone", "Telefon"
    MAIL = "mail", "Mail"


class IdentityCheck(Term):
    """Identity check — hvordan identiteten er kontrolleret."""

    DIGITAL_POST = "digital_post", "Sendt fra egen Digital Post"
    MITID = "mitid", "Bekræftet med MitID"
    PHOTO = "photo", "Billedlegitimation vist"
    REPLY = "reply", "Bekræftet ved svar til folkeregisteradressen"


class MandateCheck(Term):
    """Mandate check — hvordan retten til at spørge for en anden er kontrolleret."""

    CUSTODY = "custody", "Forældremyndighed bekræftet i CPR"
    POWER = "power", "Skriftlig fuldmagt set"
    GUARDIAN = "guardian", "Værgebeskikkelse set"


class DelayWhy(Term):
    """Delay — hvorfor svaret tager længere tid; the words stand in the letter."""

    COMPLEX = "complex", "Anmodningen er omfattende og skal gennemgås af flere."
    MANY = "many", "Vi har modtaget mange anmodninger på samme tid."
    WAITING = "waiting", "Vi skal undersøge sagen nærmere, før vi kan svare."


class RoutedTo(Term):
    """Routed to — hvilken slags myndighed der henvises til."""

    POLICE = "police", "Politiet"
    MUNICIPALITY = "municipality", "Den kommune, du bor i eller har boet i"
    PRISON = "prison", "Kriminalforsorgen"
    HEALTH = "health", "Regionen eller psykiatrien"
    COURT = "court", "Domstolen"


class ItemGroup(Term):
    """Item group — gruppe: what must be kept apart in an answer (law-and-practice B.3.4)."""

    OWN = "own", "Egne oplysninger"
    RECEIVED = "received", "Modtaget fra andre myndigheder"
    GANG = "gang", "Tilhør til bandemiljø (retsplejelovens § 115, stk. 5)"
    OTHERS = "others", "Om andre personer"
    NOTIFIER = "notifier", "Hvem der har henvendt sig"
    LOG = "log", "Opslag i loggen"


class ItemDecision(Term):
    """Item decision — afgørelse om en oplysning."""

    GIVE = "give", "Udleveres"
    PART = "part", "Udleveres med udeladelser"
    WITHHOLD = "withhold", "Udleveres ikke"


class WithholdBasis(Term):
    """Withhold basis — hjemmel til at undtage; the label is what the answer says, where it says anything."""

    PRIVATE = "dbl22_1", "databeskyttelseslovens § 22, stk. 1 (afgørende private interesser)"
    PREVENTION = "dbl22_2_4", "databeskyttelseslovens § 22, stk. 2, nr. 4 (forebyggelse af strafbare handlinger)"
    OTHERS = "dbl22_2_9", "databeskyttelseslovens § 22, stk. 2, nr. 9 (beskyttelse af andre)"
    LIMITED = "rhl16", "retshåndhævelseslovens § 16, stk. 1"
    SILENT = "rhl16_3", "retshåndhævelseslovens § 16, stk. 3 (hverken be- eller afkræftes)"
    GANG = "rpl115_5", "retsplejelovens § 115, stk. 5 (tavshedspligt)"

    @property
    def is_silent(self) -> bool:
        """Tell whether the answer must read as if there had been nothing."""
        return self in {WithholdBasis.SILENT, WithholdBasis.GANG}


class Outcome(Term):
    """Outcome — udfald."""

    ANSWERED = "answered", "Besvaret"
    GRANTED = "granted", "Imødekommet"
    PARTLY = "partly", "Delvist imødekommet"
    REFUSED = "refused", "Afslået"
    ROUTED = "routed", "Henvist til en anden myndighed"
    WITHDRAWN = "withdrawn", "Trukket tilbage"


class RemedyHow(Term):
    """Remedy — gennemførelse: by what change in the file a decision was carried out."""

    FACT = "fact", "En oplysning er rettet eller trukket tilbage"
    IDENTITY = "identity", "Det er rettet, hvem sagen handler om"
    ROLE = "role", "Rollen i sagen er ændret"
    NARROWED = "narrowed", "Sagen er afgrænset"
    CLOSED = "closed", "Bekymringen er afsluttet, og sagen slettes på sin dag"
    DELETED = "deleted", "Sagen er slettet"


class Recipients(Term):
    """Recipients — modtagere: whether those who were told before know of the change (article 19)."""

    RIGHTED = "righted", "Modtagerne har fået rettelsen"
    NOT_TOLD = "not_told", "Det ændrede er ikke givet videre"


class SenderAnswer(Term):
    """Sender answer — afsenderens svar: whether what it once told may be handed out."""

    MAY = "may", "Må udleveres"
    NOT = "not", "Må ikke udleveres"
