// The page as one file: template, style and script, and a policy that allows these and nothing else.
//   node bundle.mjs NODE_MODULES OUT             what kpi-report --format html fills in
//   node bundle.mjs NODE_MODULES OUT PAGE WASM   with kpi-report inside, WASM.js and WASM.wasm, which fills in PAGE
import {createHash} from "node:crypto";
import {readFileSync, writeFileSync} from "node:fs";
import {createRequire} from "node:module";
import {dirname, join} from "node:path";
import {fileURLToPath} from "node:url";
import {gzipSync} from "node:zlib";
import {zones} from "./zones.mjs";

const [modules, out, pageInside, wasm] = process.argv.slice(2);
const here = dirname(fileURLToPath(import.meta.url));
const {build} = createRequire(join(modules, "here.js"))("esbuild");

const bundled = async (file) => {
  const made = await build({
    entryPoints: [join(here, "src", file)],
    bundle: true, minify: true, write: false, charset: "utf8", format: "iife", target: "es2022",
    nodePaths: [modules], legalComments: "none", logLevel: "warning",
  });
  return made.outputFiles[0].text.trim();
};
const script = await bundled(wasm ? "program.js" : "main.js");
const style = await bundled(wasm ? "program.css" : "page.css");

/** What the script finds by its name, packed. */
const packed = (name, content) =>
  `<script type="application/gzip" id="packed-${name}">${gzipSync(content, {level: 9}).toString("base64")}</script>\n`;
const inside = !wasm ? "" : [
  `<script type="text/plain" id="unpacker">${await bundled("program/unpacker.js")}</script>\n`,
  packed("wasm", readFileSync(`${wasm}.wasm`)),
  packed("worker", `${readFileSync(`${wasm}.js`, "utf8")}\n${await bundled("program/worker.js")}`),
  packed("zones", zones("/usr/share/zoneinfo")),
  packed("page", readFileSync(pageInside)),
].join("");

// Plot puts this style into each chart; a policy that allows it by its text need not allow all styles.
const plot = readFileSync(join(modules, "@observablehq/plot/src/plot.js"), "utf8");
const chartStyle = /append\("style"\)\.text\(\s*`([^`]*)`/.exec(plot)[1].replaceAll("${className}", "chart");

const hash = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
const policy = [
  "default-src 'none'",
  `script-src ${hash(script)}${wasm ? " 'wasm-unsafe-eval'" : ""}`,
  ...(wasm ? ["worker-src blob:"] : []),
  `style-src ${hash(style)} ${hash(chartStyle)}`,
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

const parts = {policy, style, inside, script};
const page = readFileSync(join(here, "page.html"), "utf8").replace(/\{\{(\w+)\}\}/g, (_, name) => parts[name]);
if (page.split("<!--reports-->").length !== 2 || /<\/(script|style)/i.test(script + style + inside.replaceAll("</script>\n", "")))
  throw new Error("the page has no one place for its figures, or its script ends early");
writeFileSync(out, page);
