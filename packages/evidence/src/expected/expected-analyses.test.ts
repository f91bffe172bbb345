import { readFileSync } from "node:fs";
import type { Outcome } from "@calcar/catalog/schema";
import { catalog } from "@calcar/catalog/testing";
import {
  changeEffect,
  chiSquare,
  type Effect,
  fisherExact,
  meanEffect,
  pool,
  proportionEffects,
  proportionInterval,
  type Table,
  tableEffects,
} from "@calcar/statistics";
import { isEstablished, type Result } from "@calcar/vocabulary";
import { describe, expect, it } from "vitest";

type Pair = [string, string];
type Row = { readonly study: string; readonly outcome: string };
interface Case<Args, Expected> {
  readonly id: string;
  readonly op: string;
  readonly asks: string;
  readonly args: Args;
  readonly expected: Expected;
}

const reference = new URL("../../../../reference/evidence/expected-analyses.json", import.meta.url);
const { cases } = JSON.parse(readFileSync(reference, "utf8")) as { cases: Case<unknown, unknown>[] };
const of = <Args, Expected>(op: string) => cases.filter((each) => each.op === op) as Case<Args, Expected>[];

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
};
function outcome<Type extends Outcome["type"]>({ study, outcome: id }: Row, type: Type): Extract<Outcome, { type: Type }> {
  const found = catalog.studies.get(study)?.outcomes.find((each) => each.id === id);
  if (found?.type !== type) throw new Error(`${study} has no outcome ${id} of type ${type}`);
  return found as Extract<Outcome, { type: Type }>;
}

/** Printed to so many decimals: half of the last digit, and a hair for halves. */
const decimals = (printed: number): number => String(printed).split(".")[1]?.length ?? 0;
const asPrinted = (found: number, printed: number) =>
  expect(Math.abs(found - printed)).toBeLessThanOrEqual(0.501 * 10 ** -decimals(printed));
function eachAsPrinted(found: readonly number[], printed: readonly number[]) {
  for (const [i, number] of printed.entries()) asPrinted(found[i]!, number);
}

const Z = 1.959963984540054;
const normalInterval = (estimate: number, se: number): number[] => [estimate - Z * se, estimate + Z * se];

it("knows all 14 expected analyses, each under a name of its own", () => {
  expect(cases).toHaveLength(14);
  expect(new Set(cases.map(({ id }) => id)).size).toBe(14);
});

function changed(row: Row, r: number): Effect {
  const { baseline, followUp, n } = outcome(row, "change");
  return value(changeEffect("MC", { mPost: followUp!.mean, mPre: baseline!.mean, sdPre: baseline!.sd!, sdPost: followUp!.sd!, n: n!, r }));
}

interface PooledChange {
  readonly fixed: number;
  readonly fixedCi: number[];
  readonly random: number;
  readonly randomCi: number[];
  readonly q: number;
  readonly df: number;
  readonly i2: number;
  readonly tau2: number;
}

describe.each(of<{ rows: Row[] }, Record<string, PooledChange>>("pool-changes"))("$id: $asks", ({ args, expected }) => {
  it.each(Object.entries(expected))("%s as worked: a change, never an effect", (name, printed) => {
    const effects = args.rows.map((row) => changed(row, Number(name.replace("r=", ""))));
    const request = { yi: effects.map(({ yi }) => yi), vi: effects.map(({ vi }) => vi), ci: "z" as const };
    const fixed = value(pool({ ...request, tau2: "EE" }));
    const random = value(pool({ ...request, tau2: "DL" }));
    eachAsPrinted([fixed.estimate, ...fixed.ci], [printed.fixed, ...printed.fixedCi]);
    eachAsPrinted([random.estimate, ...random.ci], [printed.random, ...printed.randomCi]);
    eachAsPrinted([fixed.q!.q, fixed.q!.df, fixed.i2!, random.tau2], [printed.q, printed.df, printed.i2, printed.tau2]);
  });
});

