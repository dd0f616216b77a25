// Pages that kpi-report prints, opened in Chromium as their readers open them; whatever a page says on its console or asks
// of the network is a fault.
import assert from "node:assert/strict";
import {execFileSync} from "node:child_process";
import {mkdirSync, mkdtempSync, writeFileSync} from "node:fs";
import {createRequire} from "node:module";
import {join} from "node:path";
import {after} from "node:test";

const {KPI_REPORT, KPI_PICTURES, KPI_MODULES} = process.env;
const require = createRequire(join(KPI_MODULES, "here.js"));
const {chromium} = require("playwright-core");
const {AxeBuilder} = require("@axe-core/playwright");

export const pictures = KPI_PICTURES;
mkdirSync(pictures, {recursive: true});
const folder = mkdtempSync(join(pictures, "pages-"));

const launched = async (...flags) => {
  const browser = await chromium.launch({executablePath: "/usr/bin/chromium", args: ["--no-sandbox", ...flags]});
  after(() => browser.close());
  return browser;
};
const browser = await launched();

const run = (...options) => execFileSync(KPI_REPORT, options, {cwd: folder, encoding: "utf8", maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "pipe"]});

export const json = (...options) => JSON.parse(run(...options, "--format", "json"));

/** A log for the program, by the name that it is to have. */
export const write = (name, text) => writeFileSync(join(folder, name), text);

/** Where logs lie by their names. */
export const path = (name) => join(folder, name);

let pages = 0;
/** The page of these options; `opened.close()` says what was wrong with it. */
export const open = async (options, {changed = (html) => html, ...how} = {}) => {
  const file = join(folder, `${++pages}.html`);
  writeFileSync(file, changed(run(...options, "--format", "html")));
  return look(file, how);
};

/** The same of a page that lies there; with flags, in a browser of its own. */
export const look = async (file, {width = 1280, dark = false, print = false, flags = []} = {}) => {
  const context = await (flags.length ? await launched(...flags) : browser).newContext({viewport: {width, height: 900}, colorScheme: dark ? "dark" : "light", offline: true});
  const page = await context.newPage();
  page.setDefaultTimeout(120_000); // the machine may have much else to do
  const faults = [];
  page.on("console", (message) => faults.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => faults.push(`error: ${error.stack}`));
  page.on("dialog", (dialog) => { faults.push(`dialog: ${dialog.message()}`); dialog.dismiss(); });
  page.on("request", (request) => { if (request.url() !== `file://${file}` && !request.url().startsWith("blob:")) faults.push(`request: ${request.url()}`); });
  await page.goto(`file://${file}`);
  if (print) await page.emulateMedia({media: "print"});
  await page.waitForFunction(() => [...document.querySelectorAll(".plot")].every((plot) => plot.querySelector("svg")));
  return {
    page,
    /** The marks of a chart that stand for data, each by what it says. */
    marks: (kind) => page.locator(`[data-chart="${kind}"] .told > *`).evaluateAll((marks) => marks.map((mark) => mark.getAttribute("aria-label"))),
    charts: () => page.locator("[data-chart]").evaluateAll((charts) => charts.map((chart) => chart.dataset.chart)),
    /** The tables behind charts, or what is behind one summary; they are made a moment after it opens. */
    unfold: async (summary) => {
      if (summary) await page.locator(summary).click();
      else await page.evaluate(() => document.querySelectorAll("figure details").forEach((details) => { details.open = true; }));
      await page.waitForFunction(() => [...document.querySelectorAll("details.behind[open], details.everything[open]")].every((details) => details.querySelector("table")));
    },
    /** What axe objects to, in all that it knows or by one of its rules. */
    objections: async (...rules) => (await (rules.length ? new AxeBuilder({page}).withRules(rules) : new AxeBuilder({page})).analyze()).violations.map((v) => `${v.id}: ${v.nodes.slice(0, 3).map((n) => n.html).join(" ")}`),
    picture: (name) => page.screenshot({path: join(pictures, `${name}.png`), fullPage: true}),
    close: async () => { await context.close(); assert.deepEqual(faults, []); },
  };
};
