"""Every app's declarations in one list."""

from rundbord.access.declarations import Declaration
from rundbord.identity.privacy import DECLARATIONS as IDENTITY
from rundbord.notices.privacy import DECLARATIONS as NOTICES
from rundbord.partnership.privacy import DECLARATIONS as PARTNERSHIP
from rundbord.situation.privacy import DECLARATIONS as SITUATION
from rundbord.tasks.privacy import DECLARATIONS as TASKS

CATALOGUE: tuple[Declaration, ...] = (*SITUATION, *TASKS, *PARTNERSHIP, *NOTICES, *IDENTITY)
