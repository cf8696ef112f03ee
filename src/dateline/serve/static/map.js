// Draws the places of a list on a map. The list is there without it: the map is a second way to
// it. A click on a place opens its lines in the list, and a line's summary shows it on the map.

const STRETCH = ["==", ["get", "wide"], true];
const POINT = ["==", ["get", "wide"], false];
const HELD = [">", ["get", "count"], 0];
const dark = window.matchMedia("(prefers-color-scheme: dark)");
const still = window.matchMedia("(prefers-reduced-motion: reduce)");

function colours() {
  return dark.matches
    ? { sea: "#10151a", land: "#262724", border: "#4a4943", name: "#98938a", halo: "#262724",
        event: "#f0866f", ink: "#151514", ring: "#f3b3a4", shade: "#f0866f" }
    : { sea: "#e4ebef", land: "#fbfaf6", border: "#c9c4b8", name: "#6f6b62", halo: "#fbfaf6",
        event: "#b23a22", ink: "#ffffff", ring: "#8c2f1c", shade: "#b23a22" };
}

const SIZE = ["interpolate", ["linear"], ["sqrt", ["get", "count"]], 1, 9, 3, 15, 7, 26];
const RING = ["interpolate", ["linear"], ["sqrt", ["get", "count"]], 1, 11, 7, 17];
const FONT = { "text-font": ["sans-serif"] };

function layers(ink, shaded) {
  return [
    { id: "sea", type: "background", paint: { "background-color": ink.sea } },
    { id: "land", type: "fill", source: "world", filter: ["!=", ["geometry-type"], "Point"],
      paint: { "fill-color": ink.land } },
    { id: "shade", type: "fill", source: "world",
      filter: ["in", ["get", "code"], ["literal", shaded]],
      paint: { "fill-color": ink.shade, "fill-opacity": 0.13 } },
    { id: "border", type: "line", source: "world", filter: ["!=", ["geometry-type"], "Point"],
      paint: { "line-color": ink.border, "line-width": 0.8 } },
    { id: "country", type: "symbol", source: "world",
      filter: ["all", ["==", ["geometry-type"], "Point"],
        [">", ["get", "rank"], ["step", ["zoom"], 150, 2, 25, 3, 5, 4, 0.8, 5, 0]]],
      layout: { ...FONT, "text-field": ["get", "name"], "text-size": 11, "text-padding": 8,
        "symbol-sort-key": ["-", 0, ["get", "rank"]], "text-max-width": 7 },
      paint: { "text-color": ink.name, "text-halo-color": ink.halo, "text-halo-width": 1 } },
    { id: "named", type: "circle", source: "places", filter: ["==", ["get", "count"], 0],
      paint: { "circle-radius": 3.5, "circle-color": ink.name } },
    { id: "stretch", type: "circle", source: "places", filter: ["all", HELD, STRETCH],
      paint: { "circle-radius": RING, "circle-color": ink.land, "circle-opacity": 0.7,
        "circle-stroke-color": ink.ring, "circle-stroke-width": 2 } },
    { id: "point", type: "circle", source: "places", filter: ["all", HELD, POINT],
      paint: { "circle-radius": SIZE, "circle-color": ink.event, "circle-opacity": 0.9,
        "circle-stroke-color": ink.land, "circle-stroke-width": 1.5 } },
    { id: "chosen", type: "circle", source: "places", filter: ["==", ["get", "key"], ""],
      paint: { "circle-radius": ["+", 8, SIZE], "circle-color": "transparent",
        "circle-stroke-color": ink.event, "circle-stroke-width": 2 } },
    { id: "count", type: "symbol", source: "places", filter: HELD,
      layout: { ...FONT, "text-field": ["to-string", ["get", "count"]], "text-size": 12,
        "text-allow-overlap": true, "symbol-sort-key": ["-", 0, ["get", "count"]] },
      paint: { "text-color": ["case", ["get", "wide"], ink.ring, ink.ink] } },
    { id: "place", type: "symbol", source: "places",
      layout: { ...FONT, "text-field": ["get", "name"], "text-size": 12, "text-anchor": "top",
        "text-offset": ["interpolate", ["linear"], ["sqrt", ["get", "count"]],
          0, ["literal", [0, 0.4]], 1, ["literal", [0, 1]], 7, ["literal", [0, 2.4]]],
        "text-optional": true, "symbol-sort-key": ["-", 0, ["get", "count"]],
        "text-max-width": 9 },
      paint: { "text-color": dark.matches ? "#e9e6df" : "#1c1b19", "text-halo-color": ink.halo,
        "text-halo-width": 1.4 } },
  ];
}

