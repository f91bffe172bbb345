import type { Catalog, ClaimPattern, ClaimRule, Excuse } from "@calcar/catalog";
import { type AnswerWords, answerWords } from "./answers.ts";
import { signRules } from "./citation/sign-rules.ts";
import type { Cue, Turns } from "./cues.ts";
import { Lexicon } from "./lexicon.ts";
import { type Pattern, parsePattern } from "./pattern.ts";
import { PatternIndex } from "./pattern-index.ts";
import type { Subjects } from "./subject.ts";
import type { TopicWords } from "./topic-words.ts";

/** The part of the catalog that claims are read with. */
export type ClaimKnowledge = Pick<
  Catalog,
  "claims" | "claimWords" | "claimCues" | "claimConditions" | "claimOutcomes" | "sources" | "studies" | "provisions" | "guidelines"
>;

/** A pattern of a rule with what excuses it. */
export interface RulePattern extends Pattern {
  readonly text: string;
  readonly excusedBy: ReadonlySet<Excuse>;
  readonly loose: boolean; // tried only on a page that plainly sells
}

/** A rule with its patterns read; `patterns` is what it asserts, whatever its kind. */
export interface CompiledRule {
  readonly rule: ClaimRule;
  readonly patterns: readonly RulePattern[];
  readonly unless: readonly Pattern[];
  readonly companions: readonly { readonly name: string; readonly lists: readonly number[] }[];
  readonly against: readonly RulePattern[];
  readonly exempt: readonly RulePattern[];
  readonly wants: readonly RulePattern[];
}

/** Everything that reading a page needs, made once from the catalog. */
export interface CompiledRules {
  readonly lexicon: Lexicon;
  readonly rules: readonly CompiledRule[];
  readonly signs: ReadonlyMap<string, CompiledRule>; // what is said of a cited work, by sign or misreading
  readonly index: PatternIndex<RulePattern>; // of all patterns of all rules
  readonly cues: readonly Cue[];
  readonly turns: Turns;
  readonly subjects: Subjects;
  readonly answers: AnswerWords;
  readonly voices: { readonly wary: number; readonly seller: number }; // lists
  readonly topics: TopicWords;
  readonly setsAside: number; // "that aside": the limits named before no longer count
}

/** Phrases or patterns left out, for asking what a rule finds without them. */
export type LeftOut = (entry: string) => boolean;

/** Reads all words, cues and rules. @throws when a phrase or a pattern cannot be read, with its file named */
export function compile(knowledge: ClaimKnowledge, leftOut: LeftOut = () => false): CompiledRules {
  const lexicon = new Lexicon();
  addWords(lexicon, knowledge, leftOut);
  const list = (name: string) => lexicon.list(name);
  const cues = knowledge.claimCues.map(({ id, excuse, reach, upTo, not = [], onlyWith, unlessWith = [], en, es = [] }): Cue => {
    const own = list(`cue ${id}`);
    for (const phrase of [...en, ...es]) if (!leftOut(`${id}: ${phrase}`)) lexicon.add(phrase, [own], id);
    const limits = { ...(upTo === undefined ? {} : { upTo }), ...(onlyWith === undefined ? {} : { onlyWith: onlyWith.map(list) }) };
    return { id, excuse, reach, list: own, not: not.map(list), unlessWith: unlessWith.map(list), ...limits };
  });
  const rules = knowledge.claims.map((rule) => compileRule(rule, lexicon, leftOut));
  const signs = new Map(signRules(knowledge).map((rule) => [rule.id, compileRule(rule, lexicon, () => false)] as const));
  const patterns = rules.flatMap((rule) => [...rule.patterns, ...rule.against, ...rule.exempt, ...rule.wants]);
  return {
    lexicon,
    cues,
    rules,
    signs,
    index: new PatternIndex(patterns, (own) => lexicon.commonness(own)),
    turns: { turns: list("turns"), openers: list("openers"), fronting: list("fronting") },
    subjects: {
      treatment: list("treatment"),
      provider: list("provider"),
      ownVoice: list("own-voice"),
      ownStaff: list("own-staff"),
      other: list("other-care"),
      noActor: list("no-actor"),
      comparing: list("comparing"),
      by: list("by"),
      pronouns: list("pronouns"),
    },
    answers: answerWords(lexicon),
    topics: {
      conditions: knowledge.claimConditions.map((each) => ({ ...each, lists: each.words.map(list) })),
      outcomes: knowledge.claimOutcomes.map((each) => ({ ...each, lists: each.words.map(list) })),
    },
    voices: { wary: list("wary-voice"), seller: list("seller-voice") },
    setsAside: list("sets-aside"),
  };
}

