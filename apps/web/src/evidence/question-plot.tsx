import { queryOptions, useQuery } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { useEffect, useLayoutEffect, useMemo, useRef } from "react";
import { useIntl } from "react-intl";
import { useT } from "../messages/messages.tsx";
import { type Drawing, drawFigure, NARROWEST } from "./draw-figure.ts";
import { figureWords } from "./figure-words.ts";
import { useWidth } from "./use-width.ts";

/** The module that draws, fetched when the first figure is shown. */
export const figuresQuery = queryOptions({
  queryKey: ["figures"],
  queryFn: () => import("@calcar/figures"),
  staleTime: Number.POSITIVE_INFINITY,
  structuralSharing: false,
});

/**
 * A figure, as wide as its place, or the sentence that says why there is none. It takes the page's own colours, so it follows light,
 * dark and print by itself.
 */
export function QuestionPlot({ drawing }: { readonly drawing: Drawing }) {
  const t = useT();
  const frame = useRef<HTMLDivElement>(null);
  const place = useRef<HTMLDivElement>(null);
  const { drawn, isError } = useDrawn(drawing, useWidth(frame));
  useLayoutEffect(() => {
    place.current?.replaceChildren(...(drawn?.ok ? [drawn.value] : []));
  }, [drawn]);
  useInsideLinks(place);
  return (
    <div ref={frame}>
      <div ref={place} className={drawn?.ok === false ? undefined : "min-h-40"} />
      {drawn === undefined ? <p className="note">{t(isError ? "evidence.figure.failed" : "evidence.figure.drawing")}</p> : null}
      {drawn?.ok === false ? (
        <p className="measure" role="status">
          <strong className="font-semibold">{t("evidence.figure.refused")}</strong> {drawn.refusal.reason}
        </p>
      ) : null}
    </div>
  );
}

function useDrawn({ answer, figure, by, whole }: Drawing, width: number) {
  const intl = useIntl();
  const router = useRouter();
  const { data: figures, isError } = useQuery(figuresQuery);
  const drawn = useMemo(() => {
    if (figures === undefined || width === 0) return undefined;
    return drawFigure(
      figures,
      { answer, figure, by, whole },
      {
        width: Math.max(width, NARROWEST),
        theme: "page",
        words: figureWords(figures.ENGLISH, intl),
        studyAddress: (id) => router.buildLocation({ to: "/evidence/studies/$id", params: { id } }).href,
      },
    );
  }, [figures, answer, figure, by, whole, width, intl, router]);
  return { drawn, isError };
}

/** A study named in the drawing opens as any link of a page does, without loading Calcar anew. */
function useInsideLinks(place: React.RefObject<HTMLDivElement | null>): void {
  const router = useRouter();
  useEffect(() => {
    const element = place.current;
    const open = (event: MouseEvent): void => {
      const address = event.target instanceof Element ? event.target.closest("a")?.getAttribute("href") : undefined;
      if (!address || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      router.history.push(address);
    };
    element?.addEventListener("click", open);
    return () => element?.removeEventListener("click", open);
  }, [place, router]);
}
