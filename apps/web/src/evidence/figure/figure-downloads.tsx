import { useQuery } from "@tanstack/react-query";
import { useIntl } from "react-intl";
import { poolSearch } from "../../api/queries.ts";
import { useT } from "../../messages/messages.tsx";
import { download } from "../download.ts";
import { type Drawing, type DrawnAnswer, figureFile } from "../draw-figure.ts";
import { figureWords } from "../figure-words.ts";
import { figuresQuery } from "../question-plot.tsx";
import { pngOf } from "./png-of.ts";

/** The figure as it is shown, and everything behind it, to take along. */
export function FigureDownloads({ drawing }: { readonly drawing: Drawing }) {
  const t = useT();
  const { answer } = drawing;
  const name = `calcar-${answer.question}-${answer.knowledge}`;
  const json = (): void => download(`${name}.json`, "application/json", JSON.stringify(answer, null, 2));
  return (
    <>
      <PictureButtons drawing={drawing} name={name} />
      <FileLink answer={answer} file="arms.csv" label={t("evidence.figure.arms")} />
      <Download label={t("evidence.figure.json")} onPress={json} />
      {answer.kind === "effect" ? <FileLink answer={answer} file="script.R" label={t("evidence.figure.script")} /> : null}
      <FileLink answer={answer} file="evidence.fhir.json" label={t("evidence.figure.fhir")} />
      <FileLink answer={answer} file="report.html" label={t("evidence.figure.reportHtml")} />
      <FileLink answer={answer} file="report.docx" label={t("evidence.figure.reportWord")} />
    </>
  );
}

/** Nothing while there is no figure: a picture of a refusal helps nobody. */
function PictureButtons({ drawing, name }: { readonly drawing: Drawing; readonly name: string }) {
  const t = useT();
  const intl = useIntl();
  const figures = useQuery(figuresQuery).data;
  if (figures === undefined) return null;
  const file = figureFile(figures, drawing, figureWords(figures.ENGLISH, intl));
  if (!file.ok) return null;
  const picture = drawing.figure === undefined ? name : `${name}-${drawing.figure}`;
  const png = async (): Promise<void> => download(`${picture}.png`, "image/png", await pngOf(file.value));
  return (
    <>
      <Download label={t("evidence.figure.svg")} onPress={() => download(`${picture}.svg`, "image/svg+xml", file.value)} />
      <Download label={t("evidence.figure.png")} onPress={() => void png()} />
    </>
  );
}

function Download({ label, onPress }: { readonly label: string; readonly onPress: () => void }) {
  return (
    <button type="button" className="button button-plain button-small" onClick={onPress}>
      {label}
    </button>
  );
}

interface FileLinkProps {
  readonly answer: DrawnAnswer;
  readonly file: string;
  readonly label: string;
}

/** A file that the server makes, of the answer as it was chosen. */
function FileLink({ answer, file, label }: FileLinkProps) {
  return (
    <a className="button button-plain button-small" href={fileAddress(answer, file)} download>
      {label}
    </a>
  );
}

export function fileAddress(answer: DrawnAnswer, file: string): string {
  const { question, without, widened } = answer;
  const methods = answer.kind === "change" ? {} : { tau2: answer.tau2Method, ci: answer.ciMethod };
  return `/api/questions/${encodeURIComponent(question)}/${file}${poolSearch({ ...methods, without, widen: widened })}`;
}
