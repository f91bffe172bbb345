import { useNavigate, useSearch } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { CheckFailure } from "../claims/check-failure.tsx";
import { ClaimsNav } from "../claims/claims-nav.tsx";
import { Page } from "../design/page.tsx";
import { useT } from "../messages/messages.tsx";
import { CompareForm } from "./compare-form.tsx";
import { type CompareSearch, nameOf, versionOf } from "./compare-search.ts";
import { Comparison } from "./comparison.tsx";
import { type Side, useSide } from "./use-side.ts";

/** Two sides that were chosen in the form, and the address that they were given. */
interface Asked {
  readonly at: string;
  readonly before: Side | undefined;
  readonly after: Side | undefined;
}

/** Two versions of a page side by side: which sentences changed, and which findings went, came and stayed. */
export function ComparePageView() {
  const t = useT();
  const navigate = useNavigate();
  const search = useSearch({ from: "/signed-in/reading/compare" });
  const rules = search.rules ?? "then";
  const [atHand, setAtHand] = useState<Asked>();
  const saved = useMemo(() => ({ before: sideOf(search.before), after: sideOf(search.after) }), [search.before, search.after]);
  const { before, after } = atHand?.at === keyOf(search) ? atHand : saved;
  const sides = { before: useSide(before, rules), after: useSide(after, rules) };
  const isAsked = before !== undefined && after !== undefined;
  const compare = (first: Side, second: Side): void => {
    const named = { ...nameIn("before", first), ...nameIn("after", second), ...ruleIn(rules) };
    setAtHand({ at: keyOf(named), before: first, after: second });
    void navigate({ to: "/compare", search: named, replace: true });
  };
  const readBy = (chosen: "then" | "today"): void =>
    void navigate({ to: "/compare", search: { ...withoutRules(search), ...ruleIn(chosen) }, replace: true });
  const { read: left } = sides.before;
  const { read: right } = sides.after;
  return (
    <Page area="library" title={t("library.compare.title")} lead={isAsked ? undefined : t("library.compare.lead")} kicker={<ClaimsNav />}>
      <div className="grid grid-cols-1 gap-10">
        <details open={!isAsked} className="compare-choice">
          <summary>{t("library.compare.choose")}</summary>
          <CompareForm key={keyOf(search)} before={before} after={after} onCompare={compare} />
        </details>
        <CheckFailure failure={sides.before.failure ?? sides.after.failure} />
        {isAsked && left && right ? (
          <Comparison before={left} after={right} rules={rules} onRules={readBy} />
        ) : (
          <p role="status" className="note">
            {isAsked && sides.before.failure === null && sides.after.failure === null ? t("claims.checking") : ""}
          </p>
        )}
      </div>
    </Page>
  );
}

function sideOf(text: string | undefined): Side | undefined {
  const saved = versionOf(text);
  return saved && { saved };
}

/** Which texts an address names, whatever the rules. */
const keyOf = ({ before = "", after = "" }: CompareSearch): string => `${before} ${after}`;

const nameIn = (key: "before" | "after", side: Side) => ("saved" in side ? { [key]: nameOf(side.saved) } : {});
const ruleIn = (rules: "then" | "today") => (rules === "today" ? { rules } : {});
const withoutRules = ({ before, after }: { readonly before?: string; readonly after?: string }) => ({
  ...(before !== undefined && { before }),
  ...(after !== undefined && { after }),
});
