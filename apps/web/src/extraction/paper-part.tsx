import { ChoiceOf, TextField } from "./fields.tsx";
import { useForm } from "./writing-context.tsx";

/** Which paper it is, and how the study will be called. */
export function PaperPart() {
  const { words } = useForm();
  return (
    <div className="form-grid">
      <TextField place="id" text="extraction.id" hint="extraction.id.hint" />
      <TextField place="paper.source" text="extraction.source" hint="extraction.source.hint" list={words.sources} />
      <div className="form-wide">
        <TextField place="paper.title" text="extraction.title" rows={2} />
      </div>
      <TextField place="paper.authors" text="extraction.authors" />
      <TextField place="paper.journal" text="extraction.journal" />
      <TextField place="paper.year" text="extraction.year" />
      <TextField place="paper.doi" text="extraction.doi" />
      <TextField place="paper.pmid" text="extraction.pmid" />
      <TextField place="paper.url" text="extraction.url" />
      <TextField place="paper.kind" text="extraction.paperKind" hint="extraction.paperKind.hint" />
      <TextField place="paper.read" text="extraction.read" hint="extraction.read.hint" />
      <ChoiceOf place="paper.verified" text="extraction.citationVerified" words={words.choices.verified ?? []} />
      <TextField place="trialFamily" text="extraction.trialFamily" hint="extraction.trialFamily.hint" />
    </div>
  );
}
