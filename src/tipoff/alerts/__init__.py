"""Tell people what is wrong: once per incident, through every channel, and once when it is over.

``incidents`` says what is wrong as values, ``records`` keeps in the catalog what was told, and
``telling`` compares the two and sends what is new. A channel that cannot be told anything is an
incident itself, which the others tell of.
"""

from tipoff.alerts.channels import Channel, channels_of
from tipoff.alerts.incidents import Incident, Severity, incidents_of
from tipoff.alerts.records import AlertRecords, Delivery
from tipoff.alerts.telling import Alerts, Message

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
