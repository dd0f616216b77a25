// The page with kpi-report inside says what the command line says of the same files, and stays usable while it reads.
import assert from "node:assert/strict";
import {spawnSync} from "node:child_process";
import {copyFileSync, readFileSync, readdirSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {after, test} from "node:test";
import {fileURLToPath} from "node:url";
import {gzipSync} from "node:zlib";
import {look, path, pictures, write} from "./browser.mjs";

const {KPI_REPORT, KPI_PAGE} = process.env;
const exports = join(dirname(fileURLToPath(import.meta.url)), "../report/exports");

const opened = await look(KPI_PAGE), {page} = opened;
after(() => opened.close());

/** The command line, where the files lie. */
const told = (...args) => {
  const {status, stdout, stderr} = spawnSync(KPI_REPORT, args, {cwd: path("."), maxBuffer: 1 << 28});
  return {status, stdout, stderr: stderr.toString().replaceAll("kpi-report: ", "").trim()};
};

/** A native log of so many rows. */
const large = (rows) => ["at,kind,deal,rep", ...Array.from({length: rows}, (_, i) =>
  `2024-01-${String(1 + (i % 28)).padStart(2, "0")},${i % 3 ? "opportunity" : "deal_won"},d${i >> 1},Rep ${i % 40}`), ""].join("\n");

for (const name of readdirSync(exports)) copyFileSync(join(exports, name), path(name));
write("log.csv", told("--print-sample").stdout);
write("large.csv", large(400_000));
write("own.csv", "Opened,Closed,Outcome,Seller\n2024-01-01,2024-01-09,won,Ann\n2024-01-02,2024-01-12,lost,Ben\n2024-01-03,2024-01-14,won,Ann\n");

const button = (name) => page.getByRole("button", {name, exact: true});
const control = (label) => page.locator("#program label").filter({hasText: new RegExp(`^${label}`)}).locator("input, select");
const idle = () => page.locator(".running").waitFor({state: "hidden"});

/** A page without files, and then with these. */
const give = async (...names) => {
  await page.reload();
  await page.setInputFiles("input[type=file]", names.map(path));
  await page.locator(`main header, #program .fault:not(:empty)`).first().waitFor();
  await idle();
};

/** What a button saves. */
const saved = async (name) => {
  const [download] = await Promise.all([page.waitForEvent("download"), button(name).click()]);
  return readFileSync(await download.path());
};

const same = async (...args) => {
  const json = await saved("Save JSON"), wanted = told(...args, "--format", "json");
  assert.ok(json.equals(wanted.stdout), `${args.join(" ")}: ${json.length} and ${wanted.stdout.length} bytes`);
};

for (const name of readdirSync(exports))
  test(`${name}: its JSON is the command line's, byte for byte, or its fault is`, async () => {
    await give(name);
    const wanted = told(name, "--format", "json");
    if (wanted.status === 2)
      assert.ok((await page.locator("#program .fault:not(:empty)").allInnerTexts()).some((text) => text.includes(wanted.stderr.replace(/: try .*$/s, ""))), wanted.stderr);
    else
      await same(name);
  });

test("the built-in log: page, JSON and CSV are the command line's", async () => {
  await page.reload();
  await button("Show the built-in log").click();
  await page.locator("main header").waitFor();
  await idle();
  await same();
  assert.ok((await saved("Save CSV")).equals(told("--format", "csv").stdout));
  assert.ok((await saved("Save the page")).equals(told("--format", "html").stdout));
});

test("by what, of which days, of whom, and further options are the program's own", async () => {
  await give("log.csv");
  for (const [label, by] of [["by source", "source"], ["by month", "month"]]) {
    await control("Figures").selectOption({label});
    await button("Show the report").click();
    await idle();
    await same("log.csv", "--by", by);
  }
  await control("Of").selectOption({label: "2024-02"});
  await control("Only").fill("source=referral");
  await control("Further options").fill("--target 'win_rate=25%' --zone Europe/Berlin");
  await button("Show the report").click();
  await idle();
  await same("log.csv", "--by", "month", "--as-of", "2024-02-29", "--window", "29d", "--where", "source=referral", "--target", "win_rate=25%", "--zone", "Europe/Berlin");
});

test("packed files, other character sets, and several files at once", async () => {
  const log = told("--print-sample").stdout;
  writeFileSync(path("log.csv.gz"), gzipSync(log));
  writeFileSync(path("wide.csv"), Buffer.from(`\ufeff${log}`, "utf16le"));
  writeFileSync(path("log.csv.zst"), spawnSync("zstd", ["-c"], {input: log, maxBuffer: 1 << 28}).stdout ?? log);
  for (const name of ["log.csv.gz", "wide.csv", "log.csv.zst"]) {
    await give(name);
    await same(name);
  }
  await give("salesforce.csv", "zoho.csv");
  await same("salesforce.csv", "--read", "zoho=zoho.csv");
});

test("a file is dropped on the page; a profile of one's own and a roster are taken for what they are", async () => {
  await page.reload();
  await page.evaluate((text) => {
    const dropped = new DataTransfer();
    dropped.items.add(new File([text], "log.csv"));
    dispatchEvent(new DragEvent("drop", {dataTransfer: dropped}));
  }, told("--print-sample").stdout.toString());
  await page.locator("main header").waitFor();
  await same("log.csv");

  write("mine.json", told("--print-profile", "zoho").stdout);
  write("team.csv", told("--print-sample-team").stdout);
  await give("zoho.csv", "mine.json");
  await page.getByLabel("What zoho.csv is read as").selectOption("mine.json");
  await button("Show the report").click();
  await idle();
  await same("zoho.csv", "--profile", "mine.json");

  await page.reload();
  await page.setInputFiles("input[type=file]", ["log.csv", "team.csv"].map(path));
  await page.locator("#program .files .fault:visible").waitFor();
  await page.getByLabel("What team.csv is read as").selectOption("--team");
  await button("Show the report").click();
  await page.locator("main header").waitFor();
  await idle();
  await same("log.csv", "--team", "team.csv");

  await button("Remove team.csv").click();
  await button("Show the report").click();
  await idle();
  await same("log.csv");
  await button("Remove log.csv").click();
  assert.ok(await button("Show the report").isHidden());
});

test("what else the program can say is shown as text", async () => {
  await give("log.csv");
  for (const [option, shown] of [["--list-kinds", /deal_won/], ["--help", /kpi-report/], ["--version", /^kpi-report \d/]]) {
    await control("Further options").fill(option);
    await button("Show the report").click();
    await page.locator("main > pre").filter({hasText: shown}).waitFor();
    await idle();
  }
  await control("Further options").fill("--bogus");
  await button("Show the report").click();
  await page.locator("#program > .fault").filter({hasText: "--bogus"}).waitFor();
});

test("two groups are compared, and the page says by how much they differ", async () => {
  await give("log.csv");
  await page.getByLabel("One", {exact: true}).selectOption("Ada");
  await page.getByLabel("The other", {exact: true}).selectOption("Chidi");
  await button("Compare").click();
  await page.locator("#comparison").waitFor();
  const json = JSON.parse(told("log.csv", "--compare", "rep:Ada=Chidi", "--format", "json").stdout);
  const tests = json.comparison.metrics.filter((one) => one.p_value !== null).length;
  assert.match(await page.locator("#comparison .answer").innerText(), new RegExp(`\\b${tests} figures`));
  assert.match(await page.locator("#comparison tbody").innerText(), /Show rate\s+95 % .*87 % /);
  assert.deepEqual(await opened.objections(), []);
  await opened.picture("program-compared");
});

test("a file that no profile fits is inspected, and read by the draft", async () => {
  await give("own.csv");
  assert.match(await page.locator("#program .files .fault:visible").innerText(), /own\.csv/);
  await button("Inspect own.csv").click();
  await page.locator("textarea").waitFor();
  const drafted = told("own.csv", "--inspect");
  assert.equal(await page.locator("textarea").inputValue(), drafted.stdout.toString());
  await button("Read it by this profile").click();
  await page.locator("pre").nth(1).waitFor();
  assert.match(await page.locator("pre").nth(1).innerText(), /own\.csv/);
});

test("while it reads the page answers, says how far it is, and stops when it is told to", async () => {
  await page.reload();
  await page.evaluate(() => {
    window.late = 0;
    let last = performance.now();
    setInterval(() => { const now = performance.now(); window.late = Math.max(window.late, now - last - 20); last = now; }, 20);
  });
  await page.setInputFiles("input[type=file]", [path("large.csv")]);
  await page.getByText(/of 1\d MB of large\.csv/).waitFor();
  console.log(`the page was late by ${Math.round(await page.evaluate(() => window.late))} ms at most`);
  await button("Cancel").click();
  await page.getByText("Cancelled.").waitFor();
  assert.equal(await page.locator("main header").count(), 0);
});

test("what does not go into the memory that there is, is a message, and the page stays usable", async () => {
  const narrow = await look(KPI_PAGE, {flags: ["--js-flags=--wasm-max-mem-pages=400"]}); // of 64 kB
  await narrow.page.setInputFiles("input[type=file]", [path("large.csv")]);
  await narrow.page.locator("#program > .fault").filter({hasText: "memory"}).waitFor();
  await narrow.page.getByRole("button", {name: "Show the built-in log"}).click();
  await narrow.page.locator("main header").waitFor();
  await narrow.close();
});

test("hostile names are text: of files, of what they hold, of profiles", async () => {
  const hostile = ["<img src=x onerror=alert(1)>.csv", "--by=rep.csv", "\u202ertl.csv", "a=b, read by the profile zoho.csv"];
  const rows = hostile.map((name, i) => `2024-01-0${i + 1},deal_won,d${i},"${name}"\n2024-01-0${i + 1},opportunity,d${i},"${name}"`);
  for (const name of hostile) write(name, `at,kind,deal,rep\n${rows.join("\n")}\n`);
  write("<b>=.json", told("--print-profile", "native").stdout);
  for (const name of hostile) {
    await give(name, "<b>=.json");
    await button(`Inspect ${name}`).click();
    await page.locator("textarea").waitFor();
    await button("Compare").waitFor();
    for (const text of [await page.locator("#program .files").innerText(), await page.locator("main").innerText()]) assert.ok(text.includes(name), name);
    await same(...(name.startsWith("-") ? [`./${name}`] : [name]));
  }
  await page.getByLabel(`What ${hostile.at(-1)} is read as`).selectOption("<b>_.json");
  await button("Show the report").click();
  await page.locator("main header").filter({hasText: "<b>_.json"}).waitFor();
  await page.getByLabel("One", {exact: true}).selectOption(hostile[0]);
  await page.getByLabel("The other", {exact: true}).selectOption(hostile[2]);
  await button("Compare").click();
  await page.locator("#comparison").filter({hasText: hostile[0]}).waitFor();
});

test("the report is the one that is saved: the same text and the same marks", async () => {
  await page.reload();
  await button("Show the built-in log").click();
  await page.locator("main header").waitFor();
  await idle();
  write("saved.html", await saved("Save the page"));
  const alone = await look(path("saved.html"));
  await page.waitForFunction(() => [...document.querySelectorAll(".plot")].every((plot) => plot.querySelector("svg")));
  assert.equal(await page.locator("main").innerText(), await alone.page.locator("main").innerText());
  assert.deepEqual(await opened.charts(), await alone.charts());
  for (const kind of await alone.charts()) assert.deepEqual(await opened.marks(kind), await alone.marks(kind), kind);
  await alone.close();
});

test("with the keyboard alone a report is asked for, and another one", async () => {
  const to = async (place) => {
    for (let i = 0; i < 40 && !(await place.evaluate((one) => one === document.activeElement)); ++i) await page.keyboard.press("Tab");
    assert.ok(await place.evaluate((one) => one === document.activeElement));
  };
  await page.reload();
  await to(page.locator("input[type=file]"));
  await to(button("Show the built-in log"));
  await page.keyboard.press("Enter");
  await page.locator("main header").waitFor();
  await idle();
  await to(control("Figures"));
  await page.keyboard.type("by source");
  await to(button("Show the report"));
  await page.keyboard.press("Enter");
  await idle();
  await same("--by", "source");
});

for (const [width, dark] of [[360, false], [768, false], [1440, false], [1440, true]])
  test(`at ${width} px${dark ? ", dark," : ""} nothing lies beyond the side, and axe finds nothing to object to`, async () => {
    const shown = await look(KPI_PAGE, {width, dark});
    const name = `program-${width}${dark ? "-dark" : ""}`;
    assert.deepEqual(await shown.objections(), []);
    await shown.picture(`${name}-empty`);
    await shown.page.setInputFiles("input[type=file]", ["log.csv", "own.csv"].map(path));
    await shown.page.locator("#program .files .fault:visible").waitFor();
    await shown.page.getByRole("button", {name: "Inspect own.csv"}).click();
    await shown.page.getByRole("button", {name: "Read it by this profile"}).click();
    await shown.page.getByRole("button", {name: "Show the report"}).click();
    await shown.page.locator("main header").waitFor();
    await shown.page.waitForFunction(() => document.querySelector(".running").hidden && [...document.querySelectorAll(".plot")].every((plot) => plot.querySelector("svg")));
    assert.equal(await shown.page.evaluate(() => document.documentElement.scrollWidth), width);
    assert.deepEqual(await shown.objections(), []);
    await shown.picture(name);
    if (width === 1440) await shown.page.pdf({path: join(pictures, `${name}.pdf`), format: "A4"});
    await shown.page.emulateMedia({media: "print"});
    assert.ok(await shown.page.locator("#program").isHidden());
    await shown.close();
  });
