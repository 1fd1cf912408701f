"""Every app's declarations in one list, and the information class of each column about citizens."""

from collections.abc import Mapping
from types import MappingProxyType

from rundbord.access.declarations import Declaration
from rundbord.alerts.privacy import DECLARATIONS as ALERTS
from rundbord.breaches.privacy import DECLARATIONS as BREACHES
from rundbord.concerns.privacy import CLASSES as CLASSES_OF_CONCERNS
from rundbord.concerns.privacy import DECLARATIONS as CONCERNS
from rundbord.conflicts.privacy import DECLARATIONS as CONFLICTS
from rundbord.deletion.privacy import DECLARATIONS as DELETION
from rundbord.departure.privacy import DECLARATIONS as DEPARTURE
from rundbord.emergency.privacy import DECLARATIONS as EMERGENCY
from rundbord.feeds.privacy import DECLARATIONS as FEEDS
from rundbord.foureyes.privacy import DECLARATIONS as FOUREYES
from rundbord.handover.privacy import CLASSES as CLASSES_OF_HANDOVER
from rundbord.handover.privacy import DECLARATIONS as HANDOVER
from rundbord.identity.privacy import DECLARATIONS as IDENTITY
from rundbord.insight.privacy import DECLARATIONS as INSIGHT
from rundbord.interventions.privacy import CLASSES as CLASSES_OF_INTERVENTIONS
from rundbord.interventions.privacy import DECLARATIONS as INTERVENTIONS
from rundbord.keys.privacy import DECLARATIONS as KEYS
from rundbord.logcontrol.privacy import DECLARATIONS as LOGCONTROL
from rundbord.meetingcases.privacy import CLASSES as CLASSES_OF_MEETINGCASES
from rundbord.meetingcases.privacy import DECLARATIONS as MEETINGCASES
from rundbord.meetings.privacy import DECLARATIONS as MEETINGS
from rundbord.notices.privacy import DECLARATIONS as NOTICES
from rundbord.partnership.privacy import DECLARATIONS as PARTNERSHIP
from rundbord.programmes.privacy import CLASSES as CLASSES_OF_PROGRAMMES
from rundbord.programmes.privacy import DECLARATIONS as PROGRAMMES
from rundbord.rights.privacy import CLASSES as CLASSES_OF_RIGHTS
from rundbord.rights.privacy import DECLARATIONS as RIGHTS
from rundbord.sharing.privacy import CLASSES as CLASSES_OF_SHARING
from rundbord.sharing.privacy import DECLARATIONS as SHARING
from rundbord.sharing.vocabulary import InformationClass
from rundbord.situation.privacy import CLASSES as CLASSES_OF_SITUATION
from rundbord.situation.privacy import DECLARATIONS as SITUATION
from rundbord.streetwork.privacy import DECLARATIONS as STREETWORK
from rundbord.tasks.privacy import DECLARATIONS as TASKS
from rundbord.zones.privacy import DECLARATIONS as ZONES

CATALOGUE: tuple[Declaration, ...] = (
    *(*MEETINGCASES, *HANDOVER, *MEETINGS),
    *INTERVENTIONS,
    *CONCERNS,
    *(*SITUATION, *FEEDS, *STREETWORK),
    *(*CONFLICTS, *ZONES, *ALERTS, *PROGRAMMES),
    *(*LOGCONTROL, *DELETION, *EMERGENCY, *FOUREYES, *DEPARTURE, *RIGHTS, *BREACHES),
    *(*INSIGHT, *TASKS, *SHARING, *PARTNERSHIP, *NOTICES, *IDENTITY, *KEYS),
)

# By app, then by model: what each column holds (table A.13). Whoever declares citizens says it of every column.
CLASSES: Mapping[str, Mapping[str, Mapping[str, InformationClass]]] = MappingProxyType(
    {
        "rights": CLASSES_OF_RIGHTS,
        "meetingcases": CLASSES_OF_MEETINGCASES,
        "handover": CLASSES_OF_HANDOVER,
        "interventions": CLASSES_OF_INTERVENTIONS,
        "concerns": CLASSES_OF_CONCERNS,
        "situation": CLASSES_OF_SITUATION,
        "programmes": CLASSES_OF_PROGRAMMES,
        "sharing": CLASSES_OF_SHARING,
    }
)
