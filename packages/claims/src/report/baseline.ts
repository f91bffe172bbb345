import { type Problem, type Read, readJson } from "@calcar/vocabulary";
import type { CheckedPage, ShownFinding, SuppressedFinding } from "./check-page.ts";

/** A finding that is known and left standing for now, with the reason why. */
export interface BaselineEntry {
  readonly path: string;
  readonly rule: string;
  readonly quote: string;
  readonly reason: string;
}

export interface Baseline {
  readonly schema: typeof SCHEMA;
  readonly findings: readonly BaselineEntry[];
}

const SCHEMA = "calcar-claims-baseline/1";
const KEYS = ["path", "rule", "quote", "reason"] as const;
const EXPECTED = `a JSON object with schema "${SCHEMA}" and findings, each with ${KEYS.join(", ")}`;

/** Reads a baseline, or names everything that is wrong with it: an entry without a reason suppresses nothing and is refused. */
export function readBaseline(input: string | Uint8Array): Read<Baseline> {
  const json = readJson(input, { name: "baseline", expected: EXPECTED, mostBytes: 50_000_000 });
  if (!json.ok) return json;
  const { schema, findings } = (json.value ?? {}) as { readonly schema?: unknown; readonly findings?: unknown };
  if (schema !== SCHEMA || !Array.isArray(findings))
    return { ok: false, problems: [{ place: "baseline", problem: "is no baseline", expected: EXPECTED }] };
  const problems = findings.flatMap((entry: unknown, i) => faultsOf(entry, `findings[${i}]`));
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: json.value as Baseline };
}

function faultsOf(entry: unknown, place: string): Problem[] {
  const fields = (typeof entry === "object" ? entry : null) as Readonly<Record<string, unknown>> | null;
  return KEYS.filter((key) => typeof fields?.[key] !== "string" || fields[key].trim() === "").map((key) => ({
    place: `${place}.${key}`,
    problem: "is missing",
    expected: key === "reason" ? "why the finding is left standing" : "a text",
  }));
}

/** The baseline that lets every finding of these pages stand: for this reason, or the one it was let stand for before. */
export const baselineOf = (pages: readonly { readonly path: string; readonly checked: CheckedPage }[], reason: string): Baseline => ({
  schema: SCHEMA,
  findings: pages.flatMap(({ path, checked }) => [
    ...checked.findings.map(({ rule, quote }) => ({ path, rule, quote, reason })),
    ...checked.suppressed.flatMap((known) =>
      known.by === "baseline" ? [{ path, rule: known.rule, quote: known.quote, reason: known.reason }] : [],
    ),
  ]),
});

/**
 * Takes the findings that a baseline knows out of a page, each entry for one finding: a second sentence of the same words is new.
 *
 * @returns the page, and the entries of its path that fit nothing any more
 */
export function applyBaseline(
  checked: CheckedPage,
  { findings: entries }: Baseline,
  path: string,
): { readonly checked: CheckedPage; readonly gone: readonly BaselineEntry[] } {
  const open = new Map<string, BaselineEntry[]>();
  const ofThePage = new Set(checked.findings.filter(({ scope }) => scope === "page").map(({ rule }) => rule));
  const keyOf = ({ rule, quote }: Pick<BaselineEntry, "rule" | "quote">) => (ofThePage.has(rule) ? rule : sentenceKey(rule, quote));
  for (const entry of entries.filter((entry) => entry.path === path)) open.set(keyOf(entry), [...(open.get(keyOf(entry)) ?? []), entry]);
  const findings: ShownFinding[] = [];
  const known: SuppressedFinding[] = [];
  for (const finding of checked.findings) {
    const entry = open.get(keyOf(finding))?.shift();
    if (entry) known.push({ ...finding, reason: entry.reason, by: "baseline" });
    else findings.push(finding);
  }
  return { checked: { ...checked, findings, suppressed: [...checked.suppressed, ...known] }, gone: [...open.values()].flat() };
}

/** The rule and the words; how they are set and spaced may change. What a page leaves out is known by its rule alone. */
const sentenceKey = (rule: string, quote: string): string => `${rule}\n${quote.replace(/\s+/g, " ").trim()}`;
