import type { CheckedStatement, Verdict } from "@calcar/evidence";
import { printable, wrap } from "./wrap.ts";

const WORDS = { agrees: "adds up", disagrees: "DOES NOT ADD UP", "cannot-say": "cannot say" } as const;

/** What was tested, what does not add up first, and what would be consistent. */
export function checkedText(checked: readonly CheckedStatement[]): string {
  const of = (verdict: Verdict["verdict"]) => checked.filter((each) => each.verdict === verdict);
  const [wrong, unsure, right] = [of("disagrees"), of("cannot-say"), of("agrees")];
  const counts = `${checked.length} statements: ${wrong.length} do not add up, ${unsure.length} cannot be told, ${right.length} add up.`;
  return `${[counts, ...[...wrong, ...unsure, ...right].flatMap(statement)].join("\n")}\n`;
}

function statement({ says, verdict, tests }: CheckedStatement): string[] {
  const shown = verdict === "agrees" ? [] : tests.filter((test) => test.verdict === verdict);
  const agreed = tests.filter((test) => test.verdict === "agrees").map(({ check }) => words(check));
  return [
    "",
    `${WORDS[verdict]}  ${wrap(printable(says), "  ")}`,
    ...shown.flatMap(lines),
    ...(agreed.length > 0 ? [`  ${wrap(`agrees: ${agreed.join(", ")}`, "  ")}`] : []),
    ...(tests.length === 0 ? ["  nothing here that can be tested"] : []),
  ];
}

function lines(test: Verdict): string[] {
  const first = `  ${wrap(`${words(test.check)}: ${printable(test.says)}`, "    ")}`;
  if (test.verdict === "disagrees")
    return [first, ...test.consistent.map((fits) => `    ${wrap(`would fit: ${printable(fits)}`, "      ")}`)];
  if (test.verdict === "cannot-say") return [first, `    ${wrap(`missing: ${test.missing.join("; ")}`, "      ")}`];
  return [first];
}

const words = (check: string): string => check.replaceAll("-", " ");
