import { fill, type Words } from "../words.ts";

interface Marked {
  readonly label: string;
  readonly verified: string;
  readonly beyond: readonly string[];
}

/** What the signs behind the names of studies mean, where there are any. */
export function markNotes(studies: readonly Marked[], words: Words): string[] {
  const beyond = studies.filter((study) => study.beyond.length > 0);
  const said = beyond.map(({ label, beyond: reasons }) => fill(words.beyondOf, { study: label, reasons: reasons.join(", ") }));
  return [
    ...(studies.some(({ verified }) => verified !== "source-text") ? [words.secondary] : []),
    ...(beyond.length > 0 ? [fill(words.beyond, { studies: said.join("; ") })] : []),
  ];
}
