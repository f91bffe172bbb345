import { expect, it } from "vitest";
import { glmmRates, glmmSingleRates } from "./index.ts";

const STRATA = [
  { x1: 5, t1: 20, x2: 9, t2: 21 },
  { x1: 3, t1: 11, x2: 7, t2: 14 },
  { x1: 18, t1: 30, x2: 6, t2: 28 },
  { x1: 2, t1: 16, x2: 8, t2: 19 },
];

const valued = (fit: ReturnType<typeof glmmRates>) => {
  if (!fit.ok) throw new Error(fit.refusal.code);
  return fit.value;
};

it("has one common ratio, whether baselines are free or conditioned away", () => {
  const free = valued(glmmRates({ strata: STRATA, model: "UM.FS", method: "EE" }));
  const given = valued(glmmRates({ strata: STRATA, model: "CM.EL", method: "EE" }));
  expect(given.estimate).toBeCloseTo(free.estimate, 7);
  expect(given.se).toBeCloseTo(free.se, 6);
  expect(given.lrt.statistic).toBeCloseTo(free.lrt.statistic, 7);
});

it.each(["UM.FS", "UM.RS", "CM.EL"] as const)("does not ask for the unit of time, nor which group comes first: %s", (model) => {
  const fit = valued(glmmRates({ strata: STRATA, model, method: "ML" }));
  const days = STRATA.map(({ t1, t2, ...counts }) => ({ ...counts, t1: t1 * 365.25, t2: t2 * 365.25 }));
  const swapped = STRATA.map(({ x1, t1, x2, t2 }) => ({ x1: x2, t1: t2, x2: x1, t2: t1 }));
  expect(valued(glmmRates({ strata: days, model, method: "ML" })).estimate).toBeCloseTo(fit.estimate, 4);
  expect(valued(glmmRates({ strata: swapped, model, method: "ML" })).estimate).toBeCloseTo(-fit.estimate, 4);
  expect(valued(glmmRates({ strata: swapped, model, method: "ML" })).tau2).toBeCloseTo(fit.tau2, 3);
});

it("is the plain rate when single groups share one", () => {
  const fit = valued(
    glmmSingleRates({
      counts: [
        { xi: 3, ti: 20 },
        { xi: 6, ti: 18 },
        { xi: 4, ti: 22 },
      ],
      method: "EE",
    }),
  );
  expect(fit.estimate).toBeCloseTo(Math.log(13 / 60), 7);
  expect(fit.se).toBeCloseTo(1 / Math.sqrt(13), 6);
});

it("leaves out strata without events and says so", () => {
  const fit = valued(glmmRates({ strata: [...STRATA, { x1: 0, t1: 5, x2: 0, t2: 5 }], model: "CM.EL", method: "ML" }));
  expect(fit).toMatchObject({ k: 4, flags: ["tables-without-own-effect"] });
});

it.each<[string, object, string]>([
  [
    "a count below 0",
    {
      counts: [
        { xi: -1, ti: 2 },
        { xi: 1, ti: 2 },
      ],
    },
    "negative-count",
  ],
  [
    "no time",
    {
      counts: [
        { xi: 1, ti: 0 },
        { xi: 1, ti: 2 },
      ],
    },
    "person-time",
  ],
  ["one group", { counts: [{ xi: 1, ti: 2 }] }, "too-few-studies"],
  [
    "no event anywhere",
    {
      counts: [
        { xi: 0, ti: 2 },
        { xi: 0, ti: 2 },
      ],
    },
    "no-finite-effect",
  ],
])("refuses %s", (_, request, code) => {
  expect(glmmSingleRates({ method: "ML", ...request } as never)).toMatchObject({ ok: false, refusal: { code } });
});
