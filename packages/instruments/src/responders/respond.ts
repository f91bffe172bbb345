import type { Direction, Responder, Threshold } from "@calcar/catalog";
import { any, ok, type Refusal, type Result, refuse, type Truth } from "@calcar/vocabulary";
import { improvement, percentChange } from "../change/change.ts";
import { omeractOarsi } from "./omeract-oarsi.ts";

/**
 * What is known of one hip: `baseline-pain`, `follow-up-pain`, the same of function and global (0 to 100, 0 is best);
 * `baseline` and `follow-up` on the scale of a threshold; events since. Absent: not recorded.
 */
export type ResponseFacts = Readonly<Record<string, number | boolean | undefined>>;

/** A threshold with the direction of the scale it is on. */
export interface NamedThreshold {
  readonly threshold: Threshold;
  readonly direction: Direction;
}

export interface RespondOptions {
  readonly threshold?: NamedThreshold | undefined; // for definitions by a threshold
  readonly allowUnconfirmed?: boolean | undefined;
  readonly responders?: ReadonlyMap<string, Responder> | undefined; // for a definition made of others
}

/** Whether a hip responded by one definition. What nobody recorded is unknown, never a no. */
export interface Response {
  readonly responder: string;
  readonly answer: Truth | "clear" | "partial" | "none";
  readonly route: string;
  readonly moderate?: number | undefined;
  readonly threshold?: string | undefined;
  readonly provisional: boolean; // rests on numbers that no readable source states
}

type Answered = Pick<Response, "answer" | "route" | "moderate" | "threshold">;

/**
 * Judges one hip by a definition of response.
 *
 * @param facts pain, function and global view on 0 to 100 where 0 is best; others on the scale of the threshold
 * @refuses not-permitted/unconfirmed where the definition rests on remembered numbers and nobody asked for it all the same;
 *   incomplete/threshold-not-named; invalid/threshold-of-another-kind; invalid/off-scale; not-found/responder;
 *   not-applicable/no-better-end, not-applicable/baseline-zero
 */
export function respond(responder: Responder, facts: ResponseFacts, options: RespondOptions = {}): Result<Response> {
  if (responder.unconfirmed && options.allowUnconfirmed !== true) return refuse("not-permitted", "unconfirmed", [responder.id]);
  const answered = byRule(responder, facts, options);
  if (!answered.ok) return answered;
  return ok({ responder: responder.id, ...answered.value, provisional: responder.unconfirmed !== undefined });
}

function byRule({ rule }: Responder, facts: ResponseFacts, options: RespondOptions): Result<Answered> {
  switch (rule.kind) {
    case "omeract-oarsi":
      return byOmeract(rule, facts);
    case "relative-improvement":
      return byRelative(rule, facts);
    case "improvement-by-threshold":
    case "state-by-threshold":
      return byThreshold(rule, facts, options.threshold);
    case "response-class":
      return byClass(rule, facts, options);
  }
}

const OFF_SCALE: Refusal = { kind: "invalid", code: "off-scale" };

/** A number on a scale, undefined when not recorded, or a refusal. */
function onScale(facts: ResponseFacts, key: string, [low, high]: readonly [number, number]): Result<number | undefined> {
  const value = facts[key];
  if (value === undefined) return ok(undefined);
  return typeof value === "number" && value >= low && value <= high ? ok(value) : { ok: false, refusal: { ...OFF_SCALE, missing: [key] } };
}

function pairOf(facts: ResponseFacts, name: string): Result<{ baseline: number | undefined; followUp: number | undefined }> {
  const baseline = onScale(facts, `baseline-${name}`, [0, 100]);
  if (!baseline.ok) return baseline;
  const followUp = onScale(facts, `follow-up-${name}`, [0, 100]);
  return followUp.ok ? ok({ baseline: baseline.value, followUp: followUp.value }) : followUp;
}

function byOmeract(rule: Extract<Responder["rule"], { kind: "omeract-oarsi" }>, facts: ResponseFacts): Result<Answered> {
  const [pain, fun, global] = [pairOf(facts, "pain"), pairOf(facts, "function"), pairOf(facts, "global")];
  if (!pain.ok) return pain;
  if (!fun.ok) return fun;
  if (!global.ok) return global;
  return ok(omeractOarsi(rule, { pain: pain.value, function: fun.value, global: global.value }));
}

