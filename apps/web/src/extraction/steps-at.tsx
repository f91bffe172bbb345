import { Link } from "@tanstack/react-router";
import { useT } from "../messages/messages.tsx";
import type { Step } from "./shapes.ts";
import { useForm } from "./writing-context.tsx";

/** The conversions of one report, as they stand: formula, figures, result, what rounding allows, whose method it is. */
export function StepsAt({ place }: { readonly place: string }) {
  const t = useT();
  const { check } = useForm();
  const steps = (check?.steps ?? []).filter(({ field }) => field === place);
  return (
    <div role="status" className={steps.length === 0 ? "" : "conversion"}>
      {steps.length === 0 ? null : (
        <>
          <p className="font-semibold">{t("extraction.converted.title")}</p>
          {steps.map((step) => (
            <OneStep key={`${step.gives} ${step.worked}`} step={step} />
          ))}
        </>
      )}
    </div>
  );
}

function OneStep({ step: { gives, formula, worked, range, caution, sources } }: { readonly step: Step }) {
  const t = useT();
  return (
    <div className="grid gap-0.5">
      <p>
        <span className="font-medium">{gives}</span> {worked}
      </p>
      <p className="note">{formula}</p>
      {range === undefined ? null : (
        <p className="note">{t("extraction.converted.range", { from: String(range[0]), to: String(range[1]) })}</p>
      )}
      {caution === undefined ? null : <p className="note">{caution}</p>}
      {sources.length === 0 ? null : (
        <p className="note flex flex-wrap gap-x-2">
          {t("extraction.converted.by")}
          {sources.map((id) => (
            <Link key={id} to="/evidence/sources/$id" params={{ id }}>
              {id}
            </Link>
          ))}
        </p>
      )}
    </div>
  );
}
