import type { Outcome, Study } from "@calcar/catalog/schema";
import type { Statement } from "./statement.ts";
import type { TypicalSd } from "./typical-sd.ts";

/** Every spread of a study that is printed as a standard deviation, or as nobody says what, beside what the score has elsewhere. */
export const spreadStatements = (study: Study, typical: TypicalSd): Statement[] =>
  study.outcomes.flatMap((outcome) => {
    const typicalSd = typical(outcome);
    if (typicalSd === undefined) return [];
    return spreadsOf(outcome).map(
      ({ name, mean, sd, n }): Statement => ({
        kind: "mean",
        says: `${[outcome.id, outcome.arm ?? outcome.group, name].filter((part) => part !== undefined).join(", ")}: spread`,
        mean,
        sd,
        ...(n === undefined || n < 1 ? {} : { n }),
        typicalSd,
      }),
    );
  });

interface Spread {
  readonly name?: string;
  readonly mean: number;
  readonly sd: number;
  readonly n: number | undefined;
}

function spreadsOf(outcome: Outcome): Spread[] {
  if (outcome.type === "value") {
    const { mean, n, dispersionType } = outcome;
    const sd = dispersionType === "unclear" ? outcome.dispersion : outcome.sd;
    return sd === undefined || dispersionType === "SE" ? [] : [{ mean, sd, n }];
  }
  if (outcome.type !== "change") return [];
  const { baseline, followUp, n } = outcome;
  return [
    { name: "before", moment: baseline },
    { name: "after", moment: followUp },
  ].flatMap(({ name, moment }) => (moment?.sd === undefined ? [] : [{ name, mean: moment.mean, sd: moment.sd, n: moment.n ?? n }]));
}
