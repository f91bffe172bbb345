import { type Problem, problemLine } from "@calcar/vocabulary";

/** Knowledge that cannot be taken: it stops the start, and its message lists everything that is wrong. */
export class KnowledgeError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(
      [`${problems.length} ${problems.length === 1 ? "problem" : "problems"} in the knowledge files:`, ...problems.map(problemLine)].join(
        "\n",
      ),
    );
    this.name = "KnowledgeError";
    this.problems = problems;
  }
}