it.each(of<{ row: Row; r: number }, { change: number; sd: number; se: number; ci: number[] }>("change"))(
  "$id: $asks: as worked, a change and never an effect",
  ({ args, expected }) => {
    const { yi, vi } = changed(args.row, args.r);
    const se = Math.sqrt(vi);
    asPrinted(yi, expected.change);
    asPrinted(se * Math.sqrt(outcome(args.row, "change").n!), expected.sd);
    asPrinted(se, expected.se);
    eachAsPrinted(normalInterval(yi, se), expected.ci);
  },
);

interface Difference {
  readonly md: number;
  readonly se: number;
  readonly ci: number[];
}
interface Differences {
  readonly study: string;
  readonly nPerArmAssumed: number;
  readonly pairs: Record<string, Pair>;
}

function difference({ yi, vi }: Effect, { md, se, ci }: Difference) {
  asPrinted(yi, md);
  asPrinted(Math.sqrt(vi), se);
  eachAsPrinted(normalInterval(yi, Math.sqrt(vi)), ci);
}

describe.each([
  ...of<Differences, Record<string, Difference>>("difference-after"),
  ...of<Differences, Record<string, Difference>>("difference-of-changes"),
])("$id: $asks", ({ op, args, expected }) => {
  it.each(Object.entries(expected))(
    `%s as worked, with ${args.nPerArmAssumed} in each arm assumed, since no text at hand says`,
    (name, printed) => {
      const [a, b] = args.pairs[name]!.map((id) => outcome({ study: args.study, outcome: id }, "change"));
      const [m1, m2] = [a, b].map((arm) => (op === "difference-after" ? arm!.followUp : arm!.change)!);
      const n = args.nPerArmAssumed;
      difference(value(meanEffect("MD", { m1: m1!.mean, sd1: m1!.sd!, n1: n, m2: m2!.mean, sd2: m2!.sd!, n2: n })), printed);
    },
  );
});

describe.each(of<Differences, Record<string, Difference>>("difference-from-intervals"))("$id: $asks", ({ args, expected }) => {
  it.each(Object.entries(expected))("%s as worked, standard errors from the printed intervals", (name, printed) => {
    const [a, b] = args.pairs[name]!.map((id) => outcome({ study: args.study, outcome: id }, "value"));
    const variance = (arm: typeof a) => ((arm!.interval![1] - arm!.interval![0]) / (2 * Z)) ** 2;
    difference({ yi: a!.mean - b!.mean, vi: variance(a) + variance(b) }, printed);
  });
});

interface Counted {
  readonly study: string;
  readonly intervention: string[];
  readonly comparator: string[];
}
interface Tested {
  readonly rr: number;
  readonly rrCi: number[];
  readonly oR?: number;
  readonly orCi?: number[];
  readonly rd?: number;
  readonly chi2p?: number;
  readonly fisherP: number;
}

function summed(study: string, ids: readonly string[]) {
  const counts = ids.map((id) => outcome({ study, outcome: id }, "events"));
  return { events: counts.reduce((all, { events }) => all + events, 0), total: counts.reduce((all, { total }) => all + total, 0) };
}

it.each(of<Counted, Tested>("table"))("$id: $asks: as worked, by every test that was printed", ({ args, expected }) => {
  const [i, c] = [summed(args.study, args.intervention), summed(args.study, args.comparator)];
  const table: Table = { ai: i.events, bi: i.total - i.events, ci: c.events, di: c.total - c.events };
  const rule = { add: 0.5, to: "only0", drop00: true } as const;
  const ratio = (measure: "RR" | "OR") => {
    const { yi, vi } = value(tableEffects(measure, [table], rule))[0]!;
    return [yi, ...normalInterval(yi, Math.sqrt(vi))].map(Math.exp);
  };
  eachAsPrinted(ratio("RR"), [expected.rr, ...expected.rrCi]);
  if (expected.oR !== undefined) eachAsPrinted(ratio("OR"), [expected.oR, ...expected.orCi!]);
  if (expected.rd !== undefined) asPrinted(value(tableEffects("RD", [table], rule))[0]!.yi, expected.rd);
  asPrinted(value(fisherExact({ a: i.events, m: i.total, b: c.events, n: c.total })).p, expected.fisherP);
  if (expected.chi2p !== undefined) asPrinted(chiSquare(1).upper(chi2(table)), expected.chi2p);
});

