// Where does the funnel leak? How many cases reached each stage, and which share went on to the next.
import {barX, ruleX, text} from "@observablehq/plot";
import {rangeOf} from "./data.js";
import {accent, chart, ink, pale, quiet, told as toldClass} from "./chart.js";
import {cellsOf, columnsOfFigures, section, tellFigure} from "./cells.js";
import {lower, number, plural, range, told, value} from "./units.js";

/** A stage is a count and the share of the one before that reached it. */
const leadStages = [
  {count: "marketing_captured_leads", step: null},
  {count: "marketing_qualified_leads", step: "mcl_to_mql"},
  {count: "sales_accepted_leads", step: "lead_validation_rate"},
  {count: "sales_qualified_leads", step: "mql_to_sql", of: "marketing_qualified_leads"},
  {count: "opportunities_created", step: "sql_to_opportunity"},
  {count: "deals_won", step: "deal_closure_rate"},
];
const dealStages = [
  {count: "opportunities_created", step: null},
  {count: "deals_won", step: "deal_closure_rate"},
];

/** Stages that the log tells; a step is told of the stage before it, unless `of` names another one. */
const stagesOf = (run) => {
  const told = (stages) => stages.map((s) => ({...s, figure: run.whole(s.count), rate: s.step && run.whole(s.step)}))
    .filter((s) => s.figure && s.figure.value > 0)
    .map((s, i) => (i === 0 ? {...s, rate: undefined} : s)); // its step begins at a stage that the log does not tell
  const leads = told(leadStages);
  return leads.length > 2 ? leads : told(dealStages);
};

/** The shares from stage to stage of a deal's own pipeline, where the log has its stages. */
const pipelineOf = (run) => run.parts("stage_conversion").filter((f) => f.value !== null);

/** The stage that a step is told of, and the one that it leads to. */
const stepName = (run, stages, stage) => {
  const from = stage.of ?? stages[stages.indexOf(stage) - 1].count;
  return `from ${lower(run.title(from))} to ${lower(run.title(stage.count))}`;
};

/** The narrowest step; `alone` if its range lies below those of all others. */
const narrowest = (steps) => {
  const known = steps.filter((s) => s.rate);
  const least = known.reduce((a, b) => (b.rate.value < a.rate.value ? b : a), known[0]);
  const ends = least && rangeOf(least.rate);
  const alone = ends && known.every((s) => s === least || (rangeOf(s.rate) && rangeOf(s.rate)[0] > ends[1]));
  return {least, alone};
};

const stillOpen = (run) => {
  const leads = run.whole("lead_conversion_rate")?.open, deals = run.whole("open_deals")?.value;
  const open = [leads > 0 ? plural(leads, "lead") : null, deals > 0 ? plural(deals, "deal") : null].filter(Boolean);
  return open.length ? `${open.join(" and ")} ${open.length === 1 && /^1 /.test(open[0]) ? "is" : "are"} still open, so shares can rise.` : "";
};

const answer = (run, stages) => {
  const {least, alone} = narrowest(stages), open = stillOpen(run);
  if (!least) return ["The log tells of no two stages that follow each other, so nobody can say where cases are lost: it needs leads and what becomes of them, or deals that are opened and settled."];
  const others = stages.filter((s) => s.rate).length > 1;
  const step = stepName(run, stages, least);
  return [others ? `The narrowest step is ${step}: ${told(least.rate)}.` : `The step ${step} was taken by ${told(least.rate)}.`,
    !others || open ? "" : alone ? " Its range lies below those of all other steps." : " Other steps may be as narrow: their ranges overlap.", " ", open];
};

const funnelChart = (run, stages) => {
  const shown = stages.map((s, i) => ({...s, i, title: run.title(s.count)}));
  const most = shown.reduce((m, s) => Math.max(m, s.figure.value), 0);
  const steps = shown.filter((s) => s.rate);
  const last = shown.at(-1);
  return chart({
    kind: "funnel",
    finding: `${number(shown[0].figure.value)} ${lower(shown[0].title)}, ${number(last.figure.value)} ${lower(last.title)}`,
    data: shown,
    options: (width) => ({
      height: 52 * (shown.length + 0.5) + 24, marginLeft: 2, marginRight: width < 500 ? 10 : 20, marginTop: 20, marginBottom: 4,
      x: {axis: null, domain: [0, most]},
      y: {axis: null, domain: shown.map((s) => s.i), padding: 0.5},
      marks: [
        barX(shown, {x1: 0, x2: most, y: "i", fill: pale}),
        barX(shown, {x1: 0, x2: (s) => s.figure.value, y: "i", fill: accent, className: toldClass}),
        text(shown, {x: 0, y: "i", text: (s) => `${s.title}: ${number(s.figure.value)}`, textAnchor: "start", dy: -21, fill: ink, fontWeight: 600}),
        text(steps, {x: most, y: "i", text: (s) => (width < 500 ? value(s.rate) : `${value(s.rate)}${range(s.rate) ? ` (${range(s.rate)})` : ""} of ${number(s.rate.denominator)}`),
          textAnchor: "end", dy: -21, fill: ink}),
      ],
    }),
    tell: (s) => tellFigure(run, s.figure, s.title, s.rate ? [`${stepName(run, stages, stages[s.i])}: ${told(s.rate)}`] : []),
    columns: columnsOfFigures("Stage or step"),
    rows: () => shown.flatMap((s) => [...(s.rate ? [cellsOf(s.rate, stepName(run, stages, stages[s.i]))] : []), cellsOf(s.figure, s.title)]),
  });
};

const pipelineChart = (run, figures) => {
  const names = figures.map((f) => f.name.slice("stage_conversion: ".length));
  const least = figures.reduce((a, b) => (b.value < a.value ? b : a));
  return chart({
    kind: "pipeline",
    finding: `From stage to stage of a deal, the lowest share goes on from ${least.name.slice("stage_conversion: ".length)}: ${told(least)}`,
    data: figures,
    options: (width) => ({
      height: 44 * figures.length + 40, marginLeft: 2, marginRight: 70, marginTop: 16, marginBottom: 28,
      x: {domain: [0, 100], label: null, ticks: 5, tickFormat: (n) => `${n} %`}, y: {axis: null, domain: names, padding: 0.6},
      marks: [
        barX(figures, {x1: 0, x2: 100, y: (_, i) => names[i], fill: pale}),
        barX(figures, {x1: 0, x2: "value", y: (_, i) => names[i], fill: accent, className: toldClass}),
        ruleX([0], {stroke: quiet}),
        text(figures, {x: 0, y: (_, i) => names[i], text: (_, i) => names[i], textAnchor: "start", dy: -17, fill: ink, lineWidth: width / 14, textOverflow: "ellipsis"}),
        text(figures, {x: 100, y: (_, i) => names[i], text: (f) => value(f), textAnchor: "start", dx: 6, fill: ink}),
      ],
    }),
    tell: (f) => tellFigure(run, f),
    columns: columnsOfFigures("Step"),
    rows: () => figures.map((f, i) => cellsOf(f, names[i])),
  });
};

export const funnel = (report) => {
  const run = report.first, stages = stagesOf(run), pipeline = pipelineOf(run);
  return section("funnel", "Where does the funnel leak?", answer(run, stages),
    stages.length > 1 ? funnelChart(run, stages) : null, pipeline.length ? pipelineChart(run, pipeline) : null);
};
