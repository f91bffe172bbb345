import { createHash } from "node:crypto";
import { ok, type Result, refuse } from "@calcar/vocabulary";
import type { VersionLine } from "../schema.ts";

/** A page as it was read and what was found in it, to be kept. What `held` means is not known here. */
export interface Check extends Pick<VersionLine, "sentences" | "findings" | "suppressed" | "knowledge" | "rules"> {
  readonly held: unknown; // anything that JSON holds
}

/** Characters of JSON: a page of half a million characters with a finding in every other sentence. */
export const MOST_HELD = 6_000_000;

/** Versions of one page. */
export const MOST_VERSIONS = 200;

/** What is kept of a check, as text, and the mark by which the same check is known again. */
export interface Packed {
  readonly json: string;
  readonly digest: string; // SHA-256, 64 hexadecimal characters
}

/**
 * Packs a check for keeping.
 *
 * @refuses invalid/too-large-to-keep above six million characters of JSON
 */
export function pack({ held }: Check): Result<Packed> {
  const json = JSON.stringify(held);
  if (json.length > MOST_HELD) return refuse("invalid", "too-large-to-keep");
  return ok({ json, digest: createHash("sha256").update(json).digest("hex") });
}
