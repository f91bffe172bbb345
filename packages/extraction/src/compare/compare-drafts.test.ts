import { describe, expect, it } from "vitest";
import type { Figure, StudyDraft } from "../schema.ts";
import { compareDrafts } from "./compare-drafts.ts";
import { resolveDrafts } from "./resolve-drafts.ts";

const figure = (value: string | number, at = "Table 2"): Figure => ({
  value,
  how: "printed",
  source: "x-2026",
  at,
  verified: "source-text",
});

const first: StudyDraft = {
  readers: [{ who: "Ana", on: "2026-11-20" }],
  id: "x-2026",
  paper: { source: "x-2026", title: "A paper" },
  arms: [
    { name: "cells", role: "cell", hips: figure(13) },
    { name: "control", role: "control", hips: figure(11) },
  ],
  outcomes: [
    {
      type: "events",
      name: "collapse",
      event: "collapse",
      months: 60,
      arm: "cells",
      report: { as: "count", events: figure(3), total: figure(13) },
    },
    {
      type: "value",
      name: "pain",
      instrumentId: "vas-pain",
      months: 60,
      arm: "cells",
      report: { as: "mean-sd", mean: figure("20.80"), sd: figure("7.7"), n: figure(13) },
    },
  ],
};
/** The same paper read by another: other order, other names, and in four places something else. */
const second: StudyDraft = {
  readers: [{ who: "Ben", on: "2026-11-21" }],
  id: "x-2026",
  paper: { source: "x-2026", title: "A  paper " },
  arms: [
    { name: "control", role: "control", hips: figure(11) },
    { name: "cells", role: "cell", hips: figure(12) },
  ],
  outcomes: [
    {
      type: "value",
      name: "pain",
      instrumentId: "vas-pain",
      months: "60",
      arm: "cells",
      report: { as: "mean-se", mean: figure("20.8"), se: figure("7.7"), n: figure(13) },
    },
    {
      type: "events",
      name: "collapse",
      event: "collapse",
      months: 60,
      arm: "cells",
      report: { as: "count", events: figure(3, "abstract"), total: figure(13) },
    },
    {
      type: "events",
      name: "replacement",
      event: "hip-replacement",
      months: 60,
      arm: "cells",
      report: { as: "count", events: figure(1), total: figure(13) },
    },
  ],
};

const HIPS = "arms[cells].hips.value";
const PLACE = "outcomes[events / collapse / 60 / cells].report.events.at";
const REPORT = "outcomes[value / vas-pain / 60 / cells].report";
const EXTRA = "outcomes[events / hip-replacement / 60 / cells]";

const compared = (a: StudyDraft, b: StudyDraft) => {
  const result = compareDrafts(a, b);
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
};

describe("two readings of one paper", () => {
  it("agree with themselves in every field", () => {
    const { agree, fields, differences } = compared(first, structuredClone(first));
    expect([agree, differences]).toEqual([fields, []]);
    expect(fields).toBeGreaterThan(30);
  });

  it("are held against each other whatever the order, field by field, and nothing is decided", () => {
    const { differences, agree, fields } = compared(first, second);
    expect(differences.map(({ field, kind, first: a, second: b }) => [field, kind, a, b])).toEqual([
      [HIPS, "differs", "13", "12"],
      [PLACE, "differs", "Table 2", "abstract"],
      [REPORT, "differs", "as mean-sd, mean 20.80, sd 7.7, n 13", "as mean-se, mean 20.8, se 7.7, n 13"],
      [
        EXTRA,
        "only-second",
        undefined,
        "type events, name replacement, event hip-replacement, months 60, arm cells, report as count, events 1, total 13",
      ],
    ]);
    expect(differences.map(({ isNumber }) => isNumber)).toEqual([true, false, true, true]);
    expect(agree).toBe(fields - 4);
  });

  it("are mirrored when they change places", () => {
    const there = compared(first, second)
      .differences.map(({ field }) => field)
      .toSorted();
    const back = compared(second, first).differences;
    expect(back.map(({ field }) => field).toSorted()).toEqual(there);
    expect(back.find(({ field }) => field === EXTRA)).toMatchObject({ kind: "only-first" });
  });

  it("are refused when they are of two papers", () =>
    expect(compareDrafts(first, { ...second, paper: { source: "y-2025" } })).toEqual({
      ok: false,
      refusal: { kind: "conflict", code: "different-papers", missing: ["x-2026", "y-2025"] },
    }));

  it("may both be empty", () => expect(compared({}, {})).toEqual({ agree: 0, fields: 0, differences: [] }));

  it("may have an arm of a dangerous name", () => {
    const named = (name: string): StudyDraft => ({ arms: [{ name, hips: figure(3) }] });
    expect(compared(named("__proto__"), named("constructor")).differences.map(({ kind }) => kind)).toEqual(["only-first", "only-second"]);
  });
});

describe("what people decide between two readings", () => {
  const by = { by: "Ana and Ben", why: "Read again together." };
  const all = [
    { field: HIPS, took: "first" as const, ...by },
    { field: PLACE, took: "other" as const, value: "Results, p. 4", ...by },
    { field: REPORT, took: "second" as const, ...by },
    { field: EXTRA, took: "second" as const, ...by },
  ];

  it("stands in one draft, with both readings, who decided and why", () => {
    const resolved = resolveDrafts(first, second, all);
    if (!resolved.ok) throw new Error(JSON.stringify(resolved.problems));
    const draft = resolved.value;
    expect(draft.arms!.find(({ name }) => name === "cells")!.hips!.value).toBe(13);
    expect(draft.outcomes).toHaveLength(3);
    expect(draft.outcomes![1]).toMatchObject({ report: { as: "mean-se" } });
    expect(draft.outcomes![0]).toMatchObject({ report: { events: { at: "Results, p. 4", value: 3 } } });
    expect(draft.readers).toEqual([...first.readers!, ...second.readers!]);
    expect(draft.decisions).toHaveLength(4);
    expect(draft.decisions![0]).toEqual({ field: HIPS, first: "13", second: "12", took: "first", value: "13", ...by });
    expect(compared(draft, draft).differences).toEqual([]);
  });

  it.each([
    ["one is undecided", all.slice(1), [HIPS]],
    ["all are undecided", [], [HIPS, PLACE, REPORT, EXTRA]],
    ["one is decided twice", [...all, all[0]!], [HIPS]],
    ["one was never in question", [...all, { field: "paper.title", took: "first" as const, ...by }], ["paper.title"]],
    ["another value is not stated", [all[0]!, { ...all[1]!, value: " " }, all[2]!, all[3]!], [PLACE]],
    [
      "another value is to stand for a whole report",
      [all[0]!, all[1]!, { ...all[2]!, took: "other" as const, value: "7" }, all[3]!],
      [REPORT],
    ],
  ])("is refused when %s", (_what, made, fields) => {
    const resolved = resolveDrafts(first, second, made);
    expect(resolved.ok ? [] : resolved.problems.map(({ place }) => place)).toEqual(fields);
  });
});
