// The wall in Chromium: figures come and change without a reload, marks have words, names are text, and nothing is asked of
// any other host.
import assert from "node:assert/strict";
import {createRequire} from "node:module";
import {join} from "node:path";
import {after, test} from "node:test";

const {KPI_MODULES, KPI_URL, KPI_READ, KPI_WRITE} = process.env;
const require = createRequire(join(KPI_MODULES, "here.js"));
const {chromium} = require("playwright-core");
const {AxeBuilder} = require("@axe-core/playwright");

const browser = await chromium.launch({executablePath: "/usr/bin/chromium", args: ["--no-sandbox"]});
after(() => browser.close());

const post = async (rows) => {
  const answer = await fetch(`${KPI_URL}events`, {
    method: "POST", body: rows.map((row) => JSON.stringify({at: "2026-03-09T10:00:00", ...row})).join("\n"),
    headers: {"Authorization": `Bearer ${KPI_WRITE}`, "Content-Type": "application/x-ndjson"}});
  assert.equal(answer.status, 200);
};

test("the page shows what is sent, as it comes", async () => {
  await post([{kind: "deal_won", rep: "Ana", count: 900}, {kind: "deal_lost", rep: "Ana", count: 100},
    {kind: "deal_won", rep: "<b>Ben</b>", count: 500}, {kind: "deal_lost", rep: "<b>Ben</b>", count: 500}]);
  const context = await browser.newContext({viewport: {width: 1280, height: 900}});
  const page = await context.newPage();
  page.setDefaultTimeout(120_000);
  const faults = [];
  page.on("console", (message) => faults.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => faults.push(`error: ${error.stack}`));
  page.on("request", (request) => { if (!request.url().startsWith(KPI_URL)) faults.push(`request: ${request.url()}`); });
  await page.goto(`${KPI_URL}?token=${KPI_READ}`);
  assert.equal(page.url(), KPI_URL);

  const ana = page.locator("#reps tr", {hasText: "Ana"}), ben = page.locator("#reps tr", {hasText: "Ben"});
  await ana.waitFor();
  assert.match(await ana.innerText(), /90 % ▲/);
  assert.match(await ben.innerText(), /<b>Ben<\/b>[^]*50 % ▼/);
  assert.equal(await ana.locator(".better").getAttribute("aria-label"), "better than the others");
  assert.equal(await ana.locator("td", {hasText: "90 %"}).getAttribute("title"), "900 of 1000");

  // Without a reload.
  await page.evaluate(() => { window.same = true; });
  await post([{kind: "deal_won", rep: "Cem"}]);
  await page.locator("#reps tr", {hasText: "Cem"}).waitFor();
  assert.equal(await page.evaluate(() => window.same), true);

  // Another window, by the keyboard; it stays chosen when figures come.
  await page.getByRole("button", {name: "last 30 days"}).focus();
  await page.keyboard.press("Enter");
  await page.locator("button[aria-pressed=true]", {hasText: "last 30 days"}).waitFor();
  await post([{kind: "deal_won", rep: "Dan"}]);
  await page.locator("#reps tr", {hasText: "Dan"}).waitFor();
  assert.equal(await page.locator("button[aria-pressed=true]").innerText(), "last 30 days");

  for (const width of [360, 1280, 1920]) {
    await page.setViewportSize({width, height: 900});
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), `${width} px`);
  }
  const {violations} = await new AxeBuilder({page}).analyze();
  assert.deepEqual(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html)}`), []);
  if (process.env.KPI_PICTURE) await page.setViewportSize({width: 1280, height: 720}), await page.screenshot({path: process.env.KPI_PICTURE});
  assert.deepEqual(faults, []);
});
