import type { Catalog } from "@calcar/catalog";
import { ok, type Result } from "@calcar/vocabulary";
import { findStudy } from "../studies/find-study.ts";
import { type MovedQuestion, movedQuestions } from "./moved-questions.ts";
import { cites } from "./rests-on.ts";

/** A thing that leans on a study, and through what. */
export interface Leaning {
  readonly id: string;
  readonly says: string;
  readonly through: string; // "cites gangji-2011", "shows PS1"
}

/** Everything that moves when a study changes: computed from the references, nothing is kept by hand. */
export interface Impact {
  readonly study: string;
  readonly questions: readonly MovedQuestion[];
  readonly pathways: readonly Leaning[]; // each recommendation on such a pathway shows the numbers
  readonly answers: readonly Leaning[];
  readonly criteria: readonly Leaning[];
  readonly positions: readonly Leaning[]; // guideline positions
  readonly disagreements: readonly Leaning[];
  readonly claims: readonly Leaning[];
  readonly trials: readonly Leaning[]; // registered trials that this is the report of
  readonly otherReports: readonly string[]; // other reports of the same trial, pooled once with it
  readonly knowledge: string;
}

/**
 * What a change to a study reaches.
 *
 * @param id of a study, in any case
 * @refuses not-found/study; `missing` lists ids that begin alike
 */
export function impact(catalog: Catalog, id: string): Result<Impact> {
  const found = findStudy(catalog, id);
  if (!found.ok) return found;
  const { id: study, source, trialFamily } = found.value;
  const questions = movedQuestions(catalog, study);
  const moved = new Set(questions.map((question) => question.id));
  const own = new Set([source]);
  const citing = <T extends { readonly id: string }>(things: Iterable<T>, says: (thing: T) => string): Leaning[] =>
    [...things].filter((thing) => cites(thing, own)).map((thing) => ({ id: thing.id, says: says(thing), through: `cites ${source}` }));
  const pathways = pathwaysShowing(catalog, moved);
  return ok({
    study,
    questions,
    pathways,
    answers: [...citing(catalog.answers.values(), ({ sentence }) => sentence.en), ...answersOf(catalog, pathways)],
    criteria: citing(catalog.criteria, ({ asks }) => asks.en),
    positions: citing(
      catalog.guidelines.flatMap(({ positions }) => positions),
      ({ says }) => says,
    ),
    disagreements: disagreementsAbout(catalog, study, source),
    claims: claimsLeaning(catalog, moved, own),
    trials: [...catalog.trials.values()]
      .filter((trial) => trial.study === study)
      .map(({ id: trial, title }) => ({ id: trial, says: title, through: "is its registration" })),
    otherReports: [...catalog.studies.values()]
      .filter((other) => other.id !== study && other.trialFamily === trialFamily)
      .map((other) => other.id),
    knowledge: catalog.version,
  });
}

function pathwaysShowing(catalog: Catalog, moved: ReadonlySet<string>): Leaning[] {
  return [...catalog.pathways.values()].flatMap(({ id, title, questions }) => {
    const shown = questions.filter((question) => moved.has(question));
    return shown.length > 0 ? [{ id, says: title.en, through: `shows ${shown.join(", ")}` }] : [];
  });
}

/** The positive answer of a pathway stands beside its numbers. */
function answersOf(catalog: Catalog, pathways: readonly Leaning[]): Leaning[] {
  return pathways.flatMap(({ id, through }) => {
    const positive = [...catalog.pathways.values()].find((pathway) => pathway.id === id)?.positive;
    const text = positive && catalog.answers.get(positive);
    return text ? [{ id: text.id, says: text.sentence.en, through: `on ${id}, which ${through}` }] : [];
  });
}

function disagreementsAbout(catalog: Catalog, study: string, source: string): Leaning[] {
  return catalog.disagreements.flatMap(({ id, topic, studies = [], otherSources = [] }) => {
    const through = studies.includes(study) ? `names ${study}` : otherSources.includes(source) ? `cites ${source}` : undefined;
    return through === undefined ? [] : [{ id, says: topic, through }];
  });
}

function claimsLeaning(catalog: Catalog, moved: ReadonlySet<string>, own: ReadonlySet<string>): Leaning[] {
  return catalog.claims.flatMap((rule) => {
    const shows = rule.question !== undefined && moved.has(rule.question) ? [`shows ${rule.question}`] : [];
    const through = [...shows, ...(cites(rule, own) ? [`cites ${[...own].join(", ")}`] : [])];
    return through.length > 0 ? [{ id: rule.id, says: rule.says.en, through: through.join(" and ") }] : [];
  });
}
