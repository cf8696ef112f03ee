
"use strict";
// The page works without this script: points are anchors to their evidence, and marks are
// anchors to the list of records, here or on the report's page. The script lights evidence in
// all texts at once and shows a mark's records beside the text.
(function () {
  const drawer = document.querySelector(".drawer");
  const held = drawer.querySelector(".held");
  const pages = new Map();
  let origin = null;

  document.documentElement.classList.add("scripted");
  for (const records of document.querySelectorAll(".records")) {
    records.open = records.querySelector(":target") !== null;
  }

  function scrollsByItself(text) {
    return text.scrollHeight > text.clientHeight + 4;
  }

  // At once, not smoothly: two texts that glide at the same time can't be followed.
  function bring(part) {
    const text = part.closest(".text");
    if (!scrollsByItself(text)) {
      part.scrollIntoView({ block: "center" });
      return;
    }
    const reading = text.closest(".reading");
    const place = reading.getBoundingClientRect();
    if (place.top < -4 || place.bottom > window.innerHeight + 4) reading.scrollIntoView();
    const top = part.getBoundingClientRect().top - text.getBoundingClientRect().top;
    text.scrollTop += top - text.clientHeight / 3;
  }

  function darken() {
    for (const part of document.querySelectorAll(".lit")) part.classList.remove("lit");
    for (const point of document.querySelectorAll(".chosen")) point.classList.remove("chosen");
    for (const bar of document.querySelectorAll(".evidence")) bar.hidden = true;
  }

  function light(point) {
    darken();
    origin = point;
    const story = point.closest(".story");
    const seen = new Set();
    for (const key of point.dataset.cites.split(" ")) {
      for (const part of story.querySelectorAll(`[data-lit~="${key}"]`)) {
        part.classList.add("lit");
        const text = part.closest(".text");
        if (seen.has(text)) continue;
        // Where texts don't scroll by themselves the page can go to one of them only.
        if (scrollsByItself(text) || seen.size === 0) bring(part);
        seen.add(text);
      }
    }
    const line = point.closest("li, tr, dd") || point;
    const named = line.querySelector(".point, .many") || point;
    line.classList.add("chosen");
    const bar = story.querySelector(".evidence");
    bar.querySelector(".evidence-text").textContent = named.textContent.trim();
    bar.querySelector(".stops").replaceChildren(...point.dataset.cites.split(" ").map(stop));
    bar.hidden = false;
  }

  // A way from one text's evidence to the next where the texts stand below each other.
  function stop(key) {
    const chip = document.querySelector(`.chip[data-cites="${key}"]`);
    const link = chip.cloneNode(true);
    link.removeAttribute("data-cites");
    link.dataset.stop = key;
    return link;
  }

  async function tell(mark) {
    origin = mark;
    const page = mark.pathname === location.pathname ? document : await read(mark.pathname);
    if (origin !== mark) return;
    held.replaceChildren();
    for (const key of mark.dataset.records.split(" ")) {
      const entry = page.getElementById(key);
      if (!entry) continue;
      const copy = document.importNode(entry, true);
      copy.removeAttribute("id");
      held.append(copy);
    }
    drawer.hidden = false;
  }

  // The page of a report, fetched when somebody first asks for one of its records.
  function read(path) {
    if (!pages.has(path)) {
      pages.set(path, fetch(path).then(async function (answer) {
        return new DOMParser().parseFromString(await answer.text(), "text/html");
      }));
    }
    return pages.get(path);
  }

  function close() {
    drawer.hidden = true;
    held.replaceChildren();
  }

  document.addEventListener("click", function (event) {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    const point = event.target.closest("[data-cites]");
    if (point) {
      event.preventDefault();
      light(point);
      return;
    }
    const mark = event.target.closest("[data-records]");
    if (mark) {
      event.preventDefault();
      tell(mark).catch(() => location.assign(mark.href));
      return;
    }
    const next = event.target.closest("[data-stop]");
    if (next) {
      event.preventDefault();
      bring(next.closest(".story").querySelector(`[data-lit~="${next.dataset.stop}"]`));
    } else if (event.target.closest(".back")) {
      event.preventDefault();
      const from = origin;
      darken();
      if (from) {
        from.focus({ preventScroll: true });
        from.scrollIntoView({ block: "center" });
      }
    } else if (event.target.closest(".close")) {
      close();
      if (origin) origin.focus();
    }
  });

  document.addEventListener("keydown", function (event) {
    if (event.key !== "Escape") return;
    const from = origin;
    close();
    darken();
    if (from) from.focus();
  });
})();
