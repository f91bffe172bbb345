import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter, useSearch } from "@tanstack/react-router";
import type { FormEvent } from "react";
import { call, Refused } from "../api/call.ts";
import { FailureCallout } from "../api/failure.tsx";
import { Callout } from "../design/callout.tsx";
import { LineField } from "../design/line-field.tsx";
import { Page } from "../design/page.tsx";
import { useT } from "../messages/messages.tsx";

/** An address within this app, or the overview: never a link to elsewhere that somebody slipped in. */
const within = (from: string | undefined): string => (from !== undefined && /^\/(?![/\\])/.test(from) ? from : "/");

export function SignIn() {
  const t = useT();
  const router = useRouter();
  const queries = useQueryClient();
  const { from } = useSearch({ from: "/open/sign-in" });
  const entering = useMutation({
    mutationFn: (form: FormData) =>
      call("/api/auth/sign-in/email", { method: "POST", body: { email: form.get("email"), password: form.get("password") } }),
    onSuccess: () => {
      queries.clear();
      router.history.push(within(from));
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    entering.mutate(new FormData(event.currentTarget));
  };
  const unknown = entering.error instanceof Refused && [400, 401, 403, 422].includes(entering.error.status);
  return (
    <Page area="signIn" title={t("signIn.title")} lead={t(from === undefined ? "signIn.lead" : "signIn.ended")}>
      <form className="grid max-w-sm gap-5" onSubmit={submit}>
        <LineField name="email" type="email" autoComplete="username" label={t("signIn.email")} />
        <LineField name="password" type="password" autoComplete="current-password" label={t("signIn.password")} />
        {unknown ? <Callout tone="stop" title={t("signIn.unknown")} announce /> : null}
        {entering.error !== null && !unknown ? <FailureCallout failure={entering.error} /> : null}
        <button type="submit" className="button justify-self-start" disabled={entering.isPending}>
          {t("signIn.do")}
        </button>
      </form>
    </Page>
  );
}
