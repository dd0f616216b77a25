// A chart: a sentence that says what it shows, an SVG of Observable Plot, what each mark stands for, and the table behind.
import {plot} from "@observablehq/plot";
import {el} from "./dom.js";
import {hideTip, showTip, spoken} from "./tip.js";
import {folded, table} from "./table.js";

export const accent = "var(--accent)", ink = "var(--ink)", quiet = "var(--quiet)", faint = "var(--faint)", pale = "var(--pale)";

/** The class of marks that stand for data, one for each datum. */
export const told = "told";

/** Of a chart on paper, alone or beside another one. */
const paperWidth = (chart) => (chart.place.closest(".charts") ? 320 : 680);

const shown = () => [...document.querySelectorAll(".plot")].map((place) => place.chart);
addEventListener("beforeprint", () => shown().forEach((chart) => chart.draw(paperWidth(chart))));
addEventListener("afterprint", () => shown().forEach((chart) => chart.draw()));

const waiting = new Map(); // charts, and how wide they are to be
const atOnce = 50; // milliseconds of drawing; the page goes on before the charts after that
let later = null;
const drawWaiting = () => {
  const until = performance.now() + atOnce;
  later = null;
  for (const [chart, width] of waiting) {
    if (performance.now() > until) return void (later = setTimeout(drawWaiting));
    waiting.delete(chart);
    if (width !== chart.width) chart.draw(width);
  }
};
const resized = new ResizeObserver((entries) => {
  for (const {target, contentRect} of entries) waiting.set(target.chart, Math.floor(contentRect.width));
  if (later === null) drawWaiting();
});

class Chart {
  constructor({options, data, tell, label}) {
    Object.assign(this, {options, data, tell, label});
    this.place = el("div", {class: "plot"});
    this.place.chart = this;
    this.place.addEventListener("pointermove", (event) => this.point(event));
    this.place.addEventListener("pointerleave", hideTip);
    this.place.addEventListener("keydown", (event) => this.step(event));
    this.place.addEventListener("focusin", ({target}) => target.told && showTip(target.told, target.getBoundingClientRect()));
    this.place.addEventListener("focusout", hideTip);
    resized.observe(this.place);
  }

  draw(width = Math.floor(this.place.clientWidth)) {
    if (width <= 0) return;
    this.width = width;
    const svg = plot({...this.options(width), width, className: "chart"});
    svg.setAttribute("role", "group");
    svg.setAttribute("aria-label", this.label);
    for (const part of svg.querySelectorAll(":scope > g")) { // axes and rules: each mark says its value itself
      part.removeAttribute("aria-label");
      part.removeAttribute("aria-description");
      if (!part.classList.contains(told)) part.setAttribute("aria-hidden", "true");
    }
    this.marks = [...svg.querySelectorAll(`.${told} > *`)];
    this.marks.forEach((mark, i) => {
      mark.told = this.tell(this.data[mark.__data__]);
      mark.setAttribute("role", "img");
      mark.setAttribute("aria-label", spoken(mark.told));
      mark.setAttribute("tabindex", i === 0 ? "0" : "-1");
    });
    this.place.replaceChildren(svg);
    this.boxes = null;
  }

  /** The nearest mark, if one is near. */
  point(event) {
    const frame = this.place.getBoundingClientRect();
    this.boxes ??= this.marks.map((mark) => {
      const box = mark.getBoundingClientRect();
      return {left: box.left - frame.left, right: box.right - frame.left, top: box.top - frame.top, bottom: box.bottom - frame.top};
    });
    const x = event.clientX - frame.left, y = event.clientY - frame.top;
    let best = -1, least = 30;
    this.boxes.forEach((box, i) => {
      const away = Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom));
      if (away < least) [best, least] = [i, away];
    });
    if (best < 0) hideTip();
    else showTip(this.marks[best].told, this.marks[best].getBoundingClientRect());
  }

  /** One stop for the tabulator a chart; arrows go from mark to mark. */
  step(event) {
    const at = this.marks.indexOf(document.activeElement);
    const to = {ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: this.marks.length - 1}[event.key];
    if (event.key === "Escape") hideTip();
    if (at < 0 || to === undefined || !this.marks[to]) return;
    event.preventDefault();
    this.marks[at].setAttribute("tabindex", "-1");
    this.marks[to].setAttribute("tabindex", "0");
    this.marks[to].focus();
  }
}

/**
 * finding: the title, text or nodes; options(width): of Plot; data: of the marks of the class `told`; tell(datum): its
 * {title, lines}; columns and rows(): the table; notes: sentences below; kind: a name for tests.
 */
export const chart = ({kind, finding, options, data, tell, columns, rows, notes = []}) => {
  const title = el("figcaption", {}, finding);
  const drawn = new Chart({options, data, tell, label: `Chart: ${title.textContent}`});
  return el("figure", {"data-chart": kind}, title, drawn.place,
    notes.filter(Boolean).map((note) => el("p", {class: "note"}, note)),
    folded("Table", () => table(title.textContent, columns, rows())));
};
