import { Callout } from "../design/callout.tsx";
import { download } from "../evidence/download.ts";
import { useT } from "../messages/messages.tsx";
import { ProblemList } from "./problem-list.tsx";
import type { DraftFile } from "./shapes.ts";
import { useForm } from "./writing-context.tsx";

/** What is still open; or the file, to be looked at and taken away. */
export function FilePart() {
  const t = useT();
  const { check } = useForm();
  if (check === undefined) return <p className="note">{t("extraction.checking")}</p>;
  const { problems, notices, doubts, files } = check;
  return (
    <div className="grid grid-cols-1 gap-8">
      {problems.length > 0 ? (
        <section className="grid grid-cols-1 gap-3" aria-labelledby="open-title">
          <h3 id="open-title">{t("extraction.file.open", { open: problems.length })}</h3>
          <ProblemList problems={problems} />
        </section>
      ) : (
        <Callout tone="accent" title={t("extraction.file.ready")}>
          <p>{t("extraction.file.readyMeans")}</p>
        </Callout>
      )}
      {notices.length > 0 ? (
        <section className="section-rule grid grid-cols-1 gap-3" aria-labelledby="notices-title">
          <h3 id="notices-title">{t("extraction.file.notices")}</h3>
          <ProblemList problems={notices} />
        </section>
      ) : null}
      {doubts.length > 0 ? (
        <Callout tone="caution" title={t("extraction.file.doubts")}>
          <ul className="list-disc ps-5">
            {doubts.map((doubt) => (
              <li key={doubt}>{doubt}</li>
            ))}
          </ul>
        </Callout>
      ) : null}
      {files.map((file) => (
        <FileSheet key={file.path} file={file} />
      ))}
    </div>
  );
}

function FileSheet({ file: { path, text } }: { readonly file: DraftFile }) {
  const t = useT();
  const name = path.replace(/^studies\/([^/]+)\//, "$1-").replace(/^sources\//, "source-");
  return (
    <div className="section-rule grid grid-cols-1 gap-3">
      <div className="flex flex-wrap items-baseline justify-between gap-3">
        <h3 className="break-all">{`knowledge/${path}`}</h3>
        <button type="button" className="button" onClick={() => download(name, "application/yaml", text)}>
          {t("extraction.file.download", { name })}
        </button>
      </div>
      <FileText name={path} text={text} />
    </div>
  );
}

/** A scrolling frame takes the focus, so that the arrow keys can scroll it. */
const REACHABLE = { tabIndex: 0 } as const;

const FileText = ({ name, text }: { readonly name: string; readonly text: string }) => (
  <section className="file-text" aria-label={name} {...REACHABLE}>
    <pre>{text}</pre>
  </section>
);
