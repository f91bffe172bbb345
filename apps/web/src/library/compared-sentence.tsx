import type { Finding, Placed } from "../claims/shapes.ts";
import { useT } from "../messages/messages.tsx";

interface ComparedSentenceProps {
  readonly words: string;
  readonly side: "out" | "in"; // the text before, or the one after
  readonly isSame: boolean; // it stands in both
  readonly placed: readonly Placed[];
  readonly changed: ReadonlySet<Finding>; // found in this text only
}

/** One sentence with its sign, and what was found in it. Taken out and added are told by sign, line and words, not by colour alone. */
export function ComparedSentence({ words, side, isSame, placed, changed }: ComparedSentenceProps) {
  const t = useT();
  return (
    <div className="compare-sentence">
      {isSame ? <p>{words}</p> : <SignedWords words={words} sign={side} />}
      {placed.length === 0 ? null : (
        <ul className="flex flex-wrap gap-x-3 font-sans text-xs">
          {placed.map(({ number, finding }) => (
            <li key={number} className={`claim-key claim-${finding.severity}`}>
              {t("library.compare.found", {
                number,
                severity: t(`claims.severity.${finding.severity}`),
                standing: changed.has(finding) ? side : "stays",
              })}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function SignedWords({ words, sign }: { readonly words: string; readonly sign: "out" | "in" }) {
  const t = useT();
  const Words = sign === "out" ? "del" : "ins";
  return (
    <p className={`compare-${sign}`}>
      <span aria-hidden="true" className="compare-sign">
        {sign === "out" ? "−" : "+"}
      </span>
      <span className="sr-only">{t(`library.compare.sign.${sign}`)}</span> <Words>{words}</Words>
    </p>
  );
}
