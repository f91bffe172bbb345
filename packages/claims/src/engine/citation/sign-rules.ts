import type { Catalog, CitationSign, ClaimRule } from "@calcar/catalog";
import { isEstablished } from "@calcar/vocabulary";

type Entry = Catalog["claims"][number];
type CitationEntry = Extract<ClaimRule, { kind: "citation" }> & Pick<Entry, "cases">;

/** Signs of the citation rule and misreadings of all studies, each as a rule of phrases with an id of its own. */
export function signRules({ claims, studies }: Pick<Catalog, "claims" | "studies">): readonly ClaimRule[] {
  const rule = claims.find((each): each is CitationEntry => each.kind === "citation");
  return rule === undefined ? [] : [...ofSigns(rule), ...ofMisreadings(rule, studies)];
}

const ofSigns = (rule: CitationEntry): ClaimRule[] =>
  (Object.entries(rule.signs) as [CitationSign, CitationEntry["signs"][CitationSign]][]).flatMap(([sign, patterns]) =>
    patterns === undefined ? [] : [phrase(rule, sign, patterns)],
  );

const ofMisreadings = (rule: CitationEntry, studies: Catalog["studies"]): ClaimRule[] =>
  [...studies.values()].flatMap(({ id, misreadings = [] }) =>
    misreadings
      .filter(({ grounds }) => grounds.every(({ verified }) => isEstablished(verified)))
      .map((misreading) => phrase(rule, misreadingId(id, misreading.id), misreading.match)),
  );

const phrase = ({ checks: _, signs: __, cases: ___, ...rule }: CitationEntry, id: string, patterns: readonly (string | object)[]) =>
  ({ ...rule, kind: "phrase", id, patterns }) as unknown as ClaimRule;

export const misreadingId = (study: string, misreading: string): string => `${study}/${misreading}`;
