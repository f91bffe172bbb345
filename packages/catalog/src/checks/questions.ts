import type { At, Finding } from "../parse/finding.ts";
import type { Parsed } from "../parse/parsed.ts";

type QuestionEntry = Parsed["questions"][number];

/**
 * What a question admits is spelt as some study spells it: a word that no study uses would silently admit none. An effect on
 * counts asks for events, one on means for instruments.
 */
export function checkQuestions({ questions, studies }: Parsed): Finding[] {
  const outcomes = studies.flatMap(({ value }) => value.outcomes);
  const events = new Set(outcomes.flatMap((outcome) => (outcome.type === "events" ? [outcome.event] : [])).concat(ADVERSE_EVENTS));
  const instruments = new Set(outcomes.flatMap(({ instrumentId }) => instrumentId ?? []));
  return questions.flatMap((question) => [
    ...unheard(question, "events", events),
    ...unheard(question, "instruments", instruments),
    ...mismatched(question),
  ]);
}

/** Counted in `adverseEvents` of a study, so they need no outcome of their own. */
const ADVERSE_EVENTS = ["adverse-event", "serious-adverse-event"] as const;

function unheard({ file, value }: QuestionEntry, key: "events" | "instruments", known: ReadonlySet<string>): Finding[] {
  if (!("outcome" in value.admits)) return [];
  const { outcome } = value.admits;
  const words = key === "events" ? ("events" in outcome ? outcome.events : []) : "instruments" in outcome ? outcome.instruments : [];
  const at: At = ["admits", "outcome", key];
  return words.flatMap((word, i) =>
    known.has(word)
      ? []
      : [
          {
            file,
            at: [...at, i],
            problem: `no study has ${key === "events" ? "the event" : "the instrument"} ${word}`,
            expected: oneOf(known),
          },
        ],
  );
}

const oneOf = (known: ReadonlySet<string>): string => `one of ${[...known].sort().join(", ")}`;

function mismatched({ file, value }: QuestionEntry): Finding[] {
  if (value.kind !== "effect") return [];
  const onMeans = value.measure === "MD" || value.measure === "SMD";
  if (onMeans === "instruments" in value.admits.outcome) return [];
  const expected = onMeans ? "instruments, since the measure is a difference of means" : "events, since the measure compares counts";
  return [{ file, at: ["admits", "outcome"], problem: `${value.measure} cannot be had from it`, expected }];
}
