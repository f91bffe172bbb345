import type { CheckedText } from "@calcar/contract";
import { type ReactNode, useMemo } from "react";
import { useT } from "../messages/messages.tsx";
import { markPieces, type Piece } from "./mark-pieces.ts";
import { TEXT_FIELD } from "./move.ts";
import { type Placed, SEVERITIES, type Severity, type Span } from "./shapes.ts";

interface PageSheetProps {
  readonly text: string;
  readonly checked: CheckedText; // of the text, or of the text as it was a moment ago
  readonly marks: readonly Placed[]; // as filtered
  readonly open: number | undefined;
  readonly onEdit?: ((text: string) => void) | undefined; // while it is edited
  readonly onSelect: (number: number) => void;
}

/** The page's text with its marks. While it is edited, the field lies exactly over the marked text. */
export function PageSheet({ text, checked, marks, open, onEdit, onSelect }: PageSheetProps) {
  const t = useT();
  const isEditing = onEdit !== undefined;
  const headings = isEditing || text !== checked.text ? NO_HEADINGS : checked.headings;
  const pieces = useMemo(() => markPieces(text.length, marks, headings), [text, marks, headings]);
  const lang = checked.language === "unknown" ? undefined : checked.language;
  return (
    <section className="sheet" aria-label={t("claims.page.title")}>
      <div className="sheet-stack" lang={lang}>
        <div className="sheet-text" aria-hidden={isEditing}>
          {pieces.map((piece) => (
            <ShownPiece key={piece.start} piece={piece} {...{ text, headings, open, isEditing, onSelect }} />
          ))}
          {"\n"}
        </div>
        {isEditing ? (
          <textarea
            id={TEXT_FIELD}
            className="sheet-text sheet-field"
            aria-label={t("claims.page.edit")}
            spellCheck
            value={text}
            onChange={({ target }) => onEdit(target.value)}
          />
        ) : null}
      </div>
    </section>
  );
}

const NO_HEADINGS: readonly Span[] = [];

interface ShownPieceProps extends Pick<PageSheetProps, "open" | "onSelect"> {
  readonly isEditing: boolean;
  readonly piece: Piece;
  readonly text: string;
  readonly headings: readonly Span[];
}

function ShownPiece({ piece, text, headings, open, isEditing, onSelect }: ShownPieceProps) {
  const words = text.slice(piece.start, piece.end);
  const isHeading = headings.some(({ start, end }) => start <= piece.start && piece.end <= end);
  const shown = isHeading ? <strong className="sheet-heading">{words}</strong> : words;
  if (piece.over.length === 0) return shown;
  const numbers = piece.over.map(({ number }) => number);
  const isOpen = open !== undefined && numbers.includes(open);
  const look = `claim-mark claim-${gravest(piece.over)}${isOpen ? " claim-open" : ""}`;
  const beginning = piece.over.flatMap(({ number, span }) => (span.start === piece.start ? [number] : []));
  const content = (
    <>
      {beginning.length === 0 ? null : <NumberOf numbers={beginning} />}
      {shown}
    </>
  );
  if (isEditing)
    return (
      <mark className={look} data-findings={numbers.join(" ")}>
        {content}
      </mark>
    );
  return <MarkLink {...{ piece, look, open, onSelect }}>{content}</MarkLink>;
}

interface MarkLinkProps extends Pick<PageSheetProps, "open" | "onSelect"> {
  readonly piece: Piece;
  readonly look: string;
  readonly children: ReactNode;
}

/** A mark leads to its finding; pressed again, to the next one of the same words. */
function MarkLink({ piece: { over }, look, open, onSelect, children }: MarkLinkProps) {
  const t = useT();
  const numbers = over.map(({ number }) => number);
  const next = numbers[(numbers.indexOf(open ?? -1) + 1) % numbers.length] ?? numbers[0]!;
  return (
    <a
      href={`#finding-${next}`}
      className={look}
      data-findings={numbers.join(" ")}
      onClick={(event) => {
        event.preventDefault();
        onSelect(next);
      }}
    >
      {children}
      <span className="sr-only">
        {t("claims.page.mark", { numbers: numbers.join(", "), severity: t(`claims.severity.${gravest(over)}`) })}
      </span>
    </a>
  );
}

const NumberOf = ({ numbers }: { readonly numbers: readonly number[] }) => (
  <span className="claim-number" aria-hidden="true">
    {numbers.join(" ")}
  </span>
);

const gravest = (over: readonly Placed[]): Severity =>
  SEVERITIES.find((severity) => over.some(({ finding }) => finding.severity === severity)) ?? "info";
