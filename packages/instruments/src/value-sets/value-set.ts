/** Index values of one country for every profile of one instrument, supplied by a licensee and named with every index. */
export interface ValueSet {
  readonly id: string; // "pl-2019"
  readonly instrument: string;
  readonly country: string;
  readonly source: string; // the publication it comes from
  readonly licence: string; // under which the clinic uses it
  readonly range: readonly [number, number]; // worst and best profile
  readonly digest: string; // of its content
  readonly index: (profile: string) => number | undefined; // "21345"
}