const chi2 = ({ ai, bi, ci, di }: Table): number =>
  ((ai + bi + ci + di) * (ai * di - bi * ci) ** 2) / ((ai + bi) * (ci + di) * (ai + ci) * (bi + di));

interface Share {
  readonly p: number;
  readonly wilson95: number[];
}

describe.each(of<{ rows: Record<string, Row> }, Record<string, Share & { ci: number[]; i2: number }>>("proportions"))(
  "$id: $asks",
  ({ args, expected }) => {
    it.each(Object.entries(args.rows))("%s as worked, by Wilson", (name, row) => {
      const { events, total } = outcome(row, "events");
      const { estimate, ci } = value(proportionInterval(events, total));
      eachAsPrinted([estimate, ...ci], [expected[name]!.p, ...expected[name]!.wilson95]);
    });
  },
);

const pooledShares = of<{ rows: Record<string, Row> }, Record<string, Share & { ci: number[]; i2: number }>>("proportions").filter(
  ({ expected }) => expected["pooled logit DL"] !== undefined,
);

it.each(pooledShares)("$id: $asks: pooled on the logit scale as worked, for illustration", ({ args, expected }) => {
  const counts = Object.values(args.rows).map((row) => outcome(row, "events"));
  const shares = counts.map(({ events, total }) => ({ xi: events, ni: total }));
  const effects = value(proportionEffects("PLO", shares, { add: 0.5, to: "only0" }));
  const request = { yi: effects.map((effect) => effect?.yi), vi: effects.map((effect) => effect?.vi), ci: "z" as const };
  const { estimate, ci } = value(pool({ ...request, tau2: "DL" }));
  const back = (logit: number) => 1 / (1 + Math.exp(-logit));
  const printed = expected["pooled logit DL"]!;
  eachAsPrinted([back(estimate), ...ci.map(back)], [printed.p, ...printed.ci]);
  asPrinted(value(pool({ ...request, tau2: "EE" })).i2!, printed.i2);
});

it.each(of<{ study: string }, Share>("adverse-events"))("$id: $asks: as worked, by Wilson", ({ args, expected }) => {
  const { events, n } = catalog.studies.get(args.study)!.adverseEvents!;
  const { estimate, ci } = value(proportionInterval(events!, n!));
  eachAsPrinted([estimate, ...ci], [expected.p, ...expected.wilson95]);
});

describe.each(of<{ rows: Record<string, Row> }, Record<string, number>>("relative-fall"))("$id: $asks", ({ args, expected }) => {
  it.each(Object.entries(args.rows))("%s as worked; a mean fall is no responder rate", (name, row) => {
    const { baseline, followUp, ground } = outcome(row, "change");
    asPrinted(1 - followUp!.mean / baseline!.mean, expected[name]!);
    expect(isEstablished(ground.verified)).toBe(!name.includes("seed-only"));
  });
});

it.each(of<{ study: string; established: string[]; notEstablished: string[] }, string>("cannot-be-reproduced"))(
  "$id: $asks: cannot be reproduced: a cited constant without interval, and the rest stands only in a seed page",
  ({ args }) => {
    const reported = (id: string) => outcome({ study: args.study, outcome: id }, "reported");
    expect(catalog.studies.get(args.study)?.pooling).toBe("excluded");
    for (const { ground, interval, value: printed } of args.established.map(reported)) {
      expect([isEstablished(ground.verified), interval, printed]).toEqual([true, undefined, -1.2]);
    }
    expect(args.notEstablished.map(reported).filter(({ ground }) => isEstablished(ground.verified))).toEqual([]);
  },
);

describe.each(of<{ rows: Record<string, [Row, number]> }, Record<string, { md: number; ci: number[] | null }>>("per-ten"))(
  "$id: $asks",
  ({ args, expected }) => {
    it.each(Object.entries(args.rows))("%s on 0 to 10 as worked; the reviews overlap and are not pooled", (name, [row, divisor]) => {
      const { value: md, interval } = outcome(row, "reported");
      asPrinted((md as number) / divisor, expected[name]!.md);
      if (interval === undefined) expect(expected[name]!.ci).toBeNull();
      else
        eachAsPrinted(
          interval.map((limit) => limit / divisor),
          expected[name]!.ci!,
        );
    });
  },
);
