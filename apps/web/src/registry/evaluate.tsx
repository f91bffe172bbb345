import type { EvaluationRecord, Hip, Hips } from "@calcar/contract";
import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { type FormEvent, useId, useState } from "react";
import { call } from "../api/call.ts";
import { FailureCallout } from "../api/failure.tsx";
import { hipsQuery, patientsQuery } from "../api/queries.ts";
import { Callout } from "../design/callout.tsx";
import { ChoiceField } from "../design/choice-field.tsx";
import { DayField } from "../design/day-field.tsx";
import { Page } from "../design/page.tsx";
import { useDates, useT } from "../messages/messages.tsx";
import { isPseudonym, tidyPseudonym } from "./pseudonym.ts";
import { PseudonymField } from "./pseudonym-field.tsx";
import { today } from "./today.ts";

interface NewEvaluation {
  readonly pseudonym: string;
  readonly side: Hip["side"];
  readonly asOf: string;
}

/** The hip is made when there is none of this pseudonym and side, then the evaluation on it. */
async function begin({ pseudonym, side, asOf }: NewEvaluation): Promise<EvaluationRecord> {
  const hip = await call<Hip>("/api/hips", { method: "POST", body: { pseudonym, side } });
  return call<EvaluationRecord>("/api/evaluations", { method: "POST", body: { hip: hip.id, asOf } });
}

export function EvaluatePage() {
  const t = useT();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const given = useSearch({ from: "/signed-in/evaluate" });
  const { patients } = useSuspenseQuery(patientsQuery).data;
  const { hips } = useSuspenseQuery(hipsQuery).data;
  const [pseudonym, setPseudonym] = useState(given.pseudonym ?? "");
  const [side, setSide] = useState<Hip["side"] | undefined>(given.side);
  const [asOf, setAsOf] = useState<string | undefined>(today);
  const beginning = useMutation({
    mutationFn: begin,
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: [patientsQuery.queryKey[0]] });
      await navigate({ to: "/evaluations/$id", params: { id } });
    },
  });
  const [tried, setTried] = useState(false);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (isPseudonym(pseudonym) && side !== undefined && asOf !== undefined)
      beginning.mutate({ pseudonym: tidyPseudonym(pseudonym), side, asOf });
  };
  return (
    <Page area="evaluate" title={t("evaluate.title")} lead={t("evaluate.lead")}>
      <form className="grid max-w-xl gap-8" onSubmit={submit} noValidate>
        <PseudonymField patients={patients} value={pseudonym} onChange={setPseudonym} wrong={tried && !isPseudonym(pseudonym)} />
        <SideField side={side} onChoose={setSide} wrong={tried && side === undefined} />
        <EvaluationDayField asOf={asOf} onChange={setAsOf} wrong={tried && asOf === undefined} />
        <SameHip hips={hips} pseudonym={pseudonym} side={side} />
        {beginning.error === null ? null : <FailureCallout failure={beginning.error} />}
        <button type="submit" className="button justify-self-start" disabled={beginning.isPending}>
          {t("evaluate.begin")}
        </button>
      </form>
    </Page>
  );
}

interface SideFieldProps {
  readonly side: Hip["side"] | undefined;
  readonly onChoose: (side: Hip["side"]) => void;
  readonly wrong: boolean;
}

function SideField({ side, onChoose, wrong }: SideFieldProps) {
  const t = useT();
  const id = useId();
  const options = (["left", "right"] as const).map((key) => ({ key, label: t(`evaluate.${key}`) }));
  return (
    <div className="grid gap-1.5">
      <span className="field-label" id={id}>
        {t("evaluate.side")}
      </span>
      <ChoiceField labelledBy={id} options={options} chosen={side} onChoose={(key) => onChoose(key === "left" ? "left" : "right")} />
      <p className="field-error" aria-live="polite">
        {wrong ? t("evaluate.sideMissing") : ""}
      </p>
    </div>
  );
}

interface DayProps {
  readonly asOf: string | undefined;
  readonly onChange: (asOf: string | undefined) => void;
  readonly wrong: boolean;
}

function EvaluationDayField({ asOf, onChange, wrong }: DayProps) {
  const t = useT();
  const id = useId();
  return (
    <div className="grid gap-1.5">
      <span className="field-label" id={id}>
        {t("evaluation.day")}
      </span>
      <DayField labelledBy={id} value={asOf} latest={today()} tooLate={t("evaluate.dayTooLate")} onChange={onChange} />
      <p className="field-error" aria-live="polite">
        {wrong ? t("evaluate.dayMissing") : ""}
      </p>
    </div>
  );
}

interface SameHipProps {
  readonly hips: Hips["hips"];
  readonly pseudonym: string;
  readonly side: Hip["side"] | undefined;
}

/** The evaluations that this very hip already has, so that none is begun twice by mistake. */
function SameHip({ hips, pseudonym, side }: SameHipProps) {
  const t = useT();
  const { day } = useDates();
  const same = hips.find((hip) => hip.side === side && hip.pseudonym.toLowerCase() === tidyPseudonym(pseudonym).toLowerCase());
  if (same === undefined || same.evaluations.length === 0) return null;
  return (
    <Callout tone="accent" title={t("evaluate.already", { count: same.evaluations.length })}>
      <ul>
        {same.evaluations.map(({ id, asOf }) => (
          <li key={id}>
            <Link to="/evaluations/$id" params={{ id }}>
              {t("evaluate.goOn", { date: day(asOf) })}
            </Link>
          </li>
        ))}
      </ul>
    </Callout>
  );
}
