// Every figure, for those who check: by chapter, of the whole or of one group.
import {el, shortened} from "./dom.js";
import {cellsOf, columnsOfFigures, section, standsText} from "./cells.js";
import {table} from "./table.js";
import {number, shortMeaning} from "./units.js";

const mostGroups = 1000;

const columns = [...columnsOfFigures("Metric"), {title: "What it is"}];

/** The figures of a chapter, of the whole or of a group. */
const rowsOf = (run, chapter, group) => chapter.metrics.flatMap(({name, meaning}) => {
  const figures = group === null ? run.totals.get(name) ?? [] : run.ofGroups(name).filter((f) => f.group === group);
  return figures.map((f) => [...cellsOf(f, run.title(name)), [standsText(f) ? `${standsText(f)}. ` : "", shortMeaning(meaning)].join("")]);
});

const chapters = (run, group) => run.json.chapters.map((chapter) => ({title: chapter.title, rows: rowsOf(run, chapter, group)}))
  .filter(({rows}) => rows.length > 0)
  .map(({title, rows}) => [el("h3", {}, title), table(`${title}: ${rows.length} figures`, columns, rows)]);

/** Each run's groups, and the whole. */
const choices = (report) => [{run: report.first, group: null, text: "the whole"},
  ...report.runs.flatMap((run) => run.groups.slice(0, mostGroups).map(({name}) => ({run, group: name, text: shortened(name, 60)})))];

export const figures = (report) => {
  const all = report.runs.reduce((sum, run) => sum + run.json.metrics.length, 0);
  const options = choices(report);
  const place = el("div", {class: "all"});
  const show = ({run, group}) => place.replaceChildren(...chapters(run, group).flat());
  const choice = el("select", {onchange: () => show(options[choice.selectedIndex])}, options.map(({text}) => el("option", {}, text)));
  const details = el("details", {class: "everything"}, el("summary", {}, `All ${number(all)} figures, with what each counts`),
    options.length > 1 ? el("p", {class: "choice"}, el("label", {}, "Figures of ", choice)) : null, place);
  details.addEventListener("toggle", () => { if (details.open && !place.childElementCount) show(options[0]); });
  return section("figures", "What else is known?", [`${number(report.first.totals.size)} metrics of the log have a figure; `, `${number(report.first.json.left_out.length)} others lack what they need.`], details);
};
