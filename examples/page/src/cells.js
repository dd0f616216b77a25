// What tables and tooltips say of a figure.
import {rangeOf} from "./data.js";
import {el, named} from "./dom.js";
import {counts, exact, inFull, number, plural, range} from "./units.js";

export const columnsOfFigures = (first) => [
  {title: first}, {title: "Value", numeric: true}, {title: "Range", numeric: true}, {title: "Exact", numeric: true},
  {title: "n", numeric: true}];

export const cellsOf = (figure, first) => [
  first, inFull(figure), range(figure) || "–", figure.value === null ? "–" : exact(figure), number(figure.n)];

/** {title, lines} of a figure: its value, the exact fraction, the range, and why there is none. */
export const tellFigure = (run, figure, title = run.title(figure.name), more = []) => ({
  title: figure.group === null || title !== run.title(figure.name) ? title : [title, ", ", named(figure.group)],
  lines: [
    inFull(figure) + (range(figure) ? ` (${range(figure)})` : ""),
    figure.value === null ? "" : `Exactly ${exact(figure).replace(", exactly", "")}${counts(figure).startsWith("n ") || !counts(figure) ? `, n ${number(figure.n)}` : ""}`,
    figure.open > 0 && !rangeOf(figure) ? `${plural(figure.open, "case")} still open` : "",
    ...more,
  ],
});

export const standsText = (figure) =>
  figure.stands === "above" ? "▲ above the others" : figure.stands === "below" ? "▼ below the others" : "";

export const section = (id, question, answer, ...content) =>
  el("section", {id, "aria-labelledby": `${id}-question`},
    el("h2", {id: `${id}-question`}, question), el("p", {class: "answer"}, answer), content);

/** What to type, where something is missing. */
export const option = (text) => el("code", {}, text);
