import type { RefusalBody } from "@calcar/contract";
import type { Problem, Refusal, RefusalKind } from "@calcar/vocabulary";
import type { FastifyReply } from "fastify";

/** One status for each way of saying no. */
export const STATUS = {
  invalid: 422,
  incomplete: 422,
  "not-applicable": 422,
  "not-permitted": 403,
  conflict: 409,
  "not-found": 404,
  unavailable: 503,
} as const satisfies Record<RefusalKind, number>;

const SENTENCE = {
  invalid: "Some of what was sent cannot be used; each place is named.",
  incomplete: "Something that the answer needs is missing.",
  "not-applicable": "This does not apply here.",
  "not-permitted": "This is not permitted.",
  conflict: "The record has moved on since it was read.",
  "not-found": "There is no such thing here.",
  unavailable: "Something that is needed is not available now; try again later.",
} as const satisfies Record<RefusalKind, string>;

/** The status that says more than its kind: no session is 401, a body too large 413, too many requests 429. */
const STATUS_OF_CODE: Readonly<Record<string, number>> = {
  "no-session": 401,
  "wrong-credentials": 401,
  "too-large": 413,
  "not-json": 415,
  "too-many-requests": 429,
};

const SENTENCE_OF_CODE: Readonly<Record<string, string>> = {
  "no-session": "Sign in first.",
  "wrong-credentials": "The e-mail address or the password is wrong.",
  "too-large": "What was sent is too large.",
  "not-json": "Only application/json is read here.",
  "too-many-requests": "Too many requests; wait a moment and try again.",
  busy: "Many pages are being checked now; try again in a moment.",
  "too-slow": "The page takes too long to check.",
  "too-much-memory": "The page needs too much memory to check.",
  "foreign-host": "This server does not answer to that name.",
  "foreign-origin": "Another site may not act here.",
  database: "The database cannot be reached now; try again in a moment.",
  "moved-on": "Somebody else saved this evaluation since you read it.",
  "different-papers": "These are readings of two different papers.",
  "no-figure": "No study answers this question, so there is nothing to draw.",
  "no-script": "Only a pooled effect has an R script: this question pools none.",
  address: "There is nothing at this address.",
  role: "Your role does not permit this.",
  "address-known": "A page of this address is in the library already.",
  "too-large-to-keep": "The page with its findings is too large to keep: at most six million characters of JSON.",
  "too-many-versions": "This page has 200 versions; it takes no more.",
  "not-yours": "Only the person who added the page may delete it.",
  "welcome-link": "This link is wrong, used or expired. The next start of the server prints a new one while there is no account.",
  "accounts-exist": "There is an account already; sign in.",
};

export const statusOf = ({ kind, code }: Refusal): number => STATUS_OF_CODE[code] ?? STATUS[kind];

/** A refusal of any room; bad input names every place to mend. */
export type SaidNo = Refusal & { readonly problems?: readonly Problem[] };

/** A refusal as it goes over the wire. */
export const refusalBody = ({ kind, code, missing, problems }: SaidNo): RefusalBody => ({
  kind,
  code,
  message: SENTENCE_OF_CODE[code] ?? SENTENCE[kind],
  ...(missing && { missing: [...missing] }),
  ...(problems && { problems: [...problems] }),
});

export const sendRefusal = (reply: FastifyReply, refusal: SaidNo): FastifyReply => reply.code(statusOf(refusal)).send(refusalBody(refusal));
