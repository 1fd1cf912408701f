"""Areas of the demonstration: simplified outlines drawn by hand around well-known places, WGS 84."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, radians

from rundbord.partnership.vocabulary import AreaKind

METRES_PER_DEGREE = 111_320


@dataclass(frozen=True, kw_only=True)
class Place:
    """One area: where its middle lies, how far it reaches in eight directions (metres, from east against the clock)."""

    municipality: str
    name: str
    kind: AreaKind
    lat: float
    lon: float
    reach: tuple[int, ...]
    streets: tuple[str, ...]
    weight: int

    def outline(self) -> dict[str, object]:
        """Give the outline as a GeoJSON polygon, closed, against the clock."""
        ring = [self._corner(number, metres) for number, metres in enumerate(self.reach)]
        return {"type": "Polygon", "coordinates": [[*ring, ring[0]]]}

    def _corner(self, number: int, metres: int) -> list[float]:
        east, north = _DIRECTIONS[number]
        lat = self.lat + north * metres / METRES_PER_DEGREE
        lon = self.lon + east * metres / (METRES_PER_DEGREE * cos(radians(self.lat)))
        return [round(lon, 5), round(lat, 5)]


_D = 0.7071
_DIRECTIONS = ((1.0, 0.0), (_D, _D), (0.0, 1.0), (-_D, _D), (-1.0, 0.0), (-_D, -_D), (0.0, -1.0), (_D, -_D))

GLADSAXE, HERLEV, BALLERUP = "Gladsaxe", "Herlev", "Ballerup"

# Municipalities by a dozen corners each: enough to know where one is, no survey.
LAND = {
    GLADSAXE: (
        *((12.415, 55.755), (12.418, 55.774), (12.440, 55.772), (12.464, 55.770), (12.475, 55.776), (12.486, 55.772)),
        *((12.481, 55.760), (12.500, 55.759), (12.502, 55.748), (12.517, 55.743), (12.522, 55.728), (12.513, 55.720)),
        *((12.485, 55.724), (12.459, 55.718), (12.453, 55.734), (12.446, 55.750)),
    ),
    HERLEV: (
        *((12.395, 55.757), (12.420, 55.754), (12.446, 55.749), (12.453, 55.733), (12.458, 55.716), (12.440, 55.711)),
        *((12.425, 55.709), (12.418, 55.722), (12.408, 55.738)),
    ),
    BALLERUP: (
        *((12.265, 55.749), (12.276, 55.760), (12.315, 55.759), (12.358, 55.757), (12.395, 55.757), (12.407, 55.737)),
        *((12.417, 55.721), (12.424, 55.709), (12.389, 55.706), (12.387, 55.698), (12.352, 55.705), (12.324, 55.717)),
        *((12.331, 55.740), (12.316, 55.740), (12.305, 55.748)),
    ),
}


def land_of(municipality: str) -> dict[str, object] | None:
    """Give a municipality's outline as a GeoJSON polygon; None for those that are not drawn."""
    corners = [list(corner) for corner in LAND.get(municipality, ())]
    return {"type": "Polygon", "coordinates": [[*corners, corners[0]]]} if corners else None


