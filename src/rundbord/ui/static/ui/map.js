// Maps of the page's own facts on Leaflet; can pick a point or draw an outline into form fields.
const DENMARK = [[54.6, 8.1], [57.7, 12.7]];
const APART = 36;
const NEAR = 13;
const maps = new WeakMap();
let leaflet;

// Leaflet comes from our own files. What it writes as HTML are signs of its own and who drew the tiles; the rest is text.
const PLAIN = /^([^<]|<\/?(span|svg|a|b|i)( (aria-hidden="true"|href="https?:[^"<>]*"))* ?\/?>)*$/;
const ownFile = (url) => { if (!new URL(url, location).href.startsWith(`${location.origin}/static/`)) throw new TypeError(url); return url; };
const files = window.trustedTypes?.createPolicy("map", { createScriptURL: ownFile }) ?? { createScriptURL: ownFile };

// Only pages with a map fetch Leaflet, and only once.
function load(canvas) {
  window.trustedTypes?.createPolicy("default", { createHTML: (text) => (PLAIN.test(text) ? text : text.replaceAll("<", "&lt;")) });
  const style = Object.assign(document.createElement("link"), { rel: "stylesheet", href: canvas.dataset.leafletStyle });
  const script = Object.assign(document.createElement("script"), { src: files.createScriptURL(canvas.dataset.leaflet) });
  document.head.prepend(style, script);
  return Promise.all([style, script].map((part) => new Promise((done, fail) => { part.onload = done; part.onerror = fail; })));
}

// Leaflet reads a string as HTML; a node of text cannot carry any.
function words(text, href) {
  return Object.assign(document.createElement(href ? "a" : "span"), { textContent: text, ...(href && { href }) });
}

async function collection(frame, name) {
  const source = frame.querySelector(`[data-layer="${name}"]`);
  if (!source) return { type: "FeatureCollection", features: [] };
  return source.dataset.url ? (await fetch(source.dataset.url, { headers: { "X-Background": "1" } })).json() : JSON.parse(source.textContent);
}

class Chart {
  constructor(frame, canvas) {
    this.frame = frame;
    this.map = L.map(canvas, { zoomControl: false, scrollWheelZoom: false, zoomSnap: 0.25, attributionControl: !!frame.dataset.tiles });
    L.control.zoom({ zoomInTitle: "Zoom ind", zoomOutTitle: "Zoom ud" }).addTo(this.map);
    this.map.attributionControl?.setPrefix(false);
    if (frame.dataset.tiles) L.tileLayer(frame.dataset.tiles, { attribution: frame.dataset.tilesAttribution }).addTo(this.map);
    this.drawn = L.featureGroup().addTo(this.map);
    this.pins = L.featureGroup().addTo(this.map);
    this.map.fitBounds(DENMARK);
    this.map.on("focus", () => this.map.scrollWheelZoom.enable()).on("blur", () => this.map.scrollWheelZoom.disable());
    this.map.on("zoomend", () => { this.pin(); canvas.classList.toggle("map-near", this.map.getZoom() >= NEAR); });
    new ResizeObserver(() => { this.map.invalidateSize(); this.fit(); }).observe(canvas);
  }

  async draw() {
    const [background, areas, points] = await Promise.all(["background", "areas", "points"].map((name) => collection(this.frame, name)));
    this.points = points.features;
    [this.drawn, this.land].forEach((layer) => layer?.clearLayers());
    this.land = L.geoJSON(background, { interactive: false, style: { className: "map-background" }, onEachFeature: (feature, layer) => this.name(feature, layer) }).addTo(this.map).bringToBack();
    L.geoJSON(areas, { style: ({ properties }) => ({ className: `map-area map-area-${properties.kind}` }), onEachFeature: (feature, layer) => this.name(feature, layer) }).addTo(this.drawn);
    this.fit();
    this.pin();
  }

  name({ properties }, layer) {
    layer.bindTooltip(words(properties.label ?? ""), { permanent: true, direction: "center", className: properties.href ? "area-name" : "land-name" });
    // On a map that is drawn on, a click sets a corner.
    if (properties.href && !this.frame.dataset.drawInto && !this.frame.dataset.pickLat) layer.on("click", () => location.assign(properties.href));
  }

  // Once, when there is something to show and room to show it; after that the reader decides.
  fit() {
    const layers = [L.featureGroup([L.geoJSON(this.points ?? []), this.drawn]), this.land ?? this.drawn];
    const bounds = layers.map((layer) => layer.getBounds()).find((each) => each.isValid());
    if (this.hasFitted || !bounds || !this.map.getSize().x) return;
    this.hasFitted = this.map.fitBounds(bounds, { padding: [24, 24], maxZoom: 16, animate: false });
  }

  // Points that would cover each other share one pin with their number.
  pin() {
    const groups = [];
    const apart = (one, other) => this.map.project(one.at).distanceTo(this.map.project(other.at));
    for (const feature of this.points ?? []) {
      const point = { ...feature, at: L.GeoJSON.coordsToLatLng(feature.geometry.coordinates) };
      (groups.find(([first]) => apart(first, point) < APART) ?? groups[groups.push([]) - 1]).push(point);
    }
    this.pins.clearLayers();
    groups.forEach((together) => this.place(together));
  }

  place(together) {
    const [{ at, properties }] = together;
    const count = together.reduce((sum, point) => sum + (point.properties.count ?? 1), 0);
    const kind = together.some((point) => point.properties.kind === "urgent") ? "urgent" : properties.kind;
    const title = count > 1 ? `${count} her` : properties.label;
    if (properties.precision_m) L.circle(at, { radius: properties.precision_m, className: "map-precision", interactive: false }).addTo(this.pins);
    const html = Object.assign(words(count > 1 ? count : ""), { ariaHidden: "true" });
    const icon = L.divIcon({ html, className: `map-pin map-pin-${kind}`, iconSize: null });
    const list = Object.assign(document.createElement("div"), { className: "map-list" });
    list.append(...together.map(({ properties: { label, href } }) => words(label, href)));
    L.marker(at, { icon, title }).bindPopup(list, { closeButton: false }).addTo(this.pins);
  }
}

async function begin(frame) {
  const canvas = Object.assign(frame.querySelector(".map-canvas"), { ariaBusy: "true" });
  await (leaflet ??= load(canvas));
  canvas.replaceChildren();
  const chart = new Chart(frame, canvas);
  await chart.draw();
  frame.dispatchEvent(new CustomEvent("map:ready", { detail: chart.map, bubbles: true }));
  canvas.ariaBusy = "false";
  return chart;
}

function drawAll() {
  document.querySelectorAll("[data-map]").forEach((frame) => {
    maps.set(frame, maps.get(frame)?.then((chart) => (chart.draw(), chart)) ?? begin(frame));
  });
}

document.addEventListener("htmx:after:swap", drawAll);
drawAll();
