// The page can be read by everybody: with eyes on any screen and on paper, with a keyboard alone, with a screen reader.
import assert from "node:assert/strict";
import {statSync} from "node:fs";
import {join} from "node:path";
import {test} from "node:test";
import {open, pictures} from "./browser.mjs";

for (const width of [360, 768, 1440, 1920])
  test(`nothing lies beyond the side at ${width} px`, async () => {
    const opened = await open([], {width});
    assert.equal(await opened.page.evaluate(() => document.documentElement.scrollWidth), width);
    const texts = await opened.page.locator(".plot svg text").evaluateAll((all) => all.filter((text) => {
      const {left, right} = text.getBoundingClientRect();
      return right > innerWidth || left < 0;
    }).map((text) => text.textContent));
    assert.deepEqual(texts, []);
    await opened.picture(`built-in-${width}`);
    await opened.close();
  });

test("axe finds nothing to object to", async () => {
  const opened = await open([]);
  await opened.unfold('[data-chart="groups"] summary'); // one table, for they are all alike
  assert.deepEqual(await opened.objections(), []);
  await opened.close();
});

test("in the dark there is contrast enough", async () => {
  const opened = await open([], {dark: true});
  assert.deepEqual(await opened.objections("color-contrast"), []);
  await opened.picture("built-in-dark");
  await opened.close();
});

test("with the keyboard alone every chart is reached once, its marks by arrows, and each says its figure", async () => {
  const opened = await open([]);
  const {page} = opened;
  const reached = new Set();
  for (let i = 0; i < 200; ++i) {
    await page.keyboard.press("Tab");
    const at = await page.evaluate(() => {
      const {activeElement: here} = document;
      return {body: here === document.body, chart: here.matches(".told > *") ? here.closest("[data-chart]").dataset.chart : null};
    });
    if (at.body && i > 0) break;
    if (at.chart === null) continue;
    assert.ok(!reached.has(at.chart), `${at.chart} is reached twice`);
    reached.add(at.chart);
    assert.ok(await page.locator("#tip").isVisible(), at.chart);
  }
  assert.deepEqual([...reached].sort(), (await opened.charts()).sort());

  await page.locator('[data-chart="groups"] .told > *').first().focus();
  assert.match(await page.locator("#tip").innerText(), /Win rate, Chidi\s+47 % \(25 to 70 %\)\s+Exactly 7 of 15/);
  await page.keyboard.press("ArrowDown");
  assert.match(await page.locator("#tip").innerText(), /Dana\s+43 % .*\s+Exactly 3 of 7/);
  await page.keyboard.press("End");
  assert.match(await page.locator("#tip").innerText(), /Finn\s+25 % .*\s+Exactly 1 of 4/);
  await page.keyboard.press("Escape");
  assert.ok(await page.locator("#tip").isHidden());
  await opened.close();
});

test("the pointer shows the exact fraction of the nearest mark, and a page that it leaves shows none", async () => {
  const opened = await open([]);
  const mark = opened.page.locator('[data-chart="conversion"] .told > *').nth(3);
  await mark.scrollIntoViewIfNeeded();
  const box = await mark.boundingBox();
  await opened.page.mouse.move(box.x + box.width / 2 + 8, box.y + box.height / 2);
  assert.match(await opened.page.locator("#tip").innerText(), /Touch 4\s+1\.4 % \(0\.6 to 3\.2 %\)\s+Exactly 5 of 359/);
  await opened.page.mouse.move(2, 2);
  assert.ok(await opened.page.locator("#tip").isHidden());
  await opened.close();
});

test("each section is a question, and is answered by a sentence with a number", async () => {
  const opened = await open([]);
  const sections = await opened.page.locator("section").evaluateAll((all) => all.map((s) => [s.querySelector("h2").textContent, s.querySelector(".answer").textContent]));
  assert.ok(sections.length >= 7);
  for (const [question, answer] of sections) {
    assert.match(question, /\?$/);
    assert.match(answer, /\d.*\.$/, question);
  }
  await opened.close();
});

test("it prints as a report, on white", async () => {
  const opened = await open([], {dark: true, print: true});
  assert.equal(await opened.page.evaluate(() => getComputedStyle(document.body).backgroundColor), "rgb(255, 255, 255)");
  for (const format of ["A4", "Letter"]) {
    const path = join(pictures, `built-in-${format}.pdf`);
    await opened.page.pdf({path, format});
    assert.ok(statSync(path).size > 20000);
  }
  await opened.close();
});
