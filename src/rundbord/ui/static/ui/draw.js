// Lets a map fill form fields: one point, or the corners of an outline.
function tools(frame, acts) {
  const row = document.querySelector(`[data-tools-for="${frame.id}"]`);
  row.hidden = false;
  row.addEventListener("click", ({ target }) => acts[target.dataset.act]?.());
}

function fill(field, text) {
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

const pin = (name) => L.divIcon({ className: name, iconSize: null });

function pickPoint(map, frame) {
  const [lat, lon] = [frame.dataset.pickLat, frame.dataset.pickLon].map((id) => document.getElementById(id));
  const marker = L.marker(map.getCenter(), { icon: pin("map-pin map-pin-picked"), draggable: true, alt: "Valgt punkt" });
  const show = (at) => marker.setLatLng(at).addTo(map).getElement().setAttribute("aria-label", "Valgt punkt");
  const pick = (at) => { show(at); fill(lat, at.lat.toFixed(5)); fill(lon, at.lng.toFixed(5)); };
  if (lat.value && lon.value) { show([lat.value, lon.value]); map.setView([lat.value, lon.value], 15); }
  map.on("click", ({ latlng }) => pick(latlng));
  marker.on("dragend", () => pick(marker.getLatLng()));
  tools(frame, { centre: () => pick(map.getCenter()) });
}

function cornersIn(field) {
  try {
    return JSON.parse(field.value).coordinates[0].slice(0, -1).map(([lon, lat]) => L.latLng(lat, lon));
  } catch {
    return [];
  }
}

function asPolygon(corners) {
  const ring = [...corners, corners[0]].map(({ lat, lng }) => [Number(lng.toFixed(6)), Number(lat.toFixed(6))]);
  return JSON.stringify({ type: "Polygon", coordinates: [ring] });
}

function drawOutline(map, frame) {
  const field = document.getElementById(frame.dataset.drawInto);
  const outline = L.polygon([], { className: "map-drawn", interactive: false }).addTo(map);
  const dots = L.layerGroup().addTo(map);
  let corners = cornersIn(field);
  const show = () => {
    outline.setLatLngs(corners);
    dots.clearLayers();
    corners.forEach((at) => L.marker(at, { icon: pin("map-corner"), interactive: false, keyboard: false }).addTo(dots));
  };
  const change = (next) => {
    corners = next;
    show();
    fill(field, corners.length > 2 ? asPolygon(corners) : "");
  };
  const add = (at) => change([...corners, at]);
  show();
  if (corners.length) map.fitBounds(outline.getBounds(), { padding: [24, 24] });
  map.doubleClickZoom.disable();
  map.on("click", ({ latlng }) => add(latlng));
  tools(frame, { centre: () => add(map.getCenter()), undo: () => change(corners.slice(0, -1)), clear: () => change([]) });
}

document.addEventListener("map:ready", ({ target, detail }) => {
  if (target.dataset.pickLat) pickPoint(detail, target);
  if (target.dataset.drawInto) drawOutline(detail, target);
});
