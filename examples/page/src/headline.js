// What the report is of, what makes its figures less than they seem, and what a manager reads first.
import {el, named} from "./dom.js";
import {folded, table} from "./table.js";
import {inUnit, time} from "./units.js";

const mostSentences = 8;

/** Each view says what it can, some of it twice: of a metric the one by period says more, of several the other one. */
const sentencesOf = (report) => {
  const about = ({metric, groups}) => JSON.stringify([metric, groups]);
  const said = new Map((report.byGroup ?? report.first).json.headline.map((one) => [about(one), one]));
  for (const one of report.byPeriod?.json.headline ?? [])
    if (one.metric !== null || !said.has(about(one))) said.set(about(one), one);
  return [...said.values()].slice(0, mostSentences);
};

/** "win rate 39 % (27 to 52 %), 21 of 54" stands out from what explains it. */
const sentence = ({text}) => {
  const end = text.search(/[:;.](\s|$)/);
  return el("bdi", {}, el("strong", {}, text.slice(0, end)), text.slice(end));
};

const fact = (name, value) => (value ? el("div", {}, el("dt", {}, name), el("dd", {}, value)) : null);

const fileNames = ({source, files}) => (files.length ? files.map((file) => file.source.replace(/^.*\//, "")).join(", ") : source);

export const header = (report) => {
  const {json} = report.first;
  const days = json.first_day && `${json.first_day} to ${json.last_day}`;
  return el("header", {},
    el("p", {class: "kind"}, "Sales report"),
    el("h1", {}, named(fileNames(json), 120)),
    el("dl", {class: "facts"},
      fact("Days", days), fact("As of", json.as_of), fact("Only from", json.from),
      fact("Looked at", json.where.length ? named(json.where.join(", "), 120) : null),
      fact("Read as", named(json.profile)), fact("Ranges", `${Math.round(json.confidence * 1000) / 10} %`)));
};

export const cautions = (report) => {
  const {json} = report.first;
  const texts = [...(json.unfit ? [json.unfit] : []), ...json.cautions];
  return texts.length === 0 ? null : el("aside", {class: "cautions", "aria-label": "Cautions"},
    el("h2", {}, texts.length === 1 ? "Before you read on" : `${texts.length} things before you read on`),
    el("ul", {}, texts.map((text) => el("li", {}, el("bdi", {}, text)))));
};

const waited = {stale_deals: "Open for", overdue_deals: "Overdue for", unanswered_leads: "Has waited"};

/** The greatest of those that wait, where they were asked for. */
const listOfCases = ({what, text, currency, first}) => folded("The greatest of them", () => table(text,
  [{title: what === "unanswered_leads" ? "Lead" : "Deal"}, {title: "Rep"}, {title: "Value", numeric: true}, {title: waited[what], numeric: true}],
  first.map((one) => [named(one.id ?? "(no id)"), named(one.rep ?? "(none)"),
    one.value === null ? "–" : inUnit(one.value, {unit: "money", currency}), time(one.seconds)])));

/** What waits for somebody, whatever the window. */
export const toActOn = (report) => {
  const acts = report.first.json.to_act_on;
  return acts.length === 0 ? null : el("div", {class: "headline acts"}, el("h2", {}, "To act on"),
    el("ul", {}, acts.map((act) => el("li", {}, sentence(act), act.first.length ? listOfCases(act) : null))));
};

export const headline = (report) => {
  const sentences = sentencesOf(report);
  return el("div", {class: "headline"}, el("h2", {}, "In short"),
    sentences.length ? el("ol", {}, sentences.map((one) => el("li", {}, sentence(one))))
      : el("p", {}, "There is nothing to say in short: the log has none of what a manager asks first."));
};
