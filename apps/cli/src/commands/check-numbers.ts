import { parseArgs } from "node:util";
import { checkNumbers, readStatements, typicalSds } from "@calcar/evidence";
import { problemLine } from "@calcar/vocabulary";
import { EXIT, type Io } from "../io.ts";
import { formatOf } from "../options.ts";
import { checkedText } from "../text/checked-text.ts";
import { printable } from "../text/wrap.ts";
import { UsageError } from "../usage-error.ts";

const HELP = `calcar check-numbers FILE|- [--format text|json]

Whether printed statistics can be true together: intervals with their values and p, percentages with counts, arms with totals,
means of whole numbers (GRIM), standard deviations with standard errors, changes with means. Rounding is always in their favour.

FILE is a study file of this knowledge, or a list of statements in YAML or JSON. Quote a number that ends in a zero: "3.10".

  - { kind: estimate, says: WOMAC, measure: MD, value: -10.92, interval: [-21.41, -4.03], p: "0.040" }
  - { kind: share, says: without progression, percent: 66.7, total: 19 }            # events: if printed
  - { kind: parts, says: hips by arm, parts: [265, 263], total: 579 }
  - { kind: mean, says: age, mean: "3.48", n: 20, whole: true }                     # sd, se, interval, items, range, typicalSd
  - { kind: groups, says: VAS at 12 months, groups: [{ mean: 2.1, sd: 1.9, n: 30 }, { mean: 3.3, sd: 2.0, n: 30 }], p: "0.02" }
  - { kind: change, says: VAS of the control arm, before: 5.45, after: 2.88, worded: rise }         # change: after - before
  - { kind: spread, says: HHS, middle: 70.9, middleIs: mean, range: [3.7, 58] }     # quartiles
  - { kind: table, says: replaced, intervention: { events: 3, total: 19 }, comparator: { events: 7, total: 14 }, measure: RR, value: 0.32 }
  - { kind: same, says: patients in two reports, values: [45, 43] }

  npm run -s calcar -- check-numbers examples/printed-statistics.yaml
  npm run -s calcar -- check-numbers knowledge/studies/ruane-2021/study.yaml --format json

Exit status: 0 everything adds up or cannot be told; 1 something does not add up; 2 the input cannot be used.
`;

/** Printed statistics in, what adds up and what does not out. Exit 1 when something does not. */
export async function checkNumbersCommand(argv: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...argv],
    options: { format: { type: "string" }, help: { type: "boolean" } },
    allowPositionals: true,
  });
  if (values.help) {
    io.out(HELP);
    return EXIT.done;
  }
  const format = formatOf(values.format);
  const [path, ...rest] = positionals;
  if (path === undefined || rest.length > 0) throw new UsageError("check-numbers takes one FILE, or - for standard input");

  const text = textOf(path, path === "-" ? await io.stdin() : io.readFile(path));
  const statements = readStatements(path === "-" ? "standard input" : path, text, typicalSds(io.catalog()));
  if (!statements.ok) {
    for (const problem of statements.problems) io.err(`${printable(problemLine(problem))}\n`);
    return EXIT.badInput;
  }
  const checked = checkNumbers(statements.value);
  io.out(format === "json" ? `${JSON.stringify({ checked }, null, 2)}\n` : checkedText(checked));
  return checked.some(({ verdict }) => verdict === "disagrees") ? EXIT.no : EXIT.done;
}

function textOf(path: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) throw new UsageError(`${path}: is not UTF-8; expected a text file in YAML or JSON`);
    throw error;
  }
}
