import type { Instrument, ItemGroup, Takes } from "../kinds/instrument.ts";
import { type Fault, fault } from "./instrument-faults.ts";

/** Items are known by one code each, their best answer is one end of what they take, and wording stays where its licence lets it. */
export function faultsOfItems(instrument: Instrument, parent: Instrument | undefined): Fault[] {
  const { items, forms = [] } = instrument;
  return [
    ...items.flatMap((group, i) => [
      ...takesFaults(group.takes, ["items", i, "takes"]),
      ...countsFaults(group, i),
      ...wordingFaults(instrument, group, i),
    ]),
    ...forms.flatMap(({ takes }, i) => (takes ? takesFaults(takes, ["forms", i, "takes"]) : [])),
    ...codesTwice(items),
    ...parentFaults(instrument, parent),
  ];
}

function takesFaults(takes: Takes, at: readonly (string | number)[]): Fault[] {
  if (takes.kind === "choice") {
    const values = takes.options.map(({ value }) => value);
    const unique = new Set(values).size === values.length && new Set(takes.options.map(({ code }) => code)).size === values.length;
    const isBest = takes.best === Math.max(...values) || takes.best === Math.min(...values);
    return [
      ...(unique ? [] : [fault([...at, "options"], "two options share a code or a value", "each once")]),
      ...(isBest ? [] : [fault([...at, "best"], `best is ${takes.best}`, "the highest or the lowest value")]),
    ];
  }
  const [low, high] = takes.range;
  if (high <= low) return [fault([...at, "range"], `range is ${low} to ${high}`, "a lower and a higher number")];
  return takes.best === low || takes.best === high ? [] : [fault([...at, "best"], `best is ${takes.best}`, `${low} or ${high}`)];
}

function countsFaults({ takes, countsAs }: ItemGroup, i: number): Fault[] {
  if (countsAs === undefined) return [];
  if (takes.kind !== "whole") return [fault(["items", i, "countsAs"], "counts something else than its answers", "a whole-number item")];
  const [low, high] = takes.range;
  const answers = high - low + 1;
  const counts = takes.best === low ? countsAs : countsAs.toReversed();
  const ordered = counts.every((count, j) => j === 0 || count <= counts[j - 1]!);
  return [
    ...(countsAs.length === answers
      ? []
      : [fault(["items", i, "countsAs"], `${countsAs.length} counts for ${answers} answers`, `${answers} numbers`)]),
    ...(ordered ? [] : [fault(["items", i, "countsAs"], "a worse answer counts more", "counts that fall from the best answer on")]),
  ];
}

/** Our own labels lie here only where the licence says that they may. */
function wordingFaults({ licence }: Instrument, { labels, codes, takes }: ItemGroup, i: number): Fault[] {
  const worded = labels !== undefined || (takes.kind === "choice" && takes.options.some(({ label }) => label !== undefined));
  const strangers = Object.keys(labels ?? {}).filter((code) => !codes.includes(code));
  return [
    ...(worded && licence.wording === "none" ? [fault(["items", i], "carries wording", "codes only, as licence.wording says")] : []),
    ...strangers.map((code) => fault(["items", i, "labels", code], `there is no item ${code} in this group`, `one of ${codes.join(", ")}`)),
  ];
}

function codesTwice(items: readonly ItemGroup[]): Fault[] {
  const seen = new Set<string>();
  return items.flatMap(({ codes }, i) =>
    codes.flatMap((code, j) => {
      if (seen.has(code)) return [fault(["items", i, "codes", j], `item ${code} stands twice`, "an item code used once")];
      seen.add(code);
      return [];
    }),
  );
}

/** The items of a part are items of the whole and take the same answers: one answer means one thing. */
function parentFaults({ partOf, items }: Instrument, parent: Instrument | undefined): Fault[] {
  if (partOf === undefined) return [];
  if (!parent) return [fault(["partOf"], `instrument ${partOf} is not in knowledge/instruments`, "the id of an instrument")];
  const taken = new Map(parent.items.flatMap(({ codes, takes }) => codes.map((code) => [code, JSON.stringify(takes)] as const)));
  return items.flatMap(({ codes, takes }, i) =>
    codes.flatMap((code, j) => {
      const whole = taken.get(code);
      if (whole === undefined) return [fault(["items", i, "codes", j], `${partOf} has no item ${code}`, `an item of ${partOf}`)];
      return whole === JSON.stringify(takes)
        ? []
        : [fault(["items", i, "takes"], `item ${code} takes other answers than in ${partOf}`, "the same answers")];
    }),
  );
}
