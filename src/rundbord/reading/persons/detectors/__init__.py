"""One detector per kind of words that single out a person, and which of them serve which job."""

from rundbord.reading.persons.detectors import (
    ages,
    ages_of_things,
    bynames,
    children,
    cpr,
    families,
    foreign_things,
    health,
    homes,
    homes_left,
    house_numbers,
    jobs,
    lengths,
    looks,
    names,
    offences,
    online,
    origins,
    phones,
    plates,
    records,
    signalements,
    street_figures,
    vehicles,
    years,
)
from rundbord.reading.persons.passage import Detector

GUARDING: tuple[Detector, ...] = (
    cpr.detect,
    phones.detect,
    online.detect,
    plates.detect,
    house_numbers.detect,
    names.detect,
    bynames.detect,
    ages.detect,
    years.detect,
    homes.detect,
    origins.detect,
    looks.detect,
    families.detect,
    health.detect,
    records.detect,
    jobs.detect,
)

MASKING: tuple[Detector, ...] = (*GUARDING, signalements.detect, vehicles.detect, children.detect)
"""First what singles out a person …"""

SWEEPING: tuple[Detector, ...] = (
    *GUARDING,
    ages_of_things.detect,
    lengths.detect,
    foreign_things.detect,
    street_figures.detect,
    homes_left.detect,
)
"""… then what could still be taken for it."""

STRICTEST: tuple[Detector, ...] = (offences.detect,)
