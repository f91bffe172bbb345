import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { call } from "../api/call.ts";
import { useT } from "../messages/messages.tsx";

/** Ends the session and forgets everything that was read in it. */
export function SignOut() {
  const t = useT();
  const router = useRouter();
  const queries = useQueryClient();
  const leaving = useMutation({
    mutationFn: () => call("/api/auth/sign-out", { method: "POST", body: {} }),
    onSuccess: async () => {
      await router.navigate({ to: "/sign-in" });
      queries.clear();
    },
  });
  return (
    <>
      {leaving.isError ? <span role="alert">{t("signOut.failed")}</span> : null}
      <button type="button" className="button-link" disabled={leaving.isPending} onClick={() => leaving.mutate()}>
        {t("signOut.do")}
      </button>
    </>
  );
}
