import type { Catalog } from "@calcar/catalog";
import { CheckedText, type CheckQuery, CheckReport } from "@calcar/contract";
import type { PlainDate } from "@calcar/vocabulary";
import { type CheckedSent, checkRead, checkSent, type SentPage } from "../check-sent.ts";
import { checkedText, type FileWish, reportOf, type ShownCheck, shownNow, writeFile } from "../shown-check.ts";

/** In what form findings are wanted. */
export type AnswerWish = Pick<CheckQuery, "format" | "language">;

/** What a worker is asked to do with a page. */
export type PageJob =
  | { readonly act: "answer"; readonly sent: SentPage; readonly today: PlainDate; readonly wish: AnswerWish }
  | { readonly act: "check"; readonly sent: SentPage; readonly today: PlainDate }
  | ({ readonly act: "check-again"; readonly today: PlainDate } & Pick<CheckedSent, "path" | "page">)
  | { readonly act: "print"; readonly check: ShownCheck; readonly wish: FileWish };

export type PageAnswer = Awaited<ReturnType<typeof checkSent>> | { readonly ok: true; readonly value: Uint8Array };

/** Does what a worker is asked. */
export async function doPageJob(catalog: Catalog, job: PageJob): Promise<PageAnswer> {
  switch (job.act) {
    case "answer":
      return answer(catalog, job);
    case "check":
      return checkSent(catalog, job.sent, job.today);
    case "check-again":
      return { ok: true, value: checkRead(catalog, job, { today: job.today }) };
    case "print":
      return { ok: true, value: await writeFile(catalog, job.check, job.wish) };
  }
}

/** The answer to whoever sent a page, ready to be sent: it can be long, and the server's own thread need not touch it. */
async function answer(catalog: Catalog, { sent, today, wish }: Extract<PageJob, { act: "answer" }>): Promise<PageAnswer> {
  const checked = await checkSent(catalog, sent, today);
  if (!checked.ok) return checked;
  const check = shownNow(catalog, checked.value, today);
  const { format, language } = wish;
  if (format === "json") return json(CheckReport.encode(reportOf(check, language)));
  if (format === "page") return json(CheckedText.encode(checkedText(check, language)));
  return { ok: true, value: await writeFile(catalog, check, { format, language }) };
}

const json = (value: unknown): PageAnswer => ({ ok: true, value: Buffer.from(JSON.stringify(value)) });
