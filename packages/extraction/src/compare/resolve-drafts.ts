import type { Problem, Read } from "@calcar/vocabulary";
import { type Decision, StudyDraft } from "../draft/study-draft.ts";
import { type Apart, compareTrees } from "./compare-trees.ts";
import type { DecisionMade } from "./comparison.ts";
import { type Tree, treeOf, untree, valueAt, withValue } from "./tree.ts";

/**
 * One draft of two, by what people decided: each difference by somebody, with the reason, both readings kept beside it.
 *
 * @param made one decision for each difference that `compareDrafts` finds, and no other
 * @returns the draft with all decisions in it; or what is undecided, decided twice, or decided without being in question
 */
export function resolveDrafts(first: StudyDraft, second: StudyDraft, made: readonly DecisionMade[]): Read<StudyDraft> {
  const [ours, theirs] = [treeOf(first), treeOf(second)];
  const { apart } = compareTrees(ours, theirs);
  const problems = unsettled(apart, made);
  if (problems.length > 0) return { ok: false, problems };
  const decided = new Map(made.map((decision) => [decision.field, decision]));
  const settled = apart.map((one) => ({ one, decision: decided.get(one.difference.field)! }));
  const tree = settled.reduce((so, { one, decision }) => apply(so, theirs, one, decision), ours);
  const parsed = StudyDraft.safeParse({
    ...untree(tree),
    readers: [...(first.readers ?? []), ...(second.readers ?? [])],
    decisions: [...(first.decisions ?? []), ...(second.decisions ?? []), ...settled.map(({ one, decision }) => record(one, decision))],
  });
  if (parsed.success) return { ok: true, value: parsed.data };
  return {
    ok: false,
    problems: parsed.error.issues.map(({ path, message }) => ({
      place: path.join("."),
      problem: message,
      expected: "what this field takes",
    })),
  };
}

function unsettled(apart: readonly Apart[], made: readonly DecisionMade[]): Problem[] {
  const open = new Set(apart.map(({ difference }) => difference.field));
  const seen = new Set<string>();
  const problems = made.flatMap(({ field, took, value }): Problem[] => {
    const twice = seen.has(field);
    seen.add(field);
    if (!open.has(field)) return [{ place: field, problem: "both agree here", expected: "decisions on differences only" }];
    if (twice) return [{ place: field, problem: "decided twice", expected: "one decision" }];
    if (took === "other" && !value?.trim())
      return [{ place: field, problem: "neither is taken, and nothing else is stated", expected: "the value that stands" }];
    if (took === "other" && !isLeaf(apart, field))
      return [{ place: field, problem: "more than one field", expected: "the first or the second; mend the rest in the draft" }];
    return [];
  });
  const undecided = [...open].filter((field) => !seen.has(field));
  return [
    ...problems,
    ...undecided.map((field) => ({
      place: field,
      problem: "nobody has decided",
      expected: "first, second or another value, by whom and why",
    })),
  ];
}

const LEAVES: ReadonlySet<string> = new Set(["value", "source", "at", "how", "verified", "note", "min", "max"]);

/** Whether a difference is on one field, which a text can take the place of. */
const isLeaf = (apart: readonly Apart[], field: string): boolean =>
  apart.some(
    ({ difference, path }) => difference.field === field && (LEAVES.has(path.at(-1)!) || path.length < 3 || path[0] !== "outcomes"),
  );

function apply(tree: Tree, theirs: Tree, { path }: Apart, { took, value }: DecisionMade): Tree {
  if (took === "first") return tree;
  return withValue(tree, path, took === "second" ? valueAt(theirs, path) : value?.trim());
}

const record = ({ difference: { field, first = "", second = "" } }: Apart, { took, value = "", by, why }: DecisionMade): Decision => ({
  field: field.slice(0, 400),
  first: first.slice(0, 4000),
  second: second.slice(0, 4000),
  took,
  value: { first, second, other: value.trim() }[took].slice(0, 4000),
  by,
  why,
});
