import type { RefusalBody } from "@calcar/contract";
import { useRouter } from "@tanstack/react-router";
import { Callout, TONE_OF_REFUSAL } from "../design/callout.tsx";
import { Page } from "../design/page.tsx";
import { useT } from "../messages/messages.tsx";
import { Refused, Unreached } from "./call.ts";

/** A refusal in words: one sentence per kind, the server's own sentence, and each place to mend. */
export function RefusalCallout({ refusal, announce = true }: { readonly refusal: RefusalBody; readonly announce?: boolean }) {
  const t = useT();
  return (
    <Callout tone={TONE_OF_REFUSAL[refusal.kind]} title={t(`refusal.${refusal.kind}`)} announce={announce}>
      {refusal.message === "" ? null : <p>{refusal.message}</p>}
      {refusal.problems === undefined ? null : (
        <ul className="list-disc ps-5">
          {refusal.problems.map(({ place, problem, expected }) => (
            <li key={`${place} ${problem}`}>{t("refusal.problem", { place, problem, expected })}</li>
          ))}
        </ul>
      )}
      <p className="note">{t("refusal.code", { code: refusal.code })}</p>
    </Callout>
  );
}

/** Any failure of a request in words: a refusal as such, a silent server as such, a defect as such. */
export function FailureCallout({ failure }: { readonly failure: unknown }) {
  const t = useT();
  if (failure instanceof Refused) return <RefusalCallout refusal={failure.refusal} />;
  if (failure instanceof Unreached)
    return (
      <Callout tone="caution" title={t("failure.unreached")} announce>
        <p>{t("failure.unreachedHelp")}</p>
      </Callout>
    );
  return (
    <Callout tone="stop" title={t("failure.defect")} announce>
      <p>{failure instanceof Error ? failure.message : String(failure)}</p>
    </Callout>
  );
}

/** The page in place of one that could not be shown. */
export function FailurePage({ error }: { readonly error: unknown }) {
  const t = useT();
  const router = useRouter();
  const gone = error instanceof Refused && error.refusal.kind === "not-found";
  return (
    <Page area="failure" title={t(gone ? "failure.notFoundTitle" : "failure.title")}>
      <div className="grid justify-items-start gap-6">
        <FailureCallout failure={error} />
        <button type="button" className="button button-plain" onClick={() => router.invalidate()}>
          {t("failure.again")}
        </button>
      </div>
    </Page>
  );
}
