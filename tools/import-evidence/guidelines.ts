import type { Guideline, Position } from "@calcar/catalog";
import type { Verified } from "@calcar/vocabulary";
import { BODIES, SAME_POSITION, TITLES } from "./guideline-bodies.ts";
import { type AvnPosition, given, type OaPosition, type Raw } from "./raw.ts";
import { STILL_VALID_ON } from "./sources.ts";

type IdOf = (old: string) => string;

/** Texts about a guideline: what is read there is never read in the guideline itself. */
const ABOUT_OTHERS = new Set(["docoa", "acr-aahks-2023-news", "acr-2019-deck", "acr-2019-empr", "aaos24-pr"]);

const GRADES: readonly Verified[] = ["source-text", "secondary-source", "seed-only", "recalled"];
const weaker = (a: Verified, b: Verified): Verified => (GRADES.indexOf(a) > GRADES.indexOf(b) ? a : b);

/** Positions of both files, the same ones joined, grouped by body and year. */
export function importGuidelines({ avn, oa }: Raw, idOf: IdOf): Map<string, Guideline> {
  const guidelines = new Map<string, Guideline>();
  const under = (name: string, year: number | null | undefined, title: string | undefined, position: Position): void => {
    const body = BODIES[name];
    if (!body) throw new Error(`no body ${name}`);
    const id = typeof year === "number" ? `${body.id}-${year}` : body.id;
    const { organisation, shortName, kind } = body;
    const before = guidelines.get(id);
    const known = TITLES[id] ?? title ?? before?.title ?? `${shortName} ${year ?? ""}`.trim();
    const positions = [...(before?.positions ?? []), position];
    guidelines.set(id, { id, organisation, shortName, year: given(year), title: known, kind, positions, stillValidOn: STILL_VALID_ON });
  };
  const second = new Map(oa.guidelines.map((raw) => [raw.id, raw]));
  const twin = new Map(Object.entries(SAME_POSITION).map(([theirs, ours]) => [ours, second.get(theirs)]));
  for (const raw of avn.guidelines) {
    const same = twin.get(raw.id);
    under(raw.body, raw.year, same?.title, same ? joined(avnPosition(raw, idOf), oaPosition(same, idOf)) : avnPosition(raw, idOf));
  }
  for (const raw of oa.guidelines) if (!(raw.id in SAME_POSITION)) under(raw.organisation, raw.year, raw.title, oaPosition(raw, idOf));
  return guidelines;
}

/** One position read twice: the fuller wording stands, every ground and remark of both stays. */
function joined(ours: Position, theirs: Position): Position {
  const seen = new Set(ours.grounds.map(({ source }) => source));
  const unlike = (what: string, a: string | undefined, b: string | undefined) =>
    a && b && a !== b && b !== "not graded" ? `Another reading of the ${what}: ${b}.` : undefined;
  const notes = [
    ours.note,
    theirs.note,
    unlike("strength", ours.strength, theirs.strength),
    unlike("certainty", ours.certainty, theirs.certainty),
  ];
  return {
    ...ours,
    joint: ours.joint ?? theirs.joint,
    strength: ours.strength ?? theirs.strength,
    certainty: ours.certainty ?? theirs.certainty,
    says: theirs.says.length > ours.says.length ? theirs.says : ours.says,
    grounds: [...ours.grounds.map((ground) => agreed(ground, theirs)), ...theirs.grounds.filter(({ source }) => !seen.has(source))],
    note: notes.filter(Boolean).join(" ") || undefined,
    alsoKnownAs: theirs.id === ours.id ? undefined : [theirs.id],
  };
}

/** Where two readers grade the same source differently the weaker grade stands. */
function agreed(ground: Position["grounds"][number], { grounds }: Position): Position["grounds"][number] {
  const other = grounds.find(({ source }) => source === ground.source);
  return other ? { ...ground, verified: weaker(ground.verified, other.verified) } : ground;
}

