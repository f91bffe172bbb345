import { Refused } from "../api/call.ts";
import { FailureCallout } from "../api/failure.tsx";
import { Callout } from "../design/callout.tsx";
import { useT } from "../messages/messages.tsx";

const KNOWN = [
  "empty",
  "too-large",
  "binary",
  "unknown-encoding",
  "unsupported-format",
  "encrypted",
  "unreadable",
  "scanned-without-text",
  "too-many-requests",
] as const;

interface CheckFailureProps {
  readonly failure: Error | null;
  readonly tooLarge?: string | undefined; // name of a file that was not sent
}

/** Why a page was not checked, and what would help. */
export function CheckFailure({ failure, tooLarge }: CheckFailureProps) {
  const t = useT();
  if (tooLarge === undefined && failure === null) return null;
  const said = failure instanceof Refused ? failure.refusal.code : undefined;
  const code = tooLarge === undefined ? KNOWN.find((known) => known === said) : "too-large";
  if (code === undefined) return <FailureCallout failure={failure} />;
  return (
    <Callout tone="stop" title={t("claims.problem.title", { name: nameOf(failure, tooLarge) })} announce>
      <p>{t(`claims.problem.${code}`)}</p>
    </Callout>
  );
}

const nameOf = (failure: Error | null, tooLarge: string | undefined): string =>
  tooLarge ?? (failure instanceof Refused ? failure.refusal.problems?.[0]?.place : undefined) ?? "text";
