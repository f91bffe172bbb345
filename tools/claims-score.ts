import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { loadCatalog } from "@calcar/catalog";
import { readCorpus } from "./claims-score/corpus.ts";
import { independent } from "./claims-score/independent.ts";
import { apparent, withoutOwn } from "./claims-score/left-out.ts";
import { byOthers, type FirstLook, reportOf } from "./claims-score/report.ts";
import type { Mark } from "./claims-score/tally.ts";

const ROOT = join(import.meta.dirname, "..");
const USAGE =
  "usage: npm run -s claims-score -- [--rule ID] [--page ID] [--quote] [--write-report]   (CALCAR_CLAIMS_CORPUS names the folder; without it only what is in reference/claims)";

const { values } = parseArgs({
  options: {
    rule: { type: "string", multiple: true },
    page: { type: "string" },
    quote: { type: "boolean", default: false },
    "write-report": { type: "boolean", default: false },
  },
});
const folder = process.env.CALCAR_CLAIMS_CORPUS;
const knowledge = loadCatalog(join(ROOT, "knowledge"));
const pageRules = new Set(knowledge.claims.filter(({ kind }) => kind === "absence").map(({ id }) => id));
const wanted = ({ rule }: Mark) => values.rule === undefined || values.rule.includes(rule);
const others = independent(join(ROOT, "reference/claims/independent"), knowledge, pageRules).map((set) => ({
  ...set,
  marks: set.marks.filter(wanted),
}));
if (folder === undefined) {
  console.log(byOthers({ independent: others, pageRules }));
  console.error(USAGE);
  process.exit(values["write-report"] || values.quote ? 2 : 0);
}
const pages = readCorpus(folder).filter(({ id }) => values.page === undefined || id.startsWith(values.page));
const firstLooks = JSON.parse(readFileSync(join(ROOT, "reference/claims/first-looks.json"), "utf8")) as FirstLook[];
const figures = {
  apparent: apparent(pages, knowledge, pageRules).filter(wanted),
  withoutOwn: withoutOwn(pages, knowledge, pageRules).filter(wanted),
  firstLooks,
  independent: others,
  pageRules,
};
const report = reportOf(figures);
if (values["write-report"]) writeFileSync(join(ROOT, "docs/validation/claims.md"), report);
console.log(report);
if (values.quote) {
  for (const { page, rule, kind, start, end } of figures.apparent.filter((mark) => ["fn", "fp", "hard"].includes(mark.kind)))
    console.log(`${kind} ${page.id} ${rule}: ${page.page.text.slice(start, end)}`);
}
