import { availableParallelism } from "node:os";
import type { Catalog } from "@calcar/catalog";
import { Workers, type WorkLimits } from "@calcar/claims";
import type { PlainDate, Problem } from "@calcar/vocabulary";
import type { SaidNo } from "../../http/refusal-reply.ts";
import type { CheckedSent, SentPage } from "../check-sent.ts";
import type { FileWish, ShownCheck } from "../shown-check.ts";
import type { AnswerWish, PageAnswer, PageJob } from "./page-jobs.ts";

type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: SaidNo };

/** Reading, checking and printing pages apart from the thread that answers everybody. */
export interface PageDesk {
  /** Reads and checks a page that was sent, and gives the findings in the form that is wanted, as bytes. */
  answer(sent: SentPage, today: PlainDate, wish: AnswerWish): Promise<Outcome<Uint8Array>>;
  /** Reads and checks a page that was sent, or says what is wrong with it. */
  check(sent: SentPage, today: PlainDate): Promise<Outcome<CheckedSent>>;
  /** Checks a page that was read before. */
  checkAgain(read: Pick<CheckedSent, "path" | "page">, today: PlainDate): Promise<Outcome<CheckedSent>>;
  /** The findings as a file. */
  print(check: ShownCheck, wish: FileWish): Promise<Outcome<Uint8Array>>;
  close(): Promise<void>;
}

/** A page of half a million characters takes a second to check, and its report as PDF six; other work may stand beside it. */
const LIMITS: WorkLimits = { workers: Math.max(1, Math.min(2, availableParallelism() - 1)), waiting: 16, ms: 30_000, megabytes: 1_000 };

export function openPageDesk(catalog: Catalog, limits: WorkLimits = LIMITS): PageDesk {
  const workers = new Workers<PageJob, PageAnswer>({ url: new URL("./page-worker.ts", import.meta.url), data: catalog }, limits);
  const ask = async <T>(job: PageJob, place: string): Promise<Outcome<T>> => {
    const answered = await workers.ask(job);
    if (answered.ok) return answered.value as Outcome<T>;
    const { refusal } = answered;
    return {
      ok: false,
      refusal: refusal.kind === "invalid" ? { ...refusal, problems: [problemOf(refusal.code, place, limits)] } : refusal,
    };
  };
  return {
    answer: (sent, today, wish) => ask({ act: "answer", sent, today, wish }, placeOf(sent.name)),
    check: (sent, today) => ask({ act: "check", sent, today }, placeOf(sent.name)),
    checkAgain: ({ path, page }, today) => ask({ act: "check-again", path, page, today }, path),
    print: (check, wish) => ask({ act: "print", check, wish }, check.path),
    close: () => workers.close(),
  };
}

const placeOf = (name: string | undefined): string => (name === undefined || name === "" ? "text" : name);

const problemOf = (code: string, place: string, { ms, megabytes }: WorkLimits): Problem =>
  code === "too-slow"
    ? { place, problem: `takes longer than ${ms / 1000} seconds`, expected: "a shorter page" }
    : { place, problem: `needs more than ${megabytes} MB of memory`, expected: "a smaller page" };
