"""What can be done with notices."""

from rundbord.notices.actions.mark_read import mark_all_read, mark_read
from rundbord.notices.actions.notify import notify
from rundbord.notices.actions.order_mail import Recipient, order_mails
from rundbord.notices.actions.remind_of_certificates import remind_of_certificates
from rundbord.notices.actions.remind_of_introduction import remind_of_introduction
from rundbord.notices.actions.send_mail import send_mail_without_content

__all__ = [
    "Recipient",
    "mark_all_read",
    "mark_read",
    "notify",
    "order_mails",
    "remind_of_certificates",
    "remind_of_introduction",
    "send_mail_without_content",
]
