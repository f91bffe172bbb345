import type { Responder, Threshold } from "@calcar/catalog";
import { catalog } from "@calcar/catalog/testing";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type NamedThreshold, respond } from "./respond.ts";

const all = [...catalog.instruments.values()];

function named(id: string | undefined): NamedThreshold | undefined {
  for (const { thresholds, subscales } of all) {
    const threshold = thresholds.find((each: Threshold) => each.id === id);
    if (threshold) return { threshold, direction: (subscales.find((each) => each.id === threshold.subscale) ?? subscales[0]!).direction };
  }
  return undefined;
}

const run = (responder: Responder, facts: Record<string, number | boolean>, threshold?: string) =>
  respond(responder, facts, { threshold: named(threshold), allowUnconfirmed: true, responders: catalog.responders });

describe.each([...catalog.responders.values()])("$id", (responder) => {
  it.each(responder.cases)("$it", ({ facts, threshold, answer, route, moderate }) => {
    const result = run(responder, facts, threshold);
    if (!result.ok) throw new Error(`${result.refusal.kind}/${result.refusal.code}`);
    expect(result.value.answer).toBe(answer);
    if (route !== undefined) expect(result.value.route).toBe(route);
    if (moderate !== undefined) expect(result.value.moderate).toBe(moderate);
  });
});

const omeract = catalog.responders.get("omeract-oarsi-2004")!;

it("does not use the remembered numbers of OMERACT-OARSI unless asked, and then says that they are provisional", () => {
  const facts = { "baseline-pain": 60, "follow-up-pain": 30 };
  expect(respond(omeract, facts)).toEqual({
    ok: false,
    refusal: { kind: "not-permitted", code: "unconfirmed", missing: ["omeract-oarsi-2004"] },
  });
  expect(run(omeract, facts)).toMatchObject({ ok: true, value: { answer: true, provisional: true } });
});

it("refuses a value off its scale, a threshold of another kind and none at all", () => {
  const mcii = catalog.responders.get("by-mcii")!;
  expect(run(omeract, { "baseline-pain": 160 })).toMatchObject({
    ok: false,
    refusal: { kind: "invalid", code: "off-scale", missing: ["baseline-pain"] },
  });
  expect(run(mcii, {}, "hoos-pain-pass-paulsen-2014")).toMatchObject({ ok: false, refusal: { code: "threshold-of-another-kind" } });
  expect(run(mcii, {})).toMatchObject({ ok: false, refusal: { code: "threshold-not-named" } });
});

it("is certain that a domain at its best cannot improve, whatever its follow-up is", () => {
  const facts = { "baseline-pain": 0, "baseline-function": 60, "follow-up-function": 58, "baseline-global": 60, "follow-up-global": 60 };
  expect(run(omeract, facts)).toMatchObject({ ok: true, value: { answer: false, route: "none" } });
});

it("cannot say between the two ends of a span", () => {
  const span = { ...named("pain-vas-pass-tubach-2005")!.threshold, value: [30, 40] as [number, number] };
  const state = (followUp: number) =>
    respond(catalog.responders.get("by-pass")!, { "follow-up": followUp }, { threshold: { threshold: span, direction: "higher-worse" } });
  expect([30, 35, 40, 41].map((value) => (state(value) as { value: { answer: unknown } }).value.answer)).toEqual([
    true,
    "unknown",
    "unknown",
    false,
  ]);
});

const KEYS = ["baseline-pain", "follow-up-pain", "baseline-function", "follow-up-function", "baseline-global", "follow-up-global"];
const facts = fc.record(Object.fromEntries(KEYS.map((key) => [key, fc.integer({ min: 0, max: 100 })])), { requiredKeys: [] });

it("keeps a definite answer when more answers arrive", () => {
  fc.assert(
    fc.property(facts, facts, (known, later) => {
      const early = run(omeract, known as Record<string, number>);
      const late = run(omeract, { ...later, ...known } as Record<string, number>);
      return early.ok && late.ok && (early.value.answer === "unknown" || early.value.answer === late.value.answer);
    }),
  );
});

it("never stops calling a hip a responder because it got better still", () => {
  fc.assert(
    fc.property(facts, fc.constantFrom("follow-up-pain", "follow-up-function", "follow-up-global"), fc.nat(100), (known, key, better) => {
      const before = run(omeract, known as Record<string, number>);
      const current = (known as Record<string, number | undefined>)[key];
      fc.pre(current !== undefined && better <= current && before.ok && before.value.answer === true);
      const after = run(omeract, { ...(known as Record<string, number>), [key]: better });
      return after.ok && after.value.answer === true;
    }),
  );
});
