/** An interval as far as the axis reaches, and on which sides it runs on. */
export interface Cut {
  readonly low: number;
  readonly high: number;
  readonly below: boolean;
  readonly above: boolean;
}

export const cutTo = ([low, high]: readonly [number, number], [least, most]: readonly [number, number]): Cut => ({
  low: Math.min(Math.max(low, least), most),
  high: Math.max(Math.min(high, most), least),
  below: low < least,
  above: high > most,
});

export const isCut = ({ below, above }: Cut): boolean => below || above;
