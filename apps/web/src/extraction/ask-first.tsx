import { useT } from "../messages/messages.tsx";

interface AskFirstProps {
  readonly question: string;
  readonly yes: string;
  readonly onYes: () => void;
  readonly onNo: () => void;
}

/** What was typed is lost only after somebody was asked. The question takes the focus, so that it is heard where it is asked. */
export function AskFirst({ question, yes, onYes, onNo }: AskFirstProps) {
  const t = useT();
  return (
    <fieldset className="flex min-w-0 flex-wrap items-center gap-3" tabIndex={-1} ref={focus}>
      <legend className="mb-2">{question}</legend>
      <button type="button" className="button button-plain button-small" onClick={onYes}>
        {yes}
      </button>
      <button type="button" className="button-link text-sm" onClick={onNo}>
        {t("extraction.bar.no")}
      </button>
    </fieldset>
  );
}

const focus = (asked: HTMLElement | null): void => asked?.focus();
