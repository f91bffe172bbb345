import type { RefusalBody } from "@calcar/contract";

/** The server said no. The refusal travels as the cause of a failed query or mutation. */
export class Refused extends Error {
  readonly status: number;
  readonly refusal: RefusalBody;

  constructor(status: number, refusal: RefusalBody) {
    super(refusal.message);
    this.status = status;
    this.refusal = refusal;
  }
}

/** No answer came at all: no network, or the server is gone. Nothing is known about what it holds. */
export class Unreached extends Error {}

interface Call {
  readonly method?: "GET" | "POST" | "PATCH" | "DELETE";
  readonly body?: unknown; // a Blob is sent as it is, anything else as JSON
  readonly signal?: AbortSignal;
}

/**
 * One request to our own server and the body of its answer.
 * @returns the parsed body; undefined when there is none (204)
 * @throws Refused when the server refuses; Unreached when no answer came
 */
export async function call<T>(path: string, asked: Call = {}): Promise<T> {
  const text = await (await answered(path, asked)).text();
  return (text === "" ? undefined : parse(text)) as T;
}

/** The same with the body as it came: a file that the server made. */
export const callFile = async (path: string, asked: Call = {}): Promise<Blob> => (await answered(path, asked)).blob();

async function answered(path: string, { method = "GET", body, signal }: Call): Promise<Response> {
  const response = await reach(path, {
    method,
    signal: signal ?? null,
    credentials: "same-origin",
    headers: { accept: "application/json", ...typeOf(body) },
    body: body === undefined ? null : body instanceof Blob ? body : JSON.stringify(body),
  });
  if (response.ok) return response;
  const text = await response.text();
  throw new Refused(response.status, asRefusal(response.status, text === "" ? undefined : parse(text)));
}

/** A file goes as its bytes; what it is the server reads from them. */
const typeOf = (body: unknown): Readonly<Record<string, string>> =>
  body === undefined ? {} : { "content-type": body instanceof Blob ? "application/octet-stream" : "application/json" };

async function reach(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, init);
  } catch (failure) {
    if (failure instanceof DOMException && failure.name === "AbortError") throw failure;
    throw new Unreached("no answer", { cause: failure });
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (failure) {
    if (failure instanceof SyntaxError) return undefined; // a proxy's page instead of ours; the status still counts
    throw failure;
  }
}

function asRefusal(status: number, body: unknown): RefusalBody {
  if (typeof body === "object" && body !== null && "kind" in body && "code" in body) return body as RefusalBody;
  const printed = typeof body === "object" && body !== null && "message" in body ? String(body.message) : "";
  return { kind: status === 401 || status === 403 ? "not-permitted" : "unavailable", code: `http-${status}`, message: printed };
}

/** Whether a failure means that the reader has to sign in first. */
export const needsSignIn = (failure: unknown): boolean => failure instanceof Refused && failure.status === 401;
