"""Tables of files on young people."""

from rundbord.concerns.models.archive_check import ArchiveCheck
from rundbord.concerns.models.attachment import Attachment
from rundbord.concerns.models.concern import Concern, ConcernClosure, RoleChange, Safeguard
from rundbord.concerns.models.fact import Fact
from rundbord.concerns.models.look_up import LookUp
from rundbord.concerns.models.put_before_name import PutBeforeName
from rundbord.concerns.models.standing import AdultReview, Consent, FamilyNotice
from rundbord.concerns.models.young_person import Assignment, CustodyHolder, NamePart, YoungPerson

__all__ = [
    "AdultReview",
    "ArchiveCheck",
    "Assignment",
    "Attachment",
    "Concern",
    "ConcernClosure",
    "Consent",
    "CustodyHolder",
    "Fact",
    "FamilyNotice",
    "LookUp",
    "NamePart",
    "PutBeforeName",
    "RoleChange",
    "Safeguard",
    "YoungPerson",
]
