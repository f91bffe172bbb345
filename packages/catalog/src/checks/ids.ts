import type { At, Entry, Finding } from "../parse/finding.ts";
import type { Parsed } from "../parse/parsed.ts";

interface Named {
  readonly id: string;
  readonly file: string;
  readonly at: At;
}

/** An id means one thing: no two of a kind share it, and no study holds the same outcome twice. */
export function checkIds({ sources, studies, guidelines, factGroups, benchmarks }: Parsed): Finding[] {
  return [
    ...twice("source", [...sources.map(({ file, value }) => ({ id: value.id, file, at: ["id"] })), ...sources.flatMap(formerIds)]),
    ...twice(
      "position",
      guidelines.flatMap((entry) => listed(entry, "positions", entry.value.positions)),
    ),
    ...twice(
      "fact",
      factGroups.flatMap((entry) => listed(entry, "facts", entry.value.facts)),
    ),
    ...twice(
      "figure",
      benchmarks.flatMap((entry) => listed(entry, "figures", entry.value.figures)),
    ),
    ...studies.flatMap((entry) => twice("outcome", listed(entry, "outcomes", entry.value.outcomes))),
    ...studies.flatMap((entry) => twice("discrepancy", listed(entry, "discrepancies", entry.value.discrepancies ?? []))),
    ...studies.flatMap((entry) => twice("misreading", listed(entry, "misreadings", entry.value.misreadings ?? []))),
    ...studies.flatMap((entry) =>
      twice(
        "arm",
        listed(
          entry,
          "arms",
          entry.value.arms.map(({ name }) => ({ id: name })),
          "name",
        ),
      ),
    ),
  ];
}

const formerIds = ({ file, value }: Parsed["sources"][number]): Named[] =>
  (value.alsoKnownAs ?? []).map((id, i) => ({ id, file, at: ["alsoKnownAs", i] }));

const listed = ({ file }: Entry<unknown>, list: string, items: readonly { readonly id: string }[], key = "id"): Named[] =>
  items.map(({ id }, i) => ({ id, file, at: [list, i, key] }));

function twice(what: string, named: readonly Named[]): Finding[] {
  const first = new Map<string, Named>();
  return named.flatMap(({ id, file, at }) => {
    const before = first.get(id);
    if (!before) first.set(id, { id, file, at });
    return before
      ? [
          {
            file,
            at,
            problem: `${what} ${id} is already in knowledge/${before.file}`,
            expected: `${/^[ao]/.test(what) ? "an" : "a"} ${what} id used once`,
          },
        ]
      : [];
  });
}
