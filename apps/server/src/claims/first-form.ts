import type { EvidenceBeside } from "@calcar/claims";
import type { Held } from "./held.ts";

/** A check as it was kept at first: sources and evidence with the rule, one piece of evidence for each, all on hip osteoarthritis. */
interface FirstForm extends Omit<Held, "form" | "said" | "evidence"> {
  readonly form: 1;
  readonly said: Readonly<Record<string, FirstSaid>>;
}

type FirstSaid = Omit<Held["said"][string], "says"> & {
  readonly sources: readonly string[];
  readonly question?: string;
  readonly evidence?: Omit<EvidenceBeside, "outcome" | "condition" | "about" | "results"> & {
    readonly question: string;
    readonly asks: string;
  };
};

export const isFirstForm = (held: unknown): held is FirstForm =>
  typeof held === "object" && held !== null && "form" in held && held.form === 1;

/** The same as it is kept now: what it said then stays as it was said. */
export function secondForm({ form: _, said, findings, suppressed, ...held }: FirstForm): Held {
  const told = Object.entries(said);
  const beside = told.flatMap(([rule, { evidence }]) => (evidence ? [{ rule, evidence: withTopic(evidence) }] : []));
  const more = ({ rule }: { readonly rule: string }) => {
    const place = beside.findIndex((one) => one.rule === rule);
    return { sources: said[rule]!.sources, ...(place >= 0 && { evidence: [place] }) };
  };
  return {
    ...held,
    form: 2,
    said: Object.fromEntries(
      told.map(([rule, { sources: __, question: ___, evidence: ____, ...rest }]) => [
        rule,
        { ...rest, says: held.names.rules[rule] ?? { en: rule } },
      ]),
    ),
    evidence: beside.map(({ evidence }) => evidence),
    findings: findings.map((finding) => ({ ...finding, ...more(finding) })),
    suppressed: suppressed.map((finding) => ({ ...finding, ...more(finding) })),
  };
}

const withTopic = (evidence: NonNullable<FirstSaid["evidence"]>): EvidenceBeside => ({
  ...evidence,
  outcome: evidence.question,
  condition: "hip-oa",
  about: { en: evidence.asks },
  results: [],
});
