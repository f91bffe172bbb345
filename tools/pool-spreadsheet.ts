import { readFileSync, writeFileSync } from "node:fs";
import { parse } from "csv-parse/sync";

/**
 * A spreadsheet that pools the risk ratios of an answer from its arms, by formulas alone: `node tools/pool-spreadsheet.ts ARMS.csv POOL.fods`.
 *
 * The first sheet is the CSV of `calcar pool QUESTION --format csv` as it is. The second picks the counts of each study out of it
 * and works out log risk ratio, variance, REML (by the fixed point of its equation, so often that it stands still), weights,
 * estimate and normal interval. None of our numbers is in it: a spreadsheet program computes them anew. See docs/validation/exports.md.
 */
const [arms, out] = process.argv.slice(2);
if (arms === undefined || out === undefined) throw new Error("expected ARMS.csv and POOL.fods");
const [header = [], ...rows] = parse(readFileSync(arms, "utf8"), { bom: true });
const ROUNDS = 400;

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
const text = (value: string): string =>
  `<table:table-cell office:value-type="string"><text:p>${escaped(value)}</text:p></table:table-cell>`;
const number = (value: string): string => `<table:table-cell office:value-type="float" office:value="${escaped(value)}"/>`;
const formula = (of: string): string => `<table:table-cell table:formula="of:=${escaped(of)}"/>`;
const row = (...cells: readonly string[]): string => `<table:table-row>${cells.join("")}</table:table-row>`;
const sheet = (name: string, lines: readonly string[]): string => `<table:table table:name="${name}">${lines.join("")}</table:table>`;

const column = (name: string): string => {
  const letter = String.fromCharCode(65 + header.indexOf(name));
  if (!header.includes(name) || letter > "Z") throw new Error(`no column ${name} among the first 26`);
  return `[$arms.$${letter}$2:.$${letter}$${rows.length + 1}]`;
};
const isCount = new Set(["events", "total"]);
const armRows = rows.map((cells) => row(...cells.map((value, at) => (isCount.has(header[at]!) ? number(value) : text(value)))));

const studies = [...new Set(rows.map((cells) => cells[header.indexOf("study")]!))];
const last = studies.length + 1;
const picked = (what: string, role: string, at: number): string =>
  formula(`SUMIFS(${column(what)};${column("study")};[.A${at}];${column("role")};"${role}")`);
const studyRows = studies.map((study, i) => {
  const at = i + 2;
  const counts = ["intervention", "comparator"].flatMap((role) => [picked("events", role, at), picked("total", role, at)]);
  const logRatio = formula(`LN(([.B${at}]/[.C${at}])/([.D${at}]/[.E${at}]))`);
  return row(text(study), ...counts, logRatio, formula(`1/[.B${at}]-1/[.C${at}]+1/[.D${at}]-1/[.E${at}]`));
});

const [y, v] = [`[.$F$2:.$F$${last}]`, `[.$G$2:.$G$${last}]`];
const first = last + 2;
const end = first + ROUNDS;
/** A round of the fixed point: tau2, then the mean and the sums that it gives. */
const round = (at: number): string => {
  const before = at - 1;
  const next = `MAX(0;[.D${before}]/[.E${before}]+1/[.C${before}])`;
  const w = `(1/(${v}+[.A${at}]))`;
  const squares = `SUMPRODUCT(${w}^2;(${y}-[.B${at}])^2-${v})`;
  return row(
    at === first ? number("0") : formula(next),
    formula(`SUMPRODUCT(${w};${y})/[.C${at}]`),
    formula(`SUMPRODUCT(${w})`),
    formula(squares),
    formula(`SUMPRODUCT(${w}^2)`),
  );
};
const half = `LEGACY.NORMSINV(0.975)/SQRT([.C${end}])`;
const results: readonly (readonly [string, string])[] = [
  ["tau2", `[.A${end}]`],
  ["last step", `[.A${end}]-[.A${end - 1}]`],
  ["risk ratio", `EXP([.B${end}])`],
  ["from", `EXP([.B${end}]-${half})`],
  ["to", `EXP([.B${end}]+${half})`],
  ["se", `1/SQRT([.C${end}])`],
];
const pool = [
  row(...["study", "events", "of", "events, comparator", "of, comparator", "log risk ratio", "variance"].map(text)),
  ...studyRows,
  row(...["tau2", "mean", "sum w", "sum w2 (r2-v)", "sum w2"].map(text)),
  ...Array.from({ length: ROUNDS + 1 }, (_, i) => round(first + i)),
  ...results.map(([name, of]) => row(text(name), formula(of))),
];
const NS = ["office", "table", "text"].map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`).join(" ");
writeFileSync(
  out,
  `<?xml version="1.0" encoding="UTF-8"?><office:document ${NS} xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2" office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:body><office:spreadsheet>${sheet("arms", [row(...header.map(text)), ...armRows])}${sheet("pool", pool)}</office:spreadsheet></office:body></office:document>`,
);
