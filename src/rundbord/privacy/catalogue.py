"""Every app's declarations in one list."""

from rundbord.access.declarations import Declaration
from rundbord.alerts.privacy import DECLARATIONS as ALERTS
from rundbord.concerns.privacy import DECLARATIONS as CONCERNS
from rundbord.conflicts.privacy import DECLARATIONS as CONFLICTS
from rundbord.feeds.privacy import DECLARATIONS as FEEDS
from rundbord.identity.privacy import DECLARATIONS as IDENTITY
from rundbord.keys.privacy import DECLARATIONS as KEYS
from rundbord.notices.privacy import DECLARATIONS as NOTICES
from rundbord.partnership.privacy import DECLARATIONS as PARTNERSHIP
from rundbord.sharing.privacy import DECLARATIONS as SHARING
from rundbord.situation.privacy import DECLARATIONS as SITUATION
from rundbord.streetwork.privacy import DECLARATIONS as STREETWORK
from rundbord.tasks.privacy import DECLARATIONS as TASKS
from rundbord.zones.privacy import DECLARATIONS as ZONES

CATALOGUE: tuple[Declaration, ...] = (
    *CONCERNS,
    *(*SITUATION, *FEEDS, *STREETWORK),
    *(*CONFLICTS, *ZONES, *ALERTS),
    *(*TASKS, *SHARING, *PARTNERSHIP, *NOTICES, *IDENTITY, *KEYS),
)
