import type { Catalog } from "@calcar/catalog";
import { findQuestion } from "../questions/find-question.ts";
import { questionFreshness } from "./freshness.ts";

/**
 * What a reader must be told where a number is not fresh, and which registered trials may change it.
 *
 * @param today YYYY-MM-DD
 * @returns whole lines, or nothing where the search is fresh and no trial runs
 */
export function staleLine(catalog: Catalog, id: string, today: string): string {
  const question = findQuestion(catalog, id);
  if (!question.ok) return "";
  const found = questionFreshness(catalog, question.value, today);
  if (!found.ok) return "How fresh this is cannot be told: the knowledge names no interval of review.\n";
  const { state, due, trials } = found.value;
  const running = trials.filter((trial) => trial.running).map(({ name, number }) => (name === null ? number : `${name} (${number})`));
  const late = { fresh: "", "due-soon": `A new search is due by ${due}.\n`, stale: `STALE: a new search was due by ${due}.\n` } as const;
  return [
    state === "dated-ahead" ? "DATED AHEAD: the last search is later than today.\n" : late[state],
    running.length > 0 ? `Registered and running: ${running.join(", ")}.\n` : "",
  ].join("");
}