PLACES = (
    Place(
        municipality=GLADSAXE,
        name="Høje Gladsaxe",
        kind=AreaKind.HOUSING,
        lat=55.7398,
        lon=12.4745,
        reach=(620, 560, 330, 420, 560, 420, 300, 460),
        streets=("Høje Gladsaxe Torv", "Høje Gladsaxe", "Gladsaxevej"),
        weight=12,
    ),
    Place(
        municipality=GLADSAXE,
        name="Værebro Park",
        kind=AreaKind.HOUSING,
        lat=55.7715,
        lon=12.4395,
        reach=(480, 420, 380, 450, 520, 400, 300, 420),
        streets=("Værebrovej", "Værebro Park", "Ellemosevej"),
        weight=12,
    ),
    Place(
        municipality=GLADSAXE,
        name="Bagsværd Station og Torv",
        kind=AreaKind.STATION,
        lat=55.7612,
        lon=12.4545,
        reach=(520, 380, 330, 350, 480, 360, 320, 400),
        streets=("Bagsværd Torv", "Bagsværd Hovedgade", "Bindeledet"),
        weight=8,
    ),
    Place(
        municipality=GLADSAXE,
        name="Søborg Hovedgade",
        kind=AreaKind.CENTRE,
        lat=55.7345,
        lon=12.5115,
        reach=(420, 520, 700, 480, 380, 450, 640, 520),
        streets=("Søborg Hovedgade", "Søborg Torv", "Marielundvej"),
        weight=7,
    ),
    Place(
        municipality=GLADSAXE,
        name="Buddinge Centrum",
        kind=AreaKind.STATION,
        lat=55.7472,
        lon=12.4965,
        reach=(420, 380, 360, 400, 420, 350, 360, 380),
        streets=("Buddinge Hovedgade", "Buddinge Centret", "Vangavej"),
        weight=5,
    ),
    Place(
        municipality=GLADSAXE,
        name="Mørkhøj",
        kind=AreaKind.DISTRICT,
        lat=55.7275,
        lon=12.4785,
        reach=(600, 480, 420, 480, 560, 440, 420, 460),
        streets=("Mørkhøjvej", "Ilbjerg Allé", "Mørkhøj Bygade"),
        weight=6,
    ),
    Place(
        municipality=HERLEV,
        name="Herlev Bymidte",
        kind=AreaKind.CENTRE,
        lat=55.7248,
        lon=12.4395,
        reach=(560, 420, 340, 420, 560, 400, 320, 420),
        streets=("Herlev Torv", "Herlev Hovedgade", "Herlev Bygade"),
        weight=9,
    ),
    Place(
        municipality=HERLEV,
        name="Herlev Station",
        kind=AreaKind.STATION,
        lat=55.7188,
        lon=12.4435,
        reach=(520, 330, 260, 330, 480, 320, 240, 340),
        streets=("Stationsalleen", "Herlev Stationsplads", "Vindebyvej"),
        weight=8,
    ),
    Place(
        municipality=HERLEV,
        name="Hjortespring",
        kind=AreaKind.DISTRICT,
        lat=55.7395,
        lon=12.4225,
        reach=(640, 520, 480, 520, 640, 500, 460, 520),
        streets=("Hjortespringvej", "Ederlandsvej", "Hjortespring Bygade"),
        weight=6,
    ),
    Place(
        municipality=BALLERUP,
        name="Ballerup Centrum",
        kind=AreaKind.CENTRE,
        lat=55.7305,
        lon=12.3605,
        reach=(560, 440, 380, 440, 560, 420, 360, 440),
        streets=("Centrumgaden", "Banegårdspladsen", "Linde Allé"),
        weight=9,
    ),
    Place(
        municipality=BALLERUP,
        name="Hedeparken og Grantoften",
        kind=AreaKind.HOUSING,
        lat=55.7385,
        lon=12.3745,
        reach=(600, 500, 420, 480, 560, 460, 380, 500),
        streets=("Hedeparken", "Platanbuen", "Grantoften"),
        weight=11,
    ),
    Place(
        municipality=BALLERUP,
        name="Skovlunde Torv",
        kind=AreaKind.CENTRE,
        lat=55.7238,
        lon=12.4035,
        reach=(480, 420, 360, 420, 520, 400, 340, 420),
        streets=("Skovlunde Torv", "Bybjergvej", "Bergerevej"),
        weight=6,
    ),
    Place(
        municipality=BALLERUP,
        name="Måløv",
        kind=AreaKind.DISTRICT,
        lat=55.7492,
        lon=12.3225,
        reach=(680, 520, 460, 520, 640, 500, 420, 520),
        streets=("Måløv Hovedgade", "Måløvhøj", "Liljevangsvej"),
        weight=4,
    ),
    Place(
        municipality=BALLERUP,
        name="Egebjerg",
        kind=AreaKind.SCHOOL,
        lat=55.7508,
        lon=12.3775,
        reach=(560, 460, 400, 440, 540, 440, 380, 440),
        streets=("Egebjerg Bygade", "Skovvejen", "Nordbuen"),
        weight=4,
    ),
)
