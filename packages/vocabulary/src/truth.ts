/** Kleene logic: what nobody recorded is unknown, never false. */
export type Truth = boolean | "unknown";

/** False if any is false, else unknown if any is unknown, else true (true of no conditions at all). */
export function all(truths: readonly Truth[]): Truth {
  if (truths.includes(false)) return false;
  return truths.includes("unknown") ? "unknown" : true;
}

/** True if any is true, else unknown if any is unknown, else false (false of no conditions at all). */
export function any(truths: readonly Truth[]): Truth {
  if (truths.includes(true)) return true;
  return truths.includes("unknown") ? "unknown" : false;
}
