import type { At, Finding } from "../parse/finding.ts";
import type { Parsed } from "../parse/parsed.ts";

/** Trials and searches name studies that are on file; each kind of thing has one interval. */
export function checkRegisters({ trials, searches, reviewIntervals, studies }: Parsed): Finding[] {
  const known = new Set(studies.map(({ value }) => value.id));
  const unknown = (file: string, at: At, id: string | undefined): Finding[] =>
    id === undefined || known.has(id)
      ? []
      : [{ file, at, problem: `study ${id} is not in knowledge/studies`, expected: "the id of a study" }];
  return [
    ...trials.flatMap(({ file, value }) => unknown(file, ["study"], value.study)),
    ...searches.flatMap(({ file, value }) => value.notFound.flatMap(({ study }, i) => unknown(file, ["notFound", i, "study"], study))),
    ...intervalsTwice(reviewIntervals),
  ];
}

function intervalsTwice(intervals: Parsed["reviewIntervals"]): Finding[] {
  const seen = new Map<string, string>();
  return intervals.flatMap(({ file, value }) => {
    const before = seen.get(value.of);
    seen.set(value.of, file);
    return before === undefined
      ? []
      : [{ file, at: ["of"], problem: `${value.of} already has an interval in knowledge/${before}`, expected: "one interval for each" }];
  });
}