/** Each phrase goes into its own list and into every list that includes it. */
function addWords(lexicon: Lexicon, { claimWords }: ClaimKnowledge, leftOut: LeftOut): void {
  const includers = new Map<string, string[]>();
  for (const { id, includes = [] } of claimWords.values())
    for (const other of includes) includers.set(other, [...(includers.get(other) ?? []), id]);
  for (const { id, en, es = [] } of claimWords.values()) {
    const lists = [...upwards(id, includers)].map((name) => lexicon.list(name));
    for (const phrase of [...en, ...es]) if (!leftOut(`${id}: ${phrase}`)) lexicon.add(phrase, lists, id);
  }
}

function upwards(id: string, includers: ReadonlyMap<string, readonly string[]>, seen = new Set<string>()): Set<string> {
  if (seen.has(id)) return seen;
  seen.add(id);
  for (const above of includers.get(id) ?? []) upwards(above, includers, seen);
  return seen;
}

function compileRule(rule: ClaimRule, lexicon: Lexicon, leftOut: LeftOut): CompiledRule {
  const excusedBy = "excusedBy" in rule ? rule.excusedBy : [];
  const read = (patterns: readonly ClaimPattern[] | undefined, base: readonly Excuse[] = excusedBy) =>
    (patterns ?? [])
      .filter((pattern) => !leftOut(`${rule.id}: ${textOf(pattern)}`))
      .map((pattern) => ({
        ...parsePattern(textOf(pattern), lexicon),
        text: textOf(pattern),
        excusedBy: excusesOf(pattern, base),
        loose: isLoose(pattern),
      }));
  const isAbsence = rule.kind === "absence";
  return {
    rule,
    patterns: rule.kind === "citation" ? [] : read(isAbsence ? rule.offers : rule.patterns, isAbsence ? OFFER_EXCUSES : excusedBy),
    unless: "unless" in rule ? (rule.unless ?? []).map((text) => parsePattern(text, lexicon)) : [],
    companions:
      rule.kind === "quantity" ? rule.companions.map(({ name, words }) => ({ name, lists: words.map((id) => lexicon.list(id)) })) : [],
    against: rule.kind === "contradiction" ? read(rule.against) : [],
    exempt: isAbsence ? read(rule.exempt, OFFER_EXCUSES) : [],
    wants: isAbsence ? read(rule.wants, rule.wantsExcusedBy ?? []) : [],
  };
}

/** What does not make an offer: it is denied, told of others, or stands in a reference. */
const OFFER_EXCUSES: readonly Excuse[] = ["negation", "distance", "reference", "condition"];

const isLoose = (pattern: ClaimPattern) => typeof pattern !== "string" && pattern.onlyOn === "promotional";

const textOf = (pattern: ClaimPattern) => (typeof pattern === "string" ? pattern : pattern.match);

function excusesOf(pattern: ClaimPattern, base: readonly Excuse[]): ReadonlySet<Excuse> {
  if (typeof pattern === "string") return new Set(base);
  const { excusedBy = base, alsoExcusedBy = [], despite = [] } = pattern;
  return new Set([...excusedBy, ...alsoExcusedBy].filter((excuse) => !despite.includes(excuse)));
}
