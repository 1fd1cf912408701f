"""Every app's gathering in one list."""

from rundbord.access.gathering import Gathering
from rundbord.concerns.gathered import GATHERED as CONCERNS
from rundbord.handover.gathered import GATHERED as HANDOVER
from rundbord.interventions.gathered import GATHERED as INTERVENTIONS
from rundbord.meetingcases.gathered import GATHERED as MEETINGCASES
from rundbord.programmes.gathered import GATHERED as PROGRAMMES
from rundbord.rights.gathered import GATHERED as RIGHTS
from rundbord.sharing.gathered import GATHERED as SHARING
from rundbord.situation.gathered import GATHERED as SITUATION

CATALOGUE: tuple[Gathering, ...] = (
    *CONCERNS,
    *INTERVENTIONS,
    *SHARING,
    *PROGRAMMES,
    *HANDOVER,
    *MEETINGCASES,
    *SITUATION,
    *RIGHTS,
)
