import type { Instrument } from "../kinds/instrument.ts";
import type { At, Finding } from "../parse/finding.ts";
import type { Parsed } from "../parse/parsed.ts";

type QuestionEntry = Parsed["questions"][number];

/**
 * What a question admits is spelt as some study spells it: a word that no study uses would silently admit none. An effect on
 * counts asks for events, one on means for instruments.
 */
export function checkQuestions({ questions, studies, instruments: defined }: Parsed): Finding[] {
  const outcomes = studies.flatMap(({ value }) => value.outcomes);
  const events = new Set(outcomes.flatMap((outcome) => (outcome.type === "events" ? [outcome.event] : [])).concat(ADVERSE_EVENTS));
  const known = new Set(outcomes.flatMap(({ instrumentId }) => instrumentId ?? []));
  return questions.flatMap((question) => [
    ...unheard(question, "events", events),
    ...unheard(question, "instruments", known),
    ...mismatched(question),
    ...scaleFaults(question, new Map(defined.map(({ value }) => [value.id, value]))),
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

/** The scale of a question is the one its instrument defines, and runs the same way. */
function scaleFaults({ file, value }: QuestionEntry, defined: ReadonlyMap<string, Instrument>): Finding[] {
  if (!("outcome" in value.admits) || !("scale" in value.admits.outcome) || !value.admits.outcome.scale) return [];
  const { scale, higherIsBetter } = value.admits.outcome;
  const at: At = ["admits", "outcome", "scale"];
  const instrument = defined.get(scale.instrument);
  if (!instrument)
    return [{ file, at: [...at, "instrument"], problem: `no instrument ${scale.instrument}`, expected: oneOf(new Set(defined.keys())) }];
  const form = instrument.forms?.find(({ id }) => id === scale.form);
  if (scale.form !== undefined && !form)
    return [
      { file, at: [...at, "form"], problem: `no form ${scale.form}`, expected: oneOf(new Set(instrument.forms?.map(({ id }) => id))) },
    ];
  if (scale.onlyScale && instrument.forms)
    return [{ file, at: [...at, "onlyScale"], problem: `${scale.instrument} has several forms`, expected: "an instrument of one form" }];
  const meant = instrument.subscales.filter(({ id }) => scale.subscale === undefined || id === scale.subscale);
  if (meant.length === 0)
    return [
      {
        file,
        at: [...at, "subscale"],
        problem: `no subscale ${scale.subscale}`,
        expected: oneOf(new Set(instrument.subscales.map(({ id }) => id))),
      },
    ];
  return meant.flatMap(({ id, range, direction }) => {
    const [low, high] = form?.ranges?.[id] ?? range;
    const better = (form?.directions?.[id] ?? direction) === "higher-better";
    return [
      ...(low === scale.range[0] && high === scale.range[1]
        ? []
        : [
            { file, at: [...at, "range"], problem: `${scale.range.join(" to ")} is not the range of ${id}`, expected: `${low} to ${high}` },
          ]),
      ...(better === higherIsBetter
        ? []
        : [
            {
              file,
              at: ["admits", "outcome", "higherIsBetter"],
              problem: `${higherIsBetter} is not the direction of ${id}`,
              expected: String(better),
            },
          ]),
    ];
  });
}
