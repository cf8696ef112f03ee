
"use strict";
// The page works without this script: points are anchors to their evidence, and marks are
// anchors to the list of records. The script lights evidence in all texts at once and shows
// a mark's records beside the text.
(function () {
  const drawer = document.querySelector(".drawer");
  const held = drawer.querySelector(".held");
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)");
  let origin = null;

  document.documentElement.classList.add("scripted");
  for (const records of document.querySelectorAll(".records")) records.open = false;

  function scrollTo(part) {
    const text = part.closest(".text");
    const behavior = calm.matches ? "auto" : "smooth";
    if (text && text.scrollHeight > text.clientHeight + 4) {
      const top = part.getBoundingClientRect().top - text.getBoundingClientRect().top;
      text.scrollTo({ top: text.scrollTop + top - text.clientHeight / 3, behavior });
      const reading = text.closest(".reading").getBoundingClientRect();
      if (reading.top < -4 || reading.bottom > window.innerHeight + 4) {
        text.closest(".reading").scrollIntoView({ block: "start", behavior });
      }
      return false;
    }
    part.scrollIntoView({ block: "center", behavior });
    return true;
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
        const pagewise = text.scrollHeight <= text.clientHeight + 4;
        // Where texts don't scroll by themselves the page can go to one of them only.
        if (!pagewise || seen.size === 0) scrollTo(part);
        seen.add(text);
      }
    }
    const line = point.closest("li, tr, dd") || point;
    const named = line.querySelector(".point, .many") || point;
    line.classList.add("chosen");
    const bar = story.querySelector(".evidence");
    bar.querySelector(".evidence-text").textContent = named.textContent.trim();
    bar.hidden = false;
  }

  function tell(mark) {
    held.replaceChildren();
    for (const key of mark.dataset.records.split(" ")) {
      const entry = document.getElementById(key);
      if (!entry) continue;
      const copy = entry.cloneNode(true);
      copy.removeAttribute("id");
      held.append(copy);
    }
    origin = mark;
    drawer.hidden = false;
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
      tell(mark);
      return;
    }
    if (event.target.closest(".back")) {
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
