import type { Jurisdiction } from "@calcar/catalog";
import { rulesVersion } from "@calcar/claims";
import type { SavedVersion, VersionQuery } from "@calcar/contract";
import type { HeldVersion } from "@calcar/library";
import { dayOf } from "@calcar/vocabulary";
import type { FastifyReply } from "fastify";
import type { Running } from "../app-type.ts";
import { sendRefusal } from "../http/refusal-reply.ts";
import { readHeld } from "./held-check.ts";
import { checkedText, type FileWish, reportOf, type ShownCheck, sendFile, shownNow } from "./shown-check.ts";

/** By what a check of today is made: one made with anything else is stale. */
export const todayOf = ({ catalog }: Running): SavedVersion["today"] => ({ knowledge: catalog.version, rules: rulesVersion(catalog) });

/** A page of the library read again with what is known today. */
export async function checkedAgain({ catalog, now, pages }: Running, { held, line }: HeldVersion) {
  const today = dayOf(now());
  const again = await pages.checkAgain(readHeld(held, line), today);
  return again.ok ? { ok: true as const, value: shownNow(catalog, again.value, today) } : again;
}

/** A version as it was found then, or with the rules of today. */
export async function sendVersion(reply: FastifyReply, running: Running, version: HeldVersion, query: VersionQuery) {
  const { format, language, rules, jurisdiction } = query;
  const found =
    rules === "then" ? { ok: true as const, value: readHeld(version.held, version.line) } : await checkedAgain(running, version);
  if (!found.ok) return sendRefusal(reply, found.refusal);
  const check = underLaw(found.value, jurisdiction);
  if (format === "json") return reportOf(check, language);
  if (format !== "page") return printAndSend(reply, running, check, { format, language });
  return { page: version.page, line: version.line, rules, checked: checkedText(check, language), today: todayOf(running) };
}

/** Sends the findings as a file. */
export async function printAndSend(reply: FastifyReply, { pages }: Running, check: ShownCheck, wish: FileWish): Promise<FastifyReply> {
  const printed = await pages.print(check, wish);
  return printed.ok ? sendFile(reply, printed.value, wish) : sendRefusal(reply, printed.refusal);
}

/** The law of one place only, where one was asked for. */
function underLaw(check: ShownCheck, jurisdiction: Jurisdiction | undefined): ShownCheck {
  if (jurisdiction === undefined) return check;
  const findings = check.checked.findings.map((finding) => ({
    ...finding,
    law: finding.law.filter((law) => law.jurisdiction === jurisdiction),
  }));
  return { ...check, checked: { ...check.checked, findings } };
}
