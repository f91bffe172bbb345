import type { Catalog } from "@calcar/catalog";
import type { PlainDate } from "@calcar/vocabulary";
import { type CheckedSent, checkRead, checkSent, type SentPage } from "../check-sent.ts";
import { type FileWish, type ShownCheck, writeFile } from "../shown-check.ts";

/** What a worker is asked to do with a page. */
export type PageJob =
  | { readonly act: "check"; readonly sent: SentPage; readonly today: PlainDate }
  | ({ readonly act: "check-again"; readonly today: PlainDate } & Pick<CheckedSent, "path" | "page">)
  | { readonly act: "print"; readonly check: ShownCheck; readonly wish: FileWish };

export type PageAnswer = Awaited<ReturnType<typeof checkSent>> | { readonly ok: true; readonly value: Uint8Array };

/** Does what a worker is asked. */
export async function doPageJob(catalog: Catalog, job: PageJob): Promise<PageAnswer> {
  switch (job.act) {
    case "check":
      return checkSent(catalog, job.sent, job.today);
    case "check-again":
      return { ok: true, value: checkRead(catalog, job, { today: job.today }) };
    case "print":
      return { ok: true, value: await writeFile(catalog, job.check, job.wish) };
  }
}
