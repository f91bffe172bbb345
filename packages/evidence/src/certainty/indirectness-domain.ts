import type { EffectCoordinates, Study } from "@calcar/catalog/schema";
import { type Miss, WIDENINGS, type Widening } from "../members/miss.ts";
import { type Judged, judged } from "./judged.ts";

export interface Placed {
  readonly study: Study;
  readonly beyond: readonly Miss[];
  readonly phase: string | undefined; // of the hips its row counts
  readonly products: readonly string[];
  readonly event: string | undefined;
}

const SOME = 1;
const MANY = 3;

/**
 * Indirectness from coordinates: how many of stage, product, event and comparator differ within the pool, and what the reader
 * let in from outside the question. Another joint, or three differences, is very serious.
 *
 * @source grade-robins-2019, project-default
 */
export function indirectnessDomain(admits: Pick<EffectCoordinates, "population">, rows: readonly Placed[]): Judged {
  const differences = [
    ...variety(
      "stages",
      rows.map(({ phase }) => phase),
      admits.population.phase !== undefined,
    ),
    ...variety(
      "products",
      rows.flatMap(({ products }) => products),
      true,
    ),
    ...variety(
      "events",
      rows.map(({ event }) => event),
      true,
    ),
  ];
  const widened = new Set(rows.flatMap(({ beyond }) => beyond.map(({ coordinate }) => coordinate)).filter(isWidening));
  const isElsewhere = !admits.population.joint.includes("hip");
  const says = [
    ...(isElsewhere ? ["another joint than the hip"] : []),
    ...differences,
    ...[...widened].map((coordinate) => `widened by the reader to another ${coordinate}`),
  ];
  const weight = differences.length + 2 * widened.size;
  const reason = says.length === 0 ? "Population, product and event are those of the question." : `${sentence(says.join("; "))}.`;
  if (isElsewhere || weight >= MANY || widened.has("joint") || widened.has("disease")) return judged("very-serious", reason);
  return judged(weight >= SOME ? "serious" : "not-serious", reason);
}

const isWidening = (coordinate: string): coordinate is Widening => (WIDENINGS as readonly string[]).includes(coordinate);

function variety(what: string, found: readonly (string | undefined)[], counts: boolean): string[] {
  const words = [...new Set(found.map((word) => word ?? "not stated"))].toSorted();
  const isMixed = words.length > 1 || words[0] === "mixed" || (what === "stages" && words[0] === "not stated");
  return counts && isMixed ? [`${what} differ (${words.join(", ")})`] : [];
}

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
