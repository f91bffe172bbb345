/** What one questionnaire comes to, one place per subscale: plain numbers, so that a million of them cost little. */
export interface ScoreRow {
  readonly values: Float64Array; // NaN where refused
  readonly raw: Float64Array; // sum of the answered items' points
  readonly se: Float64Array; // NaN where the table prints none
  readonly answered: Uint16Array;
  readonly imputed: Uint16Array;
  readonly refused: Uint8Array; // 0 scored, else one of `REFUSED`
  readonly marks: Uint32Array; // bit i: rests on the i-th entry of `instrument.unconfirmed`
}

/** Why a place of a row is refused. */
export const REFUSED = {
  itemsMissing: 1,
  tooFewAnswered: 2,
  subscalesMissing: 3,
  unconfirmed: 4,
  valueSetNotNamed: 5,
  valueSetOfAnother: 6,
  notInValueSet: 7,
} as const;

export const emptyRow = (subscales: number): ScoreRow => ({
  values: new Float64Array(subscales),
  raw: new Float64Array(subscales),
  se: new Float64Array(subscales),
  answered: new Uint16Array(subscales),
  imputed: new Uint16Array(subscales),
  refused: new Uint8Array(subscales),
  marks: new Uint32Array(subscales),
});
