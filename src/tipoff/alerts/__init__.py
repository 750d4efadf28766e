"""Alert people to problems: once when an incident opens and once when it is over, on every channel.

``incidents`` lists the current problems as values, ``records`` keeps in the catalog which were
sent, and ``dispatch`` compares the two and sends what is new. A channel that fails is an incident
itself, which is sent to the other channels.
"""

from tipoff.alerts.channels import Channel, channels_of
from tipoff.alerts.dispatch import Alerts, Message
from tipoff.alerts.incidents import Incident, Severity, incidents_of
from tipoff.alerts.records import AlertRecords, Delivery

__all__ = [
    "AlertRecords",
    "Alerts",
    "Channel",
    "Delivery",
    "Incident",
    "Message",
    "Severity",
    "channels_of",
    "incidents_of",
]
