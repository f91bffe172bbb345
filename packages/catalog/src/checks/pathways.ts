import { POSITION_CONDITIONS, POSITION_TOPICS } from "../kinds/guideline.ts";
import type { At, Finding } from "../parse/finding.ts";
import type { Parsed } from "../parse/parsed.ts";
import { type Facts, faultsOfCondition, unknownFact } from "./conditions.ts";

/** A pathway needs facts, shows positions and asks questions that exist. */
export function checkPathways({ pathways, factGroups, questions }: Parsed): Finding[] {
  const facts: Facts = new Map(factGroups.flatMap(({ value }) => value.facts.map((fact) => [fact.id, fact])));
  const known = questions.map(({ value }) => value.id);
  return pathways.flatMap(({ file, value }) =>
    [
      ...value.needed.flatMap(({ anyOf, unless }, i) => [
        ...anyOf.flatMap((id, j) => unknownFact(id, ["needed", i, "anyOf", j], facts)),
        ...(unless ? faultsOfCondition(unless, ["needed", i, "unless"], facts) : []),
      ]),
      ...notAmong(value.questions, known, { what: "question", at: ["questions"] }),
      ...notAmong(value.positions?.condition ?? [], POSITION_CONDITIONS, { what: "condition", at: ["positions", "condition"] }),
      ...notAmong(value.positions?.about ?? [], POSITION_TOPICS, { what: "topic", at: ["positions", "about"] }),
    ].map((fault) => ({ file, ...fault })),
  );
}

function notAmong(ids: readonly string[], known: readonly string[], { what, at }: { what: string; at: At }): Omit<Finding, "file">[] {
  const expected = known.length > 0 ? `one of ${known.join(", ")}` : "a file under knowledge/questions";
  return ids.flatMap((id, i) => (known.includes(id) ? [] : [{ at: [...at, i], problem: `there is no ${what} ${id}`, expected }]));
}
