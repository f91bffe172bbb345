import type { Span } from "./page.ts";

/** Index of the last element that starts at or before `at`, -1 when none does; the elements stand in order. */
export const lastAtOrBefore = <T>(elements: readonly T[], at: number, startOf: (element: T) => number): number => {
  let low = 0;
  let high = elements.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (startOf(elements[middle]!) <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
};

/** Those of some spans that overlap another; the spans stand in order and do not overlap one another. */
export const overlapping = <T extends Span>(spans: readonly T[], { start, end }: Span): T[] => {
  const found: T[] = [];
  for (
    let i = Math.max(
      0,
      lastAtOrBefore(spans, start, (span) => span.start),
    );
    i < spans.length && spans[i]!.start < end;
    i++
  )
    if (spans[i]!.end > start) found.push(spans[i]!);
  return found;
};
