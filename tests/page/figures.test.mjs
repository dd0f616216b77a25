// The marks of each chart are the figures that --format json prints of the same run, no more and no fewer.
import assert from "node:assert/strict";
import {after, test} from "node:test";
import {json, open} from "./browser.mjs";

const opened = await open([]), byRep = json("--by", "rep"), byWeek = json("--by", "week"), report = json();
after(() => opened.close());

const has = (figure) => figure.value !== null && !figure.saturated;
const of = (report, name) => report.metrics.filter((m) => m.name === name && has(m));
const groups = (report, name) => of(report, name).filter((m) => m.group !== null);
const wholes = (report, test) => report.metrics.filter((m) => m.group === null && has(m) && test(m));

/** The charts, and what the marks of each say among other things. */
const expected = () => {
  const charts = {
    groups: groups(byRep, "win_rate").map((m) => `${m.numerator} of ${m.denominator}`),
    "results:deals_won": groups(byRep, "deals_won").map((m) => `${m.value} deal`),
    "results:revenue_won": groups(byRep, "revenue_won").map((m) => m.numerator.toLocaleString("en-US")),
    targets: groups(byRep, "revenue_won").filter((m) => m.target).map((m) => `Wanted: ${m.target.value.toLocaleString("en-US")}`),
    funnel: ["marketing_captured_leads", "marketing_qualified_leads", "sales_accepted_leads", "sales_qualified_leads", "opportunities_created", "deals_won"]
      .map((name) => `${of(byRep, name)[0].value}`),
    times: wholes(byRep, (m) => m.kind === "quantiles").map((m) => `n ${m.n}`),
    cycles: wholes(byRep, (m) => m.name.startsWith("won_deals_by_cycle_length: ")).map((m) => `${m.numerator} of ${m.denominator}`),
    channels: wholes(byRep, (m) => /^touches_per_(won|lost)_deal: /.test(m.name)).map((m) => `${m.numerator} / ${m.denominator}`),
    conversion: wholes(byRep, (m) => m.name.startsWith("conversion_at_touch_")).map((m) => `${m.numerator} of ${m.denominator}`),
  };
  for (const {metric, points} of byRep.incidence.filter((i) => ["lead_conversion_rate", "cohort_win_rate"].includes(i.metric)))
    charts[`incidence:${metric}`] = points.map((p) => `Within ${p.days} day`);
  for (const name of ["deals_won", "revenue_won", "win_rate", "average_deal_size", "sales_cycle_quantiles", "open_deals"])
    charts[`trend:${name}`] = groups(byWeek, name).map((m) => m.group);
  return charts;
};

test("each chart has a mark for each figure, and each mark says its figure", async () => {
  const charts = expected();
  assert.deepEqual((await opened.charts()).sort(), [...Object.keys(charts), "hours"].sort());
  for (const [kind, figures] of Object.entries(charts)) {
    const said = await opened.marks(kind);
    assert.equal(said.length, figures.length, kind);
    const left = [...said];
    for (const figure of figures) {
      const at = left.findIndex((text) => text.includes(figure));
      assert.notEqual(at, -1, `${kind}: no mark says ${figure}: ${left.join(" | ")}`);
      left.splice(at, 1);
    }
  }
});

test("the heat map has all touches that have a time of day", async () => {
  const counted = (await opened.marks("hours")).map((text) => Number(/: ?|\. (\d[\d,]*) of/.exec(text.slice(text.lastIndexOf("00")))[1].replace(",", "")));
  assert.equal(counted.reduce((a, b) => a + b), report.metrics.find((m) => m.name === "touches").value);
  assert.deepEqual(counted.filter((n) => n > 0).sort(), report.touches_by_hour.flat().filter((n) => n > 0).sort());
});

test("a tile is a figure that is asked first, with its range", async () => {
  const shown = await opened.page.locator(".tile").evaluateAll((tiles) => tiles.map((tile) => tile.dataset.metric));
  assert.deepEqual(shown, report.asked_first.filter((name) => of(report, name).length > 0).slice(0, 8));
  assert.match(await opened.page.locator('[data-metric="win_rate"]').innerText(), /39 %\s+27 to 52 % · 21 of 54/);
  assert.match(await opened.page.locator('[data-metric="lead_conversion_rate"]').innerText(), /2\.7 % so far\s+21 of 780/);
});

test("a share of which cases are open has no range, and no trend", async () => {
  assert.doesNotMatch(await opened.page.locator('[data-metric="lead_conversion_rate"]').innerText(), / to /);
  assert.ok(!(await opened.charts()).includes("trend:lead_conversion_rate"));
});

test("the table behind a chart has the exact fractions", async () => {
  const chart = opened.page.locator('[data-chart="groups"]');
  assert.equal(await chart.locator("table").count(), 0);
  await opened.unfold('[data-chart="groups"] summary');
  const rows = await chart.locator("tbody tr").evaluateAll((all) => all.map((row) => [...row.cells].map((cell) => cell.innerText)));
  assert.deepEqual(rows[0].slice(0, 5), ["Chidi", "47 %", "25 to 70 %", "7 of 15", "15"]);
  assert.equal(rows.length, 6);
});

test("every figure of every group can be looked up", async () => {
  await opened.unfold(".everything > summary");
  const wholes = byRep.metrics.filter((m) => m.group === null).length;
  assert.equal(await opened.page.locator(".everything tbody tr").count(), wholes);
  await opened.page.locator(".everything select").selectOption("Chidi");
  assert.equal(await opened.page.locator(".everything tbody tr").count(), byRep.metrics.filter((m) => m.group === "Chidi").length);
});

test("10,000 figures are drawn, and how fast", async () => {
  const large = await open(["--by", "rep,week"]);
  const figures = await large.page.evaluate(() => [...document.querySelectorAll("script.report")].reduce((n, s) => n + JSON.parse(s.textContent).metrics.length, 0));
  assert.ok(figures > 10000, `${figures} figures`);
  await large.page.reload();
  const painted = await large.page.evaluate(() => new Promise((resolve) =>
    new PerformanceObserver((list, self) => list.getEntriesByName("first-contentful-paint").forEach(({startTime}) => (self.disconnect(), resolve(startTime))))
      .observe({type: "paint", buffered: true})));
  console.log(`${figures} figures, first picture after ${Math.round(painted)} ms`);
  await large.close();
});
