import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { pool } from "./pool.ts";
import { regress } from "./regress.ts";
import type { Tau2Method } from "./tau2.ts";

interface Case {
  readonly id: string;
  readonly op: string;
  readonly input?: string;
  readonly args: { readonly method?: string };
  readonly expected: { readonly tau2?: number; readonly peer_default_tau2?: number };
}

interface Input {
  readonly yi: (number | null)[];
  readonly vi: (number | null)[];
  readonly X?: Record<string, number[]>;
}

const FOLDER = join(import.meta.dirname, "../../../../reference/statistics");

/** Every fit of which the golden files also tell what R gives with its default rule, 1e-5. */
const cases = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".json"))
  .flatMap((name) => {
    const file = JSON.parse(readFileSync(join(FOLDER, name), "utf8")) as { inputs?: Record<string, Input>; cases: Case[] };
    return file.cases
      .filter(({ args, expected }) => typeof expected.peer_default_tau2 === "number" && ["ML", "REML", "EB"].includes(args.method ?? ""))
      .map((one) => ({ ...one, data: file.inputs![one.input!]! }));
  });

const known = (column: readonly (number | null)[]) => column.map((value) => value ?? undefined);

it("finds enough fits to be held to", () => {
  expect(cases.length).toBeGreaterThan(60);
});

it.each(cases)("stops where R's default rule stops: $id", ({ data, args, expected }) => {
  const request = {
    yi: known(data.yi),
    vi: known(data.vi),
    tau2: args.method as Tau2Method,
    ci: "z",
    scoring: { threshold: 1e-5 },
  } as const;
  const fit = data.X ? regress({ ...request, moderators: Object.values(data.X) }) : pool(request);
  if (!fit.ok) throw new Error(fit.refusal.code);
  expect(Math.abs(fit.value.tau2 - expected.peer_default_tau2!)).toBeLessThan(1e-10 * Math.max(1, expected.tau2!));
});

const STUDIES = { yi: [0.1, 0.9, -0.2, 0.6], vi: [0.04, 0.03, 0.05, 0.02], tau2: "REML", ci: "z" } as const;

it("comes to the exact answer when the rule is tight", () => {
  const exact = pool(STUDIES);
  const scored = pool({ ...STUDIES, scoring: { threshold: 1e-15 } });
  if (!exact.ok || !scored.ok) throw new Error("both have an answer");
  expect(scored.value.tau2).toBeCloseTo(exact.value.tau2, 12);
  expect(scored.value.tau2Se).toBeCloseTo(exact.value.tau2Se!, 12);
});

it("leaves a residue where the exact answer is 0, as R's does, for steps that lead below 0 are halved", () => {
  const { inputs } = JSON.parse(readFileSync(join(FOLDER, "clasp-lipsey.json"), "utf8")) as { inputs: { clasp: Input } };
  const request = { yi: known(inputs.clasp.yi), vi: known(inputs.clasp.vi), tau2: "ML", ci: "z" } as const;
  const exact = pool(request);
  const scored = pool({ ...request, scoring: { threshold: 1e-14, steps: 1000 } });
  if (!exact.ok || !scored.ok) throw new Error("both have an answer");
  expect(exact.value.tau2).toBe(0);
  expect(scored.value.tau2).toBeGreaterThan(0);
  expect(scored.value.tau2).toBeLessThan(1e-13);
});

it("refuses a rule that is no rule, and a set on which scoring never stops", () => {
  expect(pool({ ...STUDIES, scoring: { threshold: 0 } })).toMatchObject({ ok: false, refusal: { kind: "invalid", code: "threshold" } });
  expect(pool({ ...STUDIES, scoring: { threshold: Number.NaN } })).toMatchObject({ ok: false, refusal: { code: "threshold" } });
  // from the reference's edge cases: default scoring gives up, the maximum exists
  const failing = {
    yi: [0.059, -0.132, -0.216, -0.212, -0.351, 0.088],
    vi: [0.2172, 0.2342, 0.0922, 0.0621, 0.1745, 0.0046],
    tau2: "REML",
    ci: "z",
  } as const;
  expect(pool(failing).ok).toBe(true);
  expect(pool({ ...failing, scoring: { threshold: 1e-5 } })).toMatchObject({ ok: false, refusal: { code: "no-finite-tau2" } });
});

it("takes no part in estimators that are not scored", () => {
  const plain = pool({ ...STUDIES, tau2: "DL" });
  expect(pool({ ...STUDIES, tau2: "DL", scoring: { threshold: 1 } })).toEqual(plain);
});
