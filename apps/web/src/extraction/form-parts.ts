import type { Problem } from "./shapes.ts";

/** The parts of the form, in the order in which a paper is read. The last one shows the file. */
export const PARTS = ["paper", "study", "arms", "outcomes", "harms", "file"] as const;
export type Part = (typeof PARTS)[number];

export const readPart = ({ part }: Record<string, unknown>): { part?: Part } => {
  const found = PARTS.find((one) => one === part);
  return found === undefined ? {} : { part: found };
};

const PART_OF: Readonly<Record<string, Part>> = {
  id: "paper",
  paper: "paper",
  otherSources: "paper",
  trialFamily: "paper",
  arms: "arms",
  outcomes: "outcomes",
  adverseEvents: "harms",
  participants: "harms",
  limitations: "harms",
  funding: "harms",
  provenance: "harms",
  riskOfBiasNotes: "harms",
  verified: "harms",
  stillValidOn: "harms",
};

/** The part of the form in which a place is to be mended. */
export const partOf = (place: string): Part => PART_OF[/^\w+/.exec(place)?.[0] ?? ""] ?? "study";

/** How many things are open in a part. */
export const openIn = (problems: readonly Problem[], part: Part): number => problems.filter(({ place }) => partOf(place) === part).length;

/** Problems in the order of the form; within a part as the server names them. */
export const inOrder = (problems: readonly Problem[]): Problem[] =>
  problems.toSorted((a, b) => PARTS.indexOf(partOf(a.place)) - PARTS.indexOf(partOf(b.place)));
