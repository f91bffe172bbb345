import type { Catalog } from "@calcar/catalog";
import type { AnyCoordinates, Study } from "@calcar/catalog/schema";
import type { Candidate } from "./candidate.ts";
import { type Coordinate, isAboutTheStudy, type Member, type Membership, type Miss, miss, type Refused, type Widening } from "./miss.ts";
import { nearest } from "./nearest.ts";
import { studyMisses } from "./study-misses.ts";

/**
 * Which studies a question takes, by their coordinates alone.
 *
 * A study is in when nothing stands against one of its ways in, or only what the reader chose to widen. Who came near is refused
 * with every reason: those of the same joint and disease that had the intervention, and those that got the intervention
 * and are about something else in one point only.
 *
 * @param waysIn every way in which a study could enter, best first
 * @returns members in order of year, then id
 */
export function membership<Row>(
  { studies }: Catalog,
  admits: AnyCoordinates,
  widen: readonly Widening[],
  waysIn: (study: Study) => readonly Candidate<Row>[],
): Membership<Row> {
  const ofStudies = found.get(studies) ?? new WeakMap<AnyCoordinates, Map<string, Membership<unknown>>>();
  const ofQuestion = ofStudies.get(admits) ?? new Map<string, Membership<unknown>>();
  const key = widen.toSorted().join(" ");
  const membership = ofQuestion.get(key) ?? judged(studies, admits, widen, waysIn);
  found.set(studies, ofStudies.set(admits, ofQuestion.set(key, membership)));
  return membership as Membership<Row>; // what a question admits belongs to that question alone, and so do its rows
}

/** A catalog never changes, so who is in a question is worked out once for each way of widening it. */
const found = new WeakMap<Catalog["studies"], WeakMap<AnyCoordinates, Map<string, Membership<unknown>>>>();

function judged<Row>(
  studies: Catalog["studies"],
  admits: AnyCoordinates,
  widen: readonly Widening[],
  waysIn: (study: Study) => readonly Candidate<Row>[],
): Membership<Row> {
  const all = [...studies.values()].map((study) => judge(study, admits, widen, waysIn(study)));
  const { members, duplicates } = onceEach(all.flatMap((one) => ("row" in one ? [one] : [])));
  const outside = [...all.flatMap((one) => ("row" in one ? [] : [one])), ...duplicates];
  const refused = outside.filter(isNear).toSorted(inOrder);
  return {
    members: members.toSorted(inOrder),
    refused,
    elsewhere: outside.length - refused.length,
    nearest: members.length === 0 ? nearest(outside) : [],
  };
}

function judge<Row>(
  study: Study,
  admits: AnyCoordinates,
  widen: readonly Widening[],
  ways: readonly Candidate<Row>[],
): Member<Row> | Refused {
  const general = studyMisses(study, admits);
  const isWidened = ({ coordinate }: Miss) => (widen as readonly Coordinate[]).includes(coordinate);
  const against = ({ misses }: Candidate<Row>) => misses.filter((one) => !isWidened(one)).length;
  const fewest = Math.min(...ways.map(against));
  const best = ways.find((way) => against(way) === fewest);
  const misses = [...general, ...(best?.misses ?? [])];
  if (best?.row === undefined || misses.some((one) => !isWidened(one))) return { study, misses };
  const others = new Set(ways.filter((way) => way.row !== undefined && against(way) === 0).map(({ arms }) => arms));
  if (others.size > 1)
    return { study, misses: [miss("arms", `more than one arm fits, and none is chosen silently: ${[...others].join("; ")}`)] };
  return { study, row: best.row, beyond: misses };
}

/** Two reports of one trial enter once: the longer follow-up of those admitted, the other is refused by name. */
function onceEach<Row>(found: readonly Member<Row>[]): { members: Member<Row>[]; duplicates: Refused[] } {
  const families = [...Map.groupBy(found, ({ study }) => study.trialFamily).values()].map((family) => family.toSorted(firstReport));
  return {
    members: families.map(([first]) => first!),
    duplicates: families.flatMap(([first, ...others]) =>
      others.map(({ study }) => ({ study, misses: [miss("duplicate", `reports the same trial as ${first!.study.id}`)] })),
    ),
  };
}

const firstReport = (a: Member<unknown>, b: Member<unknown>): number =>
  Number(a.study.pooling !== "admitted") - Number(b.study.pooling !== "admitted") ||
  (b.study.followUpMonths ?? 0) - (a.study.followUpMonths ?? 0) ||
  inOrder(a, b);

/** Same joint, same disease, and the intervention was given; or one point alone stands against it. */
const isNear = ({ misses, study }: Refused): boolean =>
  study.designClass !== "review" &&
  (isOnePointAway(misses) || !misses.some(({ coordinate }) => ["joint", "disease", "intervention"].includes(coordinate)));

function isOnePointAway(misses: readonly Miss[]): boolean {
  const [first, ...others] = misses.filter(isAboutTheStudy);
  return others.length === 0 && first?.coordinate !== "intervention";
}

interface Dated {
  readonly study: Study;
}
const LAST = 9999; // a study without a year comes after all others
const inOrder = (a: Dated, b: Dated): number =>
  (a.study.year ?? LAST) - (b.study.year ?? LAST) || (a.study.id < b.study.id ? -1 : a.study.id > b.study.id ? 1 : 0);
