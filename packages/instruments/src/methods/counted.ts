import { REFUSED, type ScoreRow } from "../score/score-row.ts";
import type { Compute, Ready } from "./method.ts";

/**
 * Counts the answered items and adds up their points before a method on items runs; refuses what the missing-item rule refuses.
 *
 * @param gapMarks of an unconfirmed rule; complete answers need no rule, so they bear on gaps only
 */
export function counted(ready: Ready, gapMarks: number, compute: Compute): Compute {
  const { place, columns, atLeast } = ready;
  const tally = tallyOf(ready);
  return (answers, row) => {
    tally(answers, row);
    const answered = row.answered[place]!;
    if (answered < atLeast) {
      row.refused[place] = atLeast === columns.length ? REFUSED.itemsMissing : REFUSED.tooFewAnswered;
      return;
    }
    if (answered < columns.length) {
      row.imputed[place] = columns.length - answered;
      row.marks[place]! |= gapMarks;
    }
    compute(answers, row);
  };
}

/** Writes the number of answered items and the sum of their points. */
function tallyOf({ place, columns, items }: Ready): Compute {
  const recodes = items.map(({ countsAs, takes }) => countsAs && { countsAs, from: takes.kind === "whole" ? takes.range[0] : 0 });
  if (recodes.every((recode) => recode === undefined)) return plainTally(place, columns);
  return (answers, row: ScoreRow) => {
    const given = Array.from(columns, (column, i) => ({ answer: answers[column]!, recode: recodes[i] })).filter(
      ({ answer }) => !Number.isNaN(answer),
    );
    row.answered[place] = given.length;
    row.raw[place] = given.reduce((sum, { answer, recode }) => sum + (recode ? recode.countsAs[answer - recode.from]! : answer), 0);
  };
}

function plainTally(place: number, columns: Int32Array): Compute {
  return (answers, row) => {
    let total = 0;
    let answered = 0;
    for (let i = 0; i < columns.length; i++) {
      const answer = answers[columns[i]!]!;
      if (Number.isNaN(answer)) continue;
      total += answer;
      answered++;
    }
    row.raw[place] = total;
    row.answered[place] = answered;
  };
}

/** Refuses a method on subscales where one of them has no score, and carries their counts and marks over. */
export function joined({ place, of }: Ready, compute: Compute): Compute {
  return (answers, row) => {
    for (const part of of) {
      row.answered[place]! += row.answered[part]!;
      row.imputed[place]! += row.imputed[part]!;
      row.marks[place]! |= row.marks[part]!;
      const refused = row.refused[part]!;
      if (refused !== 0 && refused !== REFUSED.unconfirmed) row.refused[place] = REFUSED.subscalesMissing;
    }
    if (row.refused[place] === 0) compute(answers, row);
  };
}
