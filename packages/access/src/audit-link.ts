import { hash } from "node:crypto";
import { canonicalJson, type Json } from "./canonical-json.ts";

/** Something that a person or the program did, as the audit keeps it: who, what, to what, when. */
export interface AuditAct {
  readonly site: string;
  readonly actor: string; // an account id, or "system"
  readonly act: string;
  readonly subject: { readonly kind: string; readonly id: string };
  readonly detail: { readonly [key: string]: Json }; // ids, versions and codes; never a fact of a patient, never a secret
  readonly at: Date;
}

/** One act in the chain of its site. `hash` covers `previous` and everything else in it. */
export interface AuditLink extends AuditAct {
  readonly sequence: number; // 1, 2, 3, ... without gaps
  readonly previous: string;
  readonly hash: string;
}

/** What the first link of every site follows: 64 zeros. */
export const CHAIN_START = "0".repeat(64);

/** The place that the next link takes: after this sequence and this hash. */
export interface ChainHead {
  readonly sequence: number;
  readonly hash: string;
}

/** Turns an act into the link that follows `head`. */
export function link(head: ChainHead, act: AuditAct): AuditLink {
  const unsealed = { ...act, sequence: head.sequence + 1, previous: head.hash };
  return { ...unsealed, hash: seal(unsealed) };
}

/** SHA-256, in lower-case hexadecimal, of `previous`, a line feed, and the act with its sequence in canonical JSON. */
export function seal({ site, sequence, previous, actor, act, subject, detail, at }: Omit<AuditLink, "hash">): string {
  const body = canonicalJson({ site, sequence, actor, act, subject: { kind: subject.kind, id: subject.id }, detail, at: at.toISOString() });
  return hash("sha256", `${previous}\n${body}`);
}

/**
 * What is wrong with one link of a stored chain.
 *
 * - `removed`: the link that should stand here is missing.
 * - `out-of-order`: it does not follow the link before it, so one of the two was moved, replaced or put in.
 * - `changed`: its words are not the ones that were sealed.
 * - `appended`: it stands after the last link that was written by the audit.
 */
export type ChainFault = "removed" | "out-of-order" | "changed" | "appended";

/** Compares one stored link with the place it should take; `undefined` when it is sound. */
export function faultOf(head: ChainHead, stored: AuditLink): ChainFault | undefined {
  if (stored.sequence !== head.sequence + 1) return "removed";
  if (stored.previous !== head.hash) return "out-of-order";
  if (stored.hash !== seal(stored)) return "changed";
  return undefined;
}
