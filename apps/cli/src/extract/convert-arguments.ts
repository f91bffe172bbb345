import { convertReport } from "@calcar/extraction";
import { ChangeReport, CountReport } from "@calcar/extraction/schema";
import { problemLine } from "@calcar/vocabulary";
import { EXIT, type Io } from "../io.ts";
import type { Format } from "../options.ts";
import { stepLines } from "../text/draft-text.ts";
import { printable } from "../text/wrap.ts";
import { UsageError } from "../usage-error.ts";

const KINDS = [...ChangeReport.options, ...CountReport.options]
  .flatMap((option) => [...option.shape.as.values])
  .filter((kind) => kind !== "from-before-and-after");

/** One reported result, given as NAME=VALUE. */
export function convertArguments(io: Io, [kind, ...given]: readonly string[], format: Format): number {
  const report = reportOf(kind, given);
  const converted = convertReport(report);
  if (!converted.ok) {
    for (const problem of converted.problems)
      io.err(`${printable(problemLine({ ...problem, place: problem.place.replace(/^report\.?|\.value$/g, "") || kind! }))}\n`);
    return EXIT.no;
  }
  const { steps, result } = converted.value;
  if (format === "json") io.out(`${JSON.stringify(converted.value, null, 2)}\n`);
  else {
    const values = Object.entries(result).map(([name, value]) => `${name} ${value}`);
    io.out(`${[values.join(", "), ...steps.flatMap(stepLines)].join("\n")}\n`);
  }
  return EXIT.done;
}

type Report = Parameters<typeof convertReport>[0];

function reportOf(kind: string | undefined, given: readonly string[]): Report {
  const expected = `one of ${KINDS.join(", ")}`;
  if (kind === undefined) throw new UsageError(`--convert takes what is reported; expected ${expected}`);
  if (!(KINDS as readonly string[]).includes(kind)) throw new UsageError(`${kind.slice(0, 80)}: unknown; expected ${expected}`);
  const schema = kind === "count" || kind === "percent" ? CountReport : ChangeReport;
  const parsed = schema.safeParse({ as: kind, ...Object.fromEntries(given.map(pairOf)) });
  if (parsed.success) return parsed.data as Report;
  const { keys, path } = { keys: undefined as readonly string[] | undefined, ...parsed.error.issues[0]! };
  throw new UsageError(`${(keys?.join(", ") ?? path.join(".")).slice(0, 80)}: not part of ${kind}; expected ${namesOf(kind).join(", ")}`);
}

function namesOf(kind: string): string[] {
  const option = [...ChangeReport.options, ...CountReport.options].find(({ shape }) => (shape.as.values as ReadonlySet<string>).has(kind));
  return Object.keys(option?.shape ?? {}).filter((name) => name !== "as");
}

function pairOf(text: string): [string, unknown] {
  const at = text.indexOf("=");
  if (at < 1) throw new UsageError(`${text.slice(0, 80)}: expected NAME=VALUE`);
  const [name, value] = [text.slice(0, at), text.slice(at + 1)];
  return [name, name === "use" ? value : { value }];
}
