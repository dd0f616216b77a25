// The figures that are asked first, each with its range, what it rests on, and how it went from period to period.
import {areaY, dot, lineY} from "@observablehq/plot";
import {plot} from "@observablehq/plot";
import {addsUp, isThere, rangeOf} from "./data.js";
import {el} from "./dom.js";
import {accent, pale, quiet} from "./chart.js";
import {counts, inFull, range, shortMeaning} from "./units.js";

const mostTiles = 8;

/** A line without axes: the trend below has them. */
const sparkline = (run, figure) => {
  const points = run.ofGroups(figure.name).filter((f) => f.currency === figure.currency)
    .map((f, i) => ({i, value: isThere(f) ? f.value : NaN, whole: run.groups[i].mark === null}));
  if (points.filter((p) => !Number.isNaN(p.value)).length < 3) return null;
  const svg = plot({
    className: "chart", width: 180, height: 36, margin: 4, axis: null,
    y: addsUp(figure) ? {zero: true} : {},
    marks: [
      areaY(points, {x: "i", y1: Math.min(...points.map((p) => p.value || 0)), y2: "value", fill: pale}),
      lineY(points, {x: "i", y: "value", stroke: quiet, strokeWidth: 1.5}),
      dot(points.filter((p) => p.whole).slice(-1), {x: "i", y: "value", fill: accent, r: 3}),
    ],
  });
  svg.setAttribute("aria-hidden", "true");
  return svg;
};

const tile = (report, figure) => {
  const run = report.first;
  const beneath = [range(figure), addsUp(figure) ? "" : counts(figure)].filter(Boolean).join(" · ");
  return el("li", {class: "tile", "data-metric": figure.name},
    el("h3", {title: shortMeaning(run.meaning(figure.name))}, run.title(figure.name)),
    el("p", {class: "value"}, inFull(figure), figure.open > 0 && !rangeOf(figure) && figure.unit === "%" ? el("small", {}, " so far") : null),
    el("p", {class: "beneath"}, beneath),
    report.byPeriod && !(figure.open > 0) ? sparkline(report.byPeriod, figure) : null);
};

export const tiles = (report) => {
  const figures = report.askedFirst().flatMap((name) => report.first.wholes(name)).slice(0, mostTiles);
  return figures.length === 0 ? null
    : el("ul", {class: "tiles", "aria-label": "Key figures"}, figures.map((figure) => tile(report, figure)));
};
