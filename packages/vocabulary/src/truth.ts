/** Kleene logic: what nobody recorded is unknown, never false. */
export type Truth = boolean | "unknown";

/** False if any is false, else unknown if any is unknown, else true (true of no conditions at all). */
export const all = (truths: readonly Truth[]): Truth => join(truths, itself, false);

/** True if any is true, else unknown if any is unknown, else false (false of no conditions at all). */
export const any = (truths: readonly Truth[]): Truth => join(truths, itself, true);

const itself = (truth: Truth): Truth => truth;

/**
 * Joins the truths of parts, and looks at no more of them than it needs.
 *
 * @param decisive the truth of one part that decides the whole: `false` joins as "all", `true` as "any"
 */
export function join<Part>(parts: readonly Part[], truthOf: (part: Part) => Truth, decisive: boolean): Truth {
  let open = false;
  for (const part of parts) {
    const truth = truthOf(part);
    if (truth === decisive) return decisive;
    if (truth === "unknown") open = true;
  }
  return open ? "unknown" : !decisive;
}
