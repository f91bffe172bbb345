import { ChoiceOf, TextField, YesNo } from "./fields.tsx";
import { FigureField } from "./figure-field.tsx";
import { useForm } from "./writing-context.tsx";

/** What kind of study it is: the words by which questions find it. */
export function StudyPart() {
  const { at, words } = useForm();
  const of = (name: string): readonly string[] => words.choices[name] ?? [];
  const pooling = at("pooling");
  return (
    <div className="grid grid-cols-1 gap-8">
      <div className="form-grid">
        <TextField place="design" text="extraction.design" hint="extraction.design.hint" />
        <ChoiceOf place="designClass" text="extraction.designClass" words={of("designClass")} />
        <YesNo place="doubleBlind" text="extraction.doubleBlind" />
        <ChoiceOf place="joint" text="extraction.joint" words={of("joint")} />
        <ChoiceOf place="disease" text="extraction.disease" words={of("disease")} />
        {at("disease") === "onfh" || at("phase") !== undefined ? (
          <ChoiceOf place="phase" text="extraction.phase" hint="extraction.phase.hint" words={of("phase")} />
        ) : null}
        <TextField place="condition" text="extraction.condition" />
        <TextField place="stage" text="extraction.stage" />
        <TextField place="role" text="extraction.role" hint="extraction.role.hint" />
        <ChoiceOf place="pooling" text="extraction.pooling" words={of("pooling")} />
        {pooling === undefined ? null : <TextField place="poolingNote" text="extraction.poolingNote" />}
        <TextField place="remark" text="extraction.remark" hint="extraction.remark.hint" />
      </div>
      <div className="grid grid-cols-1 gap-4">
        <FigureField place="patients" text="extraction.patients" />
        <FigureField place="hips" text="extraction.hips" />
        <FigureField place="followUpMonths" text="extraction.followUpMonths" />
      </div>
    </div>
  );
}
