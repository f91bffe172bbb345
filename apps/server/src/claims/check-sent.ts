import type { Catalog } from "@calcar/catalog";
import { type CheckedPage, checkPage, type LintOptions, type Page, pageProblem, readPage } from "@calcar/claims";
import type { PlainDate, Problem } from "@calcar/vocabulary";
import type { SaidNo } from "../http/refusal-reply.ts";

/** A page that somebody sent, as bytes or as text, and what to look for in it. */
export interface SentPage extends LintOptions {
  readonly bytes: Uint8Array;
  readonly name: string | undefined;
}

/** A page that was read and checked. It lives as long as the answer to it. */
export interface CheckedSent {
  readonly path: string;
  readonly page: Page;
  readonly checked: CheckedPage;
}

type Outcome = { readonly ok: true; readonly value: CheckedSent } | { readonly ok: false; readonly refusal: SaidNo };

/** More text would keep others waiting for a worker: so much of it, all of it misleading, takes about a second. */
const MOST_CHARACTERS = 500_000;

/**
 * Reads and checks a page that was sent. Nothing is fetched, kept or noted.
 *
 * @param today the day on which it is checked
 * @returns the page with its findings, or a refusal that says what is wrong with what was sent
 */
export async function checkSent(catalog: Catalog, sent: SentPage, today: PlainDate): Promise<Outcome> {
  const { bytes, name = "", rules, jurisdictions } = sent;
  const path = name === "" ? "text" : name;
  const unknown = unknownRules(catalog, rules);
  if (unknown.length > 0) return { ok: false, refusal: { kind: "invalid", code: "request", problems: unknown } };
  const read = await readPage(bytes, { name });
  if (!read.ok) return { ok: false, refusal: { ...read.refusal, problems: [pageProblem(read.refusal, path)] } };
  const page = read.value;
  if (page.text.length > MOST_CHARACTERS) return { ok: false, refusal: { kind: "invalid", code: "too-large", problems: [tooLong(path)] } };
  return { ok: true, value: checkRead(catalog, { path, page }, { today, rules, jurisdictions }) };
}

/** Checks a page that was read before. */
export const checkRead = (
  catalog: Catalog,
  { path, page }: Pick<CheckedSent, "path" | "page">,
  how: LintOptions & { readonly today: PlainDate },
): CheckedSent => ({ path, page, checked: checkPage(page, catalog, how) });

function unknownRules(catalog: Catalog, rules: readonly string[] = []): Problem[] {
  const known = new Set(catalog.claims.map(({ id }) => id));
  const unknown = rules.filter((rule) => !known.has(rule));
  return unknown.map((rule) => ({ place: `rules.${rule}`, problem: "is not known here", expected: `one of ${[...known].join(", ")}` }));
}

const tooLong = (place: string): Problem => ({
  place,
  problem: "is too large",
  expected: `at most ${MOST_CHARACTERS.toLocaleString("en")} characters of text`,
});
