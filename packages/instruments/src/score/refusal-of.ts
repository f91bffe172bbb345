import type { Refusal } from "@calcar/vocabulary";
import { idsOf } from "./marks.ts";
import { REFUSED, type ScoreRow } from "./score-row.ts";
import type { Scorer } from "./scorer.ts";

/**
 * Why one place of a score row is refused, in full; null where it is scored.
 *
 * @param where the subscale's place, and the row of answers it was computed from
 * @refuses incomplete/items-missing, too-few-answered and subscales-missing with what is missing;
 *   incomplete/value-set-not-named; not-applicable/value-set-of-another-instrument, profile-not-in-value-set;
 *   not-permitted/unconfirmed when a part of the definition was not confirmed, `missing` names it
 */
export function refusalOf(scorer: Scorer, row: ScoreRow, where: { readonly place: number; readonly given: Float64Array }): Refusal | null {
  const { place, given } = where;
  const { columns, items, of } = scorer.subscales[place]!;
  const unanswered = () => items.filter((_, i) => Number.isNaN(given[columns[i]!])).map(({ code }) => code);
  switch (row.refused[place]) {
    case 0:
      return null;
    case REFUSED.itemsMissing:
      return { kind: "incomplete", code: "items-missing", missing: unanswered() };
    case REFUSED.tooFewAnswered:
      return { kind: "incomplete", code: "too-few-answered", missing: unanswered() };
    case REFUSED.subscalesMissing: {
      const missing = [...of].filter((part) => row.refused[part] !== 0).map((part) => scorer.subscales[part]!.subscale.id);
      return { kind: "incomplete", code: "subscales-missing", missing };
    }
    case REFUSED.unconfirmed:
      return { kind: "not-permitted", code: "unconfirmed", missing: idsOf(scorer.instrument, row.marks[place]!) };
    case REFUSED.valueSetNotNamed:
      return { kind: "incomplete", code: "value-set-not-named", missing: ["value-set"] };
    case REFUSED.valueSetOfAnother:
      return { kind: "not-applicable", code: "value-set-of-another-instrument" };
    default:
      return { kind: "not-applicable", code: "profile-not-in-value-set" };
  }
}
