// Whatever the log: names that would be code or turn lines around, logs with next to nothing, and logs with a lot.
import assert from "node:assert/strict";
import {test} from "node:test";
import {open, write} from "./browser.mjs";

const cell = (text) => `"${text.replaceAll('"', '""')}"`;
const day = (n) => new Date(Date.UTC(2024, 0, 1 + n)).toISOString().slice(0, 10);

/** The program refuses a name of more than 256 bytes; the page takes it from any JSON. */
const longer = (html) => html.replaceAll("LONG", "x".repeat(2000));

/** Deals of these reps, of which some are won; the same ones each time. */
const deals = (reps, each = 12, more = () => "") => ["at,kind,deal,rep,value,currency", ...reps.flatMap((rep, r) =>
  Array.from({length: each}, (_, i) => [
    `${day(i)},opportunity,d${r}-${i},${cell(rep)},,`,
    `${day(20 + i)},${(i * 7 + r) % 3 ? "deal_lost" : "deal_won"},d${r}-${i},${cell(rep)},${more(r, i) || "100,EUR"}`]).flat())].join("\n") + "\n";

const hostile = ["<script>alert(1)</script>", "</script><script>alert(2)</script>", "<!--<script>", "<img src=x onerror=alert(3)>", "\u202eright to left\u2066",
  "👩‍👩‍👧‍👦".repeat(9), "LONG", "a\u2028b\u2029c", "&lt;b&gt;", "{{script}}", "<!--reports-->", "$& $1 ${1}"];

test("a name is text, whatever it says", async () => {
  write("hostile.csv", deals(hostile));
  for (const width of [360, 1280]) {
    const opened = await open(["hostile.csv", "--by", "rep"], {width, changed: longer});
    assert.equal(await opened.page.evaluate(() => document.documentElement.scrollWidth), width);
    assert.equal(await opened.page.locator("img, script:not(.report):not(body > script:last-of-type)").count(), 0);
    assert.equal((await opened.marks("groups")).length, hostile.length);
    await opened.unfold();
    const text = await opened.page.locator('[data-chart="groups"] tbody').innerText();
    for (const name of ["<script>alert(1)</script>", "<img src=x onerror=alert(3)>", "&lt;b&gt;", "$& $1 ${1}"]) assert.ok(text.includes(name), name);
    assert.equal(await opened.page.evaluate(() => document.documentElement.scrollWidth), width);
    if (width === 360) assert.deepEqual(await opened.objections(), []);
    await opened.picture(`hostile-${width}`);
    await opened.close();
  }
});

/** Sections are all answered, by a figure or by what is missing. */
const answers = async (name, options, look = async () => {}) => {
  const opened = await open(options, {width: 360});
  const texts = await opened.page.locator(".answer").allInnerTexts();
  assert.ok(texts.length > 0 && texts.every((text) => text.length > 20), `${name}: ${texts.join(" | ")}`);
  assert.doesNotMatch(await opened.page.locator("main").innerText(), /undefined|NaN|null|\[object|Infinity/, name);
  assert.equal(await opened.page.evaluate(() => document.documentElement.scrollWidth), 360);
  await opened.picture(name);
  await look(opened);
  await opened.close();
};

const logs = {
  "no row": "at,kind\n",
  "one case": "at,kind,deal,rep\n2024-01-01,opportunity,a,Ann\n2024-01-09,deal_won,a,Ann\n",
  "one call": "at,kind\n2024-01-01T10:00:00,conversation\n",
  "one group": deals(["Ann"]),
  "two currencies": deals(["Ann", "Ben"], 12, (r, i) => (i % 2 ? "100,EUR" : "250,USD")),
};
for (const [name, log] of Object.entries(logs))
  test(`a log of ${name} gives a page that says what is missing`, async () => {
    write("log.csv", log);
    await answers(name.replaceAll(" ", "-"), ["log.csv"], async (opened) => {
      if (name === "no row" || name === "two currencies") assert.deepEqual(await opened.objections(), []);
    });
  });

test("a log without dates gives a page that says what is missing", async () => {
  write("undated.json", JSON.stringify({events: [{kind: {column: "kind"}, deal: "deal"}]}));
  write("undated.csv", "kind,deal\ndeal_won,a\ndeal_lost,b\n");
  await answers("no-dates", ["undated.csv", "--profile", "undated.json"]);
});

test("a file that cannot be read gives the account of its rows, and no figure", async () => {
  write("bad.csv", "at,kind\nnever,call\nnever,call\n2024-01-01,conversation\n");
  await assert.rejects(open(["bad.csv"]), /Command failed/); // its exit code is 3
});

test("of 500 groups the chart shows some, and the table all", async () => {
  write("many.csv", deals(Array.from({length: 500}, (_, i) => `Rep ${i}`), 6));
  await answers("500-groups", ["many.csv", "--by", "rep"], async (opened) => {
    assert.equal((await opened.marks("groups")).length, 30);
    await opened.unfold('[data-chart="groups"] summary');
    assert.equal(await opened.page.locator('[data-chart="groups"] tbody tr').count(), 500);
  });
});

test("a rep who is worse by more than chance is named, and nobody else is", async () => {
  const rows = ["at,kind,deal,rep"];
  for (const [rep, won] of [["Ann", 60], ["Ben", 58], ["Cid", 20]])
    for (let i = 0; i < 100; ++i)
      rows.push(`${day(i)},opportunity,${rep}${i},${rep}`, `${day(i + 5)},${i < won ? "deal_won" : "deal_lost"},${rep}${i},${rep}`);
  write("worse.csv", rows.join("\n") + "\n");
  await answers("worse", ["worse.csv", "--by", "rep"], async (opened) => {
    const [, answer] = await opened.page.locator(".answer").allInnerTexts().then((all) => ["", all.find((text) => text.includes("than all others"))]);
    assert.match(answer, /^Cid \(20 % \(13 to 29 %\), 20 of 100\) does worse in win rate than all others together, and by more than chance\.$/);
  });
});

test("a target that the range does not reach is missed, one within it cannot be judged", async () => {
  write("log.csv", deals(["Ann", "Ben"], 30));
  await answers("targets", ["log.csv", "--target", "win_rate=90%", "--target", "deals_won=5", "--target", "settled_share=99%"], async (opened) => {
    const marks = await opened.marks("targets");
    assert.equal(marks.length, 3);
    assert.match(marks.find((m) => m.startsWith("Win rate")), /Wanted: 90(\.0)? %; missed/);
    assert.match(marks.find((m) => m.startsWith("Deals won")), /Wanted: 5; reached/);
  });
});