function style(world, places) {
  const shaded = places.features
    .filter((place) => place.properties.grain === "country" && place.properties.count > 0)
    .map((place) => place.properties.country);
  return {
    version: 8,
    sources: {
      world: { type: "geojson", data: world, tolerance: 0.3 },
      places: { type: "geojson", data: places },
    },
    layers: layers(colours(), shaded),
  };
}

// The stretch of the earth that holds most of what happened: one far place doesn't shrink the rest.
function extent(library, places, share) {
  const held = places.features.filter((place) => place.properties.count > 0);
  const shown = held.length ? held : places.features;
  const weight = (place) => Math.max(1, place.properties.count);
  const all = shown.reduce((sum, place) => sum + weight(place), 0);
  const middle = [0, 1].map((axis) => median(shown, axis, weight, all));
  const far = (place) => Math.hypot(...place.geometry.coordinates.map((c, axis) => c - middle[axis]));
  const box = new library.LngLatBounds();
  let told = 0;
  for (const place of [...shown].sort((one, other) => far(one) - far(other))) {
    if (told >= share * all) break;
    told += weight(place);
    box.extend(place.geometry.coordinates);
  }
  return box;
}

function median(shown, axis, weight, all) {
  let told = 0;
  const ordered = [...shown].sort((a, b) => a.geometry.coordinates[axis] - b.geometry.coordinates[axis]);
  return ordered.find((place) => (told += weight(place)) >= all / 2).geometry.coordinates[axis];
}

async function draw(frame) {
  if (!document.createElement("canvas").getContext("webgl2")) return; // the list stands alone
  const { source, world, library: program, worker } = frame.dataset;
  const around = frame.closest(".places");
  const answer = await fetch(source);
  if (!answer.ok) return;
  const places = await answer.json();
  if (!places.features.length) return;
  const library = await import(program);
  library.setWorkerUrl(new URL(worker, location.href).href);
  frame.hidden = false;
  around.querySelector(".map-note").hidden = false;
  around.classList.add("drawn");
  const whole = { padding: 44, maxZoom: 5.5, duration: still.matches ? 0 : 500 };
  const map = new library.Map({
    container: frame.querySelector(".map-canvas"),
    style: style(new URL(world, location.href).href, places),
    bounds: extent(library, places, 0.85),
    fitBoundsOptions: whole,
    attributionControl: false,
    maxZoom: 11,
    renderWorldCopies: true,
    cooperativeGestures: false,
    dragRotate: false,
    pitchWithRotate: false,
    fadeDuration: 0,
  });
  map.scrollZoom.disable(); // the page scrolls; a wheel with Ctrl zooms, see below
  map.touchZoomRotate.disableRotation();
  const canvas = map.getCanvas();
  canvas.setAttribute("aria-label", "Map; the places are listed below it");
  frame.addEventListener("wheel", function (event) {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    const at = map.unproject([event.offsetX, event.offsetY]);
    map.easeTo({ zoom: map.getZoom() - event.deltaY / 120, around: at, duration: 0 });
  }, { passive: false });

  function choose(key) {
    map.setFilter("chosen", ["==", ["get", "key"], key]);
    for (const spot of around.querySelectorAll(".spot")) {
      const ours = spot.dataset.key === key;
      spot.classList.toggle("chosen", ours);
      if (ours) {
        spot.querySelector("details").open = true;
        const list = spot.closest(".spots");
        list.scrollTop += spot.getBoundingClientRect().top - list.getBoundingClientRect().top;
      }
    }
  }

  for (const layer of ["point", "stretch", "count"]) {
    map.on("click", layer, (event) => choose(event.features[0].properties.key));
    map.on("mouseenter", layer, () => { canvas.style.cursor = "pointer"; });
    map.on("mouseleave", layer, () => { canvas.style.cursor = ""; });
  }
  around.addEventListener("click", function (event) {
    const button = event.target.closest("[data-map]");
    const spot = event.target.closest(".spot summary");
    if (button) {
      const does = button.dataset.map;
      if (does === "all") map.fitBounds(extent(library, places, 1), whole);
      else if (does === "in") map.zoomIn();
      else map.zoomOut();
    } else if (spot) {
      const { key } = spot.closest(".spot").dataset;
      const place = places.features.find((one) => one.properties.key === key);
      map.setFilter("chosen", ["==", ["get", "key"], key]);
      map.easeTo({ center: place.geometry.coordinates, duration: still.matches ? 0 : 400 });
    }
  });
  dark.addEventListener("change", () => map.setStyle(style(new URL(world, location.href).href, places)));
  map.once("idle", () => frame.classList.add("ready"));
}

// Nothing is fetched before somebody comes near.
const near = new IntersectionObserver(function (entries) {
  for (const entry of entries.filter((one) => one.isIntersecting)) {
    near.unobserve(entry.target);
    draw(entry.target.querySelector(".map"));
  }
}, { rootMargin: "300px" });
for (const places of document.querySelectorAll(".places")) near.observe(places);
