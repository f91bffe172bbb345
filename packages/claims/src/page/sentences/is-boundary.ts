import { type Abbreviation, abbreviationOf, isContinuer, isStarter, takesLetter } from "./abbreviations.ts";
import { type Characters, isDigit } from "./characters.ts";
import { type Following, followingAt, type Token, tokenAhead, tokenBefore } from "./words-around.ts";

/** A run of stops with what clings to it, and where the next word begins. */
export interface StopRun {
  readonly sentence: number; // where the sentence began
  readonly at: number; // first stop
  readonly end: number; // behind the last stop
  readonly behind: number; // behind closing marks and footnote figures
  readonly footnote: boolean; // figures cling to it: "hip.12"
  readonly next: number; // next character that is not white space
}

const ENUMERATOR = /^(?:\d{1,3}|\p{L}|[ivx]{1,4}|[IVX]{1,4})$/u;
const ROMAN = /^[ivxlc]{1,5}$/;

/** Long enough to be a word of its own and not an abbreviation that the list lacks. */
const isPlainWord = (token: string): boolean => /^\p{Ll}{5,}$/u.test(token);

const endsInitial = (text: Characters, run: StopRun, start: number, following: Following): boolean =>
  isStarter(following.word) &&
  (takesLetter(tokenAhead(text, run.sentence, start).text) || /^\p{Ll}/u.test(tokenAhead(text, run.sentence, start).text));

/** "Fig. A", "Fig. S1", "ch. IV": the capital is the number. After a small word ("the answer is no. A ...") it is not. */
const isLabel = (token: string, following: Following): boolean => {
  const { word } = following;
  if (isStarter(word) && /^\p{Ll}/u.test(token)) return false;
  return word.length === 1 || following.figured || (ROMAN.test(word) && !following.capitalised);
};

const endsAbbreviation = (token: string, kind: Abbreviation, following: Following): boolean => {
  if (kind === "never") return false;
  if (kind === "number") return following.beginning === "capital" && !isLabel(token, following);
  if (kind === "name") return isStarter(following.word) && following.beginning === "capital";
  return following.beginning === "capital" && !isContinuer(following.word) && (following.capitalised || isStarter(following.word));
};

/** "1." at the start of a sentence or behind a colon counts what follows. */
const enumerates = (text: Characters, run: StopRun, token: Token): boolean => {
  if (!ENUMERATOR.test(token.text)) return false;
  return token.start === run.sentence || (token.text.length < 3 && tokenAhead(text, run.sentence, token.start).text.endsWith(":"));
};

const singleStopEnds = (text: Characters, run: StopRun, following: Following, end: number): boolean => {
  const token = tokenBefore(text, run.sentence, run.at);
  const word = token.text;
  if (run.behind === run.end && enumerates(text, run, token)) return false;
  const closed = run.behind > run.end && !run.footnote;
  if (following.beginning === "lower") return !closed && !following.dashed && isPlainWord(word) && !abbreviationOf(word, false);
  const behindNumber = isDigit(text.charCodeAt(tokenAhead(text, run.sentence, token.start).start));
  const kind = abbreviationOf(word, behindNumber);
  if (kind && run.footnote && kind !== "capital") return false;
  if (kind) return closed && kind !== "never" ? following.beginning !== "stop" : endsAbbreviation(word, kind, following);
  if (/^\p{L}$/u.test(word)) return closed || endsInitial(text, run, token.start, following);
  return run.next < end;
};

/**
 * Whether a run of stops ends its sentence. Looks a constant distance to either side.
 *
 * @param end where the block ends
 */
export const isBoundary = (text: Characters, run: StopRun, end: number): boolean => {
  const following = followingAt(text, run.next, end);
  const first = text.charCodeAt(run.at);
  const asks = /[!?‽]/.test(text.slice(run.at, Math.min(run.end, run.at + 4)));
  if (asks) return following.beginning !== "lower" || (run.behind === run.end && !following.dashed);
  if (run.end - run.at > 1 || first === 0x2026) return following.beginning !== "lower" && following.beginning !== "stop";
  return singleStopEnds(text, run, following, end);
};
