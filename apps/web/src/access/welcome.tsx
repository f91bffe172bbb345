import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { call } from "../api/call.ts";
import { FailureCallout } from "../api/failure.tsx";
import { Callout } from "../design/callout.tsx";
import { LineField } from "../design/line-field.tsx";
import { Page } from "../design/page.tsx";
import { useT } from "../messages/messages.tsx";

/** The token of a one-time link. It stands in the fragment, which no browser sends to a server or into a log. */
const tokenFromAddress = (): string | null => new URLSearchParams(location.hash.slice(1)).get("token");

/** The first account of a clinic, by the link printed at the first start. */
export function Welcome() {
  const t = useT();
  const router = useRouter();
  const queries = useQueryClient();
  const [token] = useState(tokenFromAddress);
  const making = useMutation({
    mutationFn: (form: FormData) =>
      call("/api/welcome", {
        method: "POST",
        body: { token, name: form.get("name"), email: form.get("email"), password: form.get("password") },
      }),
    onSuccess: async () => {
      queries.clear();
      await router.navigate({ to: "/", replace: true });
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    making.mutate(new FormData(event.currentTarget));
  };
  if (token === null)
    return (
      <Page area="welcome" title={t("welcome.title")}>
        <Callout tone="plain" title={t("welcome.noToken")}>
          <p>{t("welcome.noTokenHelp")}</p>
        </Callout>
      </Page>
    );
  return (
    <Page area="welcome" title={t("welcome.title")} lead={t("welcome.lead")}>
      <form className="grid max-w-sm gap-5" onSubmit={submit}>
        <LineField name="name" label={t("welcome.name")} autoComplete="name" maxLength={120} />
        <LineField name="email" label={t("signIn.email")} type="email" autoComplete="username" maxLength={200} />
        <LineField
          name="password"
          label={t("signIn.password")}
          type="password"
          autoComplete="new-password"
          hint={t("welcome.passwordHint")}
          minLength={12}
          maxLength={200}
        />
        {making.error === null ? null : <FailureCallout failure={making.error} />}
        <button type="submit" className="button justify-self-start" disabled={making.isPending}>
          {t("welcome.do")}
        </button>
      </form>
    </Page>
  );
}
