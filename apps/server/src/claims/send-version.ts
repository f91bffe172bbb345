import type { Jurisdiction } from "@calcar/catalog";
import { rulesVersion } from "@calcar/claims";
import type { SavedVersion, VersionQuery } from "@calcar/contract";
import type { HeldVersion } from "@calcar/library";
import { latestToday } from "@calcar/vocabulary";
import type { FastifyReply } from "fastify";
import type { Running } from "../app-type.ts";
import { checkRead } from "./check-sent.ts";
import { readHeld } from "./held-check.ts";
import { checkedText, reportOf, type ShownCheck, sendFile, shownNow } from "./shown-check.ts";

/** By what a check of today is made: one made with anything else is stale. */
export const todayOf = ({ catalog }: Running): SavedVersion["today"] => ({ knowledge: catalog.version, rules: rulesVersion(catalog) });

/** A page of the library read again with what is known today. */
export function checkedAgain({ catalog, now }: Running, { held, line }: HeldVersion): ShownCheck {
  const today = latestToday(now());
  return shownNow(catalog, checkRead(catalog, readHeld(held, line), { today }), today);
}

/** A version as it was found then, or with the rules of today. */
export function sendVersion(reply: FastifyReply, running: Running, version: HeldVersion, query: VersionQuery) {
  const { format, language, rules, jurisdiction } = query;
  const check = underLaw(rules === "then" ? readHeld(version.held, version.line) : checkedAgain(running, version), jurisdiction);
  if (format === "json") return reportOf(check, language);
  if (format !== "page") return sendFile(reply, running.catalog, check, { format, language });
  return { page: version.page, line: version.line, rules, checked: checkedText(check, language), today: todayOf(running) };
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
