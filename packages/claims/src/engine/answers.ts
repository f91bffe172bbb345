import type { Lexicon } from "./lexicon.ts";
import type { Scene } from "./match.ts";
import type { Mention } from "./mentions.ts";
import { NO_BREAK, type Token } from "./tokens.ts";

/** Lists that tell how an answer takes up its question. */
export interface AnswerWords {
  readonly yes: number; // affirms where a clause of the answer begins so, whatever follows: "yes"
  readonly yesAlone: number; // affirms where it is the whole first clause: "totally"
  readonly yesWhole: number; // affirms where it is the whole answer: "in most cases"
  readonly yesVerb: number; // the verb of the question left over, affirms where a clause ends with it: "they can"
  readonly noAlone: number; // denies where it is the whole first clause: "none at all"
  readonly asksAny: number; // what follows is what a denial denies: "are there any"
  readonly tells: number; // a question that begins so asks nothing: "what if I told you that"
  readonly label: number; // "A", "Answer"
  readonly fronting: number; // "if they do, ..." affirms nothing
}

export function answerWords(lexicon: Lexicon): AnswerWords {
  const list = (name: string) => lexicon.list(name);
  return {
    yes: list("yes"),
    yesAlone: list("yes-alone"),
    yesWhole: list("yes-whole"),
    yesVerb: list("yes-verb"),
    noAlone: list("no-alone"),
    asksAny: list("asks-any"),
    tells: list("tells-as-question"),
    label: list("answer-label"),
    fronting: list("fronting"),
  };
}

/** "What if I told you that your hip can heal?" asks nothing and tells it. */
export const tellsAsQuestion = ({ mentions }: Scene, { tells }: AnswerWords): boolean =>
  (mentions.get(tells) ?? []).some(({ from }) => from === 0);

/** The words by which a sentence affirms the question before it, if it does. */
export function affirmationIn(scene: Scene, words: AnswerWords): Mention | undefined {
  if (denialIn(scene, words)) return undefined;
  const { tokens, mentions } = scene;
  const begin = beginOf(scene, words);
  const first = (list: number, fits: (mention: Mention) => boolean) => mentions.get(list)?.find(fits);
  return (
    first(words.yes, ({ from }) => from === begin || (from > begin && tokens[from]!.breakBefore !== NO_BREAK)) ??
    first(words.yesAlone, (mention) => mention.from === begin && endsClause(tokens, mention)) ??
    first(words.yesWhole, ({ from, to }) => from === begin && to === tokens.length) ??
    (first(words.fronting, ({ from }) => from === begin) ? undefined : first(words.yesVerb, (mention) => endsClause(tokens, mention)))
  );
}

/** The words by which a sentence denies the question before it, if it does. */
export function denialIn(scene: Scene, words: AnswerWords): Mention | undefined {
  const begin = beginOf(scene, words);
  return (scene.mentions.get(words.noAlone) ?? []).find((mention) => mention.from === begin && endsClause(scene.tokens, mention));
}

/** "Are there any risks?" as its denial says it: "no risks". Undefined when it does not ask whether there is such a thing. */
export function deniedQuestion({ tokens, mentions }: Scene, words: AnswerWords): readonly Token[] | undefined {
  const asks = (mentions.get(words.asksAny) ?? []).findLast(({ from }) => from === beginOf({ tokens, mentions }, words));
  if (!asks) return undefined;
  const no = { start: tokens[asks.from]!.start, end: tokens[asks.to - 1]!.end, norm: "no", breakBefore: NO_BREAK } as const;
  return [no, ...tokens.slice(asks.to)];
}

/** "Is the treatment safe?" as its affirmation says it: "the treatment is safe". The verb goes behind the subject, which must stand next to it. */
export function affirmedQuestion(
  { tokens, mentions }: Scene,
  subjects: readonly Mention[],
  words: AnswerWords,
): readonly Token[] | undefined {
  const verb = beginOf({ tokens, mentions }, words);
  const subject = subjects.find(({ from }) => from === verb + 1);
  if (!subject || !VERBS.has(tokens[verb]!.norm)) return undefined;
  const place = tokens[subject.to - 1]!.end;
  const moved = tokens[verb]!.norm.startsWith("do") ? [] : [{ ...tokens[verb]!, start: place, end: place, breakBefore: NO_BREAK } as const];
  const named = tokens.slice(subject.from, subject.to).map((token) => (token.norm === "i" ? { ...token, norm: "you" } : token));
  return [...named, ...moved, ...tokens.slice(subject.to)];
}

const VERBS = new Set(["is", "are", "can", "will", "does", "do", "has", "have"]);

const beginOf = ({ mentions }: Scene, { label }: AnswerWords) => (mentions.get(label)?.[0]?.from === 0 ? 1 : 0);

const endsClause = (tokens: readonly Token[], { to }: Mention) => to === tokens.length || tokens[to]!.breakBefore !== NO_BREAK;
