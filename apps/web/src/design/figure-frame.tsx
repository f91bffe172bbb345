import type { ReactNode } from "react";
import { useId } from "react";
import { useT } from "../messages/messages.tsx";

interface FigureFrameProps {
  readonly title: string;
  readonly controls?: ReactNode; // how to look at it, above the drawing
  readonly plot: ReactNode;
  readonly shows: string;
  readonly doesNotShow: string;
  readonly sources: ReactNode;
  readonly downloads: ReactNode;
  readonly table?: ReactNode; // the same numbers as text
  readonly level?: 2 | 3;
}

/** The one frame for every figure: what it is, the drawing, what it shows and what it does not, where it comes from, take it along. */
export function FigureFrame({ title, controls, plot, shows, doesNotShow, sources, downloads, table, level = 2 }: FigureFrameProps) {
  const t = useT();
  const id = useId();
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <figure className="figure-frame grid grid-cols-1 gap-3" aria-labelledby={id}>
      <Heading id={id}>{title}</Heading>
      {controls}
      <div className="figure-plot">{plot}</div>
      <figcaption className="measure grid gap-2">
        <p>
          <strong className="font-semibold">{t("figure.shows")}</strong> {shows}
        </p>
        <p>
          <strong className="font-semibold">{t("figure.doesNotShow")}</strong> {doesNotShow}
        </p>
        <div className="note">{sources}</div>
      </figcaption>
      {table}
      <div className="no-print flex flex-wrap gap-2">{downloads}</div>
    </figure>
  );
}
