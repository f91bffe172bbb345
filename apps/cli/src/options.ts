import type { Refusal } from "@calcar/vocabulary";
import { UsageError } from "./usage-error.ts";

export type Format = "text" | "json";

/** `--format`: text where it is not stated. */
export function formatOf(stated: string | undefined): Format {
  return oneOf("--format", stated ?? "text", ["text", "json"]);
}

/** The stated value of an option, which must be one of those known. */
export function oneOf<Known extends string>(option: string, stated: string, known: readonly Known[]): Known {
  const found = known.find((value) => value.toLowerCase() === stated.toLowerCase());
  if (found === undefined) throw new UsageError(`${option} ${stated.slice(0, 80)}: unknown; expected ${known.join(", ")}`);
  return found;
}

/** A refusal of a room in the words of the command line. */
export function refused(place: string, { kind, code, missing }: Refusal): UsageError {
  const known = missing && missing.length > 0 ? `; expected one of ${missing.join(", ")}` : "";
  return new UsageError(`${place.slice(0, 80)}: ${kind}, ${code}${known}`);
}