const TOLERANCE = 1e-9;

function byRelative(rule: Extract<Responder["rule"], { kind: "relative-improvement" }>, facts: ResponseFacts): Result<Answered> {
  const pair = pairOf(facts, rule.of);
  if (!pair.ok) return pair;
  const { baseline, followUp } = pair.value;
  if (baseline === undefined || followUp === undefined) return ok({ answer: "unknown", route: "not-answered" });
  if (baseline < rule.baselineAtLeast) return ok({ answer: "unknown", route: "baseline-too-low" });
  const percent = percentChange({ baseline, followUp, direction: "higher-worse" });
  return percent.ok ? ok({ answer: percent.value >= rule.percent - TOLERANCE, route: "percent-of-baseline" }) : percent;
}

type ByThreshold = Extract<Responder["rule"], { kind: "improvement-by-threshold" | "state-by-threshold" }>;

function byThreshold(rule: ByThreshold, facts: ResponseFacts, named: NamedThreshold | undefined): Result<Answered> {
  if (!named) return refuse("incomplete", "threshold-not-named", ["threshold"]);
  const { threshold, direction } = named;
  if (threshold.kind !== rule.thresholdKind) return refuse("invalid", "threshold-of-another-kind", [threshold.id]);
  const scale = threshold.scale ?? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  const [baseline, followUp] = [onScale(facts, "baseline", scale), onScale(facts, "follow-up", scale)];
  if (!baseline.ok) return baseline;
  if (!followUp.ok) return followUp;
  const reached =
    rule.kind === "state-by-threshold"
      ? inState(threshold, followUp.value)
      : improvedBy(threshold, direction, { baseline: baseline.value, followUp: followUp.value });
  return reached.ok ? ok({ answer: reached.value, route: threshold.meaning, threshold: threshold.id }) : reached;
}

/** At or beyond the threshold; between the two ends of a span nobody can say. */
function reachesSpan(amount: number, value: Threshold["value"]): Truth {
  const [least, most] = typeof value === "number" ? [value, value] : value;
  if (amount >= most - TOLERANCE) return true;
  return amount < least - TOLERANCE ? false : "unknown";
}

function inState({ value, meaning }: Threshold, state: number | undefined): Result<Truth> {
  if (state === undefined) return ok("unknown");
  if (meaning === "state-at-least") return ok(reachesSpan(state, value));
  const [least, most] = typeof value === "number" ? [value, value] : value;
  return ok(reachesSpan(-state, [-most, -least]));
}

function improvedBy(
  { value, unit }: Threshold,
  direction: Direction,
  { baseline, followUp }: { readonly baseline: number | undefined; readonly followUp: number | undefined },
): Result<Truth> {
  if (baseline === undefined || followUp === undefined) return ok("unknown");
  const amount = (unit === "points" ? improvement : percentChange)({ baseline, followUp, direction });
  return amount.ok ? ok(reachesSpan(amount.value, value)) : amount;
}

function byClass(
  rule: Extract<Responder["rule"], { kind: "response-class" }>,
  facts: ResponseFacts,
  options: RespondOptions,
): Result<Answered> {
  const answers: Truth[] = [];
  for (const id of rule.of) {
    const part = options.responders?.get(id);
    if (!part) return refuse("not-found", "responder", [id]);
    const response = respond(part, facts, options);
    if (!response.ok) return response;
    answers.push(response.value.answer as Truth);
  }
  const event = any(rule.notAfter.map((key) => (typeof facts[key] === "boolean" ? facts[key] : "unknown")));
  if (event === true) return ok({ answer: "none", route: "event-since" });
  if (answers.includes("unknown")) return ok({ answer: "unknown", route: "not-evaluable" });
  const met = answers.filter((answer) => answer === true).length;
  if (met === 0) return ok({ answer: "none", route: "neither" });
  if (event === "unknown") return ok({ answer: "unknown", route: "events-not-recorded" });
  return ok(met === answers.length ? { answer: "clear", route: "both" } : { answer: "partial", route: "one" });
}
