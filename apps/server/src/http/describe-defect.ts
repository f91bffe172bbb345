/**
 * What the log may say of an error: its kind, its code and where it arose.
 *
 * Never its words, nor what a database error carries beside them: they quote values, and values are about patients.
 */
export function describeDefect(error: unknown): { error: string; code: string | undefined; frames: string[] } {
  if (!(error instanceof Error)) return { error: typeof error, code: undefined, frames: [] };
  const code = "code" in error && typeof error.code === "string" ? error.code : undefined;
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return { error: error.constructor.name, code, frames: frames.map((line) => line.trim()) };
}
