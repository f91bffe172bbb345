/** Types that both engines hand over as their text, by object id: JavaScript has no exact counterpart of them. */
export const KEPT_AS_TEXT: readonly number[] = [
  20, // int8
  1082, // date
  1114, // timestamp without time zone
  1186, // interval
  1700, // numeric
];
