import type { KeptVersion } from "@calcar/contract";
import type { Check } from "@calcar/library";
import { dayOf } from "@calcar/vocabulary";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Running } from "../app-type.ts";
import { type SaidNo, sendRefusal } from "../http/refusal-reply.ts";
import { holdCheck } from "./held-check.ts";
import { readSent, refuseSent } from "./read-sent.ts";
import { shownNow } from "./shown-check.ts";

type Kept = { readonly ok: true; readonly value: KeptVersion } | { readonly ok: false; readonly refusal: SaidNo };

interface Asked {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly name: string | undefined; // of a file
}

/** Checks a page that was sent, by every rule, and has it kept. Findings are never taken from whoever sends. */
export async function keepSent({ catalog, now, pages }: Running, { request, reply, name }: Asked, keep: (check: Check) => Promise<Kept>) {
  const sent = readSent(request, { name });
  if (!sent.ok) return refuseSent(reply, sent);
  const today = dayOf(now());
  const { bytes, name: named } = sent.value;
  const result = await pages.check({ bytes, name: named }, today);
  if (!result.ok) return sendRefusal(reply, result.refusal);
  return sendKept(reply, await keep(holdCheck(catalog, shownNow(catalog, result.value, today))));
}

/** 201 with a new version, 200 with the one that says the very same. */
export const sendKept = (reply: FastifyReply, kept: Kept) =>
  kept.ok ? reply.code(kept.value.isNew ? 201 : 200).send(kept.value) : sendRefusal(reply, kept.refusal);
