import { keep, kept } from "../design/kept.ts";
import type { Draft } from "./shapes.ts";

const NAME = "study-draft";

/** The draft that was being written on this device; an empty one when there is none that can be read. */
export function storedDraft(): Draft {
  const text = kept(NAME);
  return (text === undefined ? undefined : readDraft(text)) ?? {};
}

/** Keeps a draft on this device. @returns whether the browser really kept it: a full or closed store loses it */
export function storeDraft(draft: Draft): boolean {
  const text = JSON.stringify(draft);
  keep(NAME, text);
  return kept(NAME) === text;
}

/** A draft that somebody saved as a file; undefined when it is none. The server decides whether it is a good one. */
export function readDraft(text: string): Draft | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Draft) : undefined;
  } catch (broken) {
    if (broken instanceof SyntaxError) return undefined;
    throw broken;
  }
}