function avnPosition(raw: AvnPosition, idOf: IdOf): Position {
  const onfh = raw.condition === "ONFH";
  const printed = given(raw.direction);
  return {
    id: raw.id === "baton-noCPG" ? "baton-no-cpg" : raw.id,
    condition: onfh ? "onfh" : "hip-oa",
    joint: "hip",
    population: raw.condition === "hip OA" || onfh ? undefined : raw.condition === "as above" ? SURGICAL : raw.condition,
    intervention: raw.intervention,
    about: aboutOf(raw.intervention),
    direction: directionOf(raw),
    directionAsPrinted: printed === "for" || printed === "against" ? undefined : printed,
    strength: strengthOf(raw.strength),
    certainty: given(raw.certainty),
    says: raw.summary,
    grounds: [{ source: idOf(raw.source), at: given(raw.where), verified: raw.verified }],
    note: given(raw.note),
  };
}

const SURGICAL = "hip OA moderate-severe, or advanced ONFH with secondary arthritis, after failed non-operative care";

function strengthOf(strength: AvnPosition["strength"]): string | undefined {
  if (!strength || typeof strength === "string") return given(strength) as string | undefined;
  const { scale, mean, sem, grade, range } = strength;
  const figure = range ? `${range[0]} to ${range[1]}` : `${mean} (SEM ${sem})`;
  return `${figure} on ${scale}${grade ? `, grade ${grade}` : ""}`;
}

function directionOf({ id, direction, strength }: AvnPosition): Position["direction"] {
  if (!direction) return "unstated";
  if (direction === "weak/against") return typeof strength === "object" && strength?.grade === "not recommended" ? "against" : "neutral";
  if (direction === "not for hip") return "none-found";
  if (direction === "no preference" || id === "mont20-cells") return "neutral"; // a review that finds cells promising recommends nothing
  if (direction.startsWith("against")) return "against";
  return "for"; // "for", "for (second line)", "may be tried", "consider"
}

export function aboutOf(intervention: string): Position["about"] {
  if (/stem|cell|regenerative|marrow|exosome|\bMSC\b/i.test(intervention)) return "cell-therapy";
  if (/\bPRP\b|platelet/i.test(intervention)) return "prp";
  if (/THA|replacement|arthroplasty|delay|diabetes|nicotine|bone loss/i.test(intervention)) return "arthroplasty";
  return /core decompression/i.test(intervention) ? "core-decompression" : "other";
}

const DIRECTIONS: Readonly<Record<string, Position["direction"]>> = {
  "regulatory-warning": "warning",
  "for delay": "for",
  "against delay": "against",
};

function oaPosition(raw: OaPosition, idOf: IdOf): Position {
  const delay = raw.direction.endsWith(" delay");
  const intervention = delay ? `delaying arthroplasty for ${raw.intervention}` : raw.intervention;
  const plain = ["for", "against", "research-only", "none-found", "warning", "context", "superseded"] as const;
  const direction = plain.find((word) => word === raw.direction) ?? DIRECTIONS[raw.direction];
  if (!direction) throw new Error(`${raw.id}: direction ${raw.direction}`);
  const grounds = [...new Set(raw.sourceIds.map(idOf))].map((source) => ({
    source,
    verified: ABOUT_OTHERS.has(source) ? weaker(raw.verified, "secondary-source") : raw.verified,
  }));
  return {
    id: raw.id,
    condition: raw.joint === "hip" ? "hip-oa" : raw.joint === "knee" ? "other" : "oa-any",
    joint: raw.joint,
    intervention,
    about: aboutOf(intervention),
    direction,
    directionAsPrinted: direction === raw.direction ? undefined : raw.direction,
    strength: raw.strength === "n/a" ? undefined : given(raw.strength),
    certainty: raw.certainty === "n/a" ? undefined : given(raw.certainty),
    says: raw.recommendation,
    grounds,
    note: given(raw.note),
  };
}
