import ts from "typescript";

/** What follows one tag of a docstring, its lines joined, and where it stands. */
export interface Tagged {
  readonly text: string;
  readonly at: string; // "packages/statistics/src/meta/pool.ts:47"
}

/** Everything that follows `@name` in the docstrings of a file, or of one of its functions, up to the next tag. */
export function tagged(within: ts.SourceFile | ts.FunctionDeclaration, name: string): Tagged[] {
  const file = within.getSourceFile();
  const all = ts.isSourceFile(within) ? docstrings(within) : commentsBefore(within);
  return all.flatMap(({ text, start }) =>
    [...text.matchAll(new RegExp(`@${name}\\s([^@]*)`, "g"))].map((match) => ({
      text: match[1]!
        .replace(/\*\/$/, "")
        .replaceAll(/\s*\n\s*\*?\s*/g, " ")
        .trim(),
      at: `${file.fileName}:${file.getLineAndCharacterOfPosition(start + match.index).line + 1}`,
    })),
  );
}

interface Docstring {
  readonly text: string;
  readonly start: number;
}

/** Every docstring of a file, found by the compiler so that a string which looks like one is not taken for it. */
function docstrings(file: ts.SourceFile): Docstring[] {
  const found = new Map<number, Docstring>();
  const look = (node: ts.Node): void => {
    for (const docstring of commentsBefore(node)) found.set(docstring.start, docstring);
    ts.forEachChild(node, look);
  };
  look(file);
  return [...found.values()];
}

function commentsBefore(node: ts.Node): Docstring[] {
  const { text } = node.getSourceFile();
  return (ts.getLeadingCommentRanges(text, node.getFullStart()) ?? [])
    .map(({ pos, end }) => ({ text: text.slice(pos, end), start: pos }))
    .filter((comment) => comment.text.startsWith("/**"));
}
