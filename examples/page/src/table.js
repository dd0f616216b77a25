// A table of figures. Its rows are made when it is first opened: a page of 10,000 figures need not have 10,000 rows.
import {el} from "./dom.js";

/** A row is a list of cells; `columns` are {title, numeric}. */
export const table = (caption, columns, rows) =>
  el("div", {class: "scroll", tabindex: "0", role: "region", "aria-label": caption},
    el("table", {},
      el("caption", {}, caption),
      el("thead", {}, el("tr", {}, columns.map((c) => el("th", {scope: "col", class: c.numeric ? "numeric" : null}, c.title)))),
      el("tbody", {}, rows.map((cells) => el("tr", {}, cells.map((cell, i) =>
        i === 0 ? el("th", {scope: "row"}, cell) : el("td", {class: columns[i].numeric ? "numeric" : null}, cell)))))));

/** Behind a summary; `make` gives the table. */
export const folded = (summary, make) => {
  const details = el("details", {class: "behind"}, el("summary", {}, summary));
  details.addEventListener("toggle", () => {
    if (details.open && details.childElementCount === 1) details.append(make());
  });
  return details;
};
