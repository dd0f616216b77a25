// The runs whose JSON lies in the page, and their figures by name and group.

export class Run {
  constructor(json) {
    this.json = json;
    this.groups = json.groups;
    this.titles = new Map();
    this.meanings = new Map(json.chapters.flatMap((c) => c.metrics.map((m) => [m.name, m.meaning])));
    this.totals = new Map(); // name -> figures of the whole, several where amounts have several currencies
    this.byGroup = new Map(); // name -> figures of groups
    for (const figure of [...json.metrics, ...json.stages]) {
      this.titles.set(figure.name, titleOf(figure));
      listed(figure.group === null ? this.totals : this.byGroup, figure.name).push(figure);
    }
  }

  /** The figures of the whole; none where the log does not feed the metric. */
  wholes(name) { return (this.totals.get(name) ?? []).filter(isThere); }
  whole(name) { return this.wholes(name)[0]; }
  ofGroups(name) { return this.byGroup.get(name) ?? []; }
  /** The metrics that are told by parts, such as `touches_per_won_deal: phone`, of one name. */
  parts(name) {
    return [...this.totals.keys()].filter((n) => n.startsWith(name + ": ")).map((n) => this.totals.get(n)[0]);
  }
  title(name) { return this.titles.get(name) ?? name; }
  meaning(name) { return this.meanings.get(name) ?? ""; }
}

/** All runs of the page: the one that was asked for, and which of them have periods and which other groups. */
export class Report {
  constructor(jsons) {
    this.runs = jsons.map((json) => new Run(json));
    this.first = this.runs[0];
    this.byPeriod = this.runs.find((run) => run.json.by_period && run.groups.length > 0);
    this.byGroup = this.runs.find((run) => run.json.by !== null && !run.json.by_period && run.groups.length > 0);
  }
  /** The metrics that a manager asks for first and that have a value. */
  askedFirst() { return this.first.json.asked_first.filter((name) => this.first.whole(name)); }
}

export const isThere = (figure) => figure.value !== null && !figure.saturated;
export const isShare = (figure) => figure.kind === "proportion" || figure.kind === "cohort";
export const addsUp = (figure) => figure.kind === "count" || figure.kind === "total";

/** The range to show; a share of which cases are still open has none, for it can only rise. */
export const rangeOf = (figure) =>
  isThere(figure) && figure.interval && !(figure.open > 0) && figure.coherent ? figure.interval : null;

/** The periods that are complete, in order. */
export const completePeriods = (run) => run.groups.filter((g) => g.mark === null).map((g) => g.name);

/** What the groups are, for people: "rep", "source and month". */
export const groupedBy = (run) => (run.json.by ?? "").replaceAll("_", " ").split(",").join(" and ");

const titleOf = ({title, name}) => {
  if (title !== name) return title;
  const words = name.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
};

const listed = (map, key) => {
  if (!map.has(key)) map.set(key, []);
  return map.get(key);
};

/** From the script elements that hold them. */
export const reportOf = (document) =>
  new Report([...document.querySelectorAll("script.report")].map((element) => JSON.parse(element.textContent)));
