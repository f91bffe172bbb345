import { queryOptions, useQuery } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { useIntl } from "react-intl";
import { useT } from "../messages/messages.tsx";
import { type DrawnAnswer, drawFigure, NARROWEST } from "./draw-figure.ts";
import { figureWords } from "./figure-words.ts";
import { useWidth } from "./use-width.ts";

/** The module that draws, fetched when the first figure is shown. */
export const figuresQuery = queryOptions({
  queryKey: ["figures"],
  queryFn: () => import("@calcar/figures"),
  staleTime: Number.POSITIVE_INFINITY,
  structuralSharing: false,
});

/** The drawing of an answer, as wide as its place. It takes the page's own colours, so it follows light, dark and print by itself. */
export function QuestionPlot({ answer }: { readonly answer: DrawnAnswer }) {
  const t = useT();
  const intl = useIntl();
  const router = useRouter();
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place);
  const { data: figures, isError } = useQuery(figuresQuery);
  useEffect(() => {
    if (place.current === null || figures === undefined || width === 0) return;
    const svg = drawFigure(figures, answer, {
      width: Math.max(width, NARROWEST),
      theme: "page",
      words: figureWords(figures.ENGLISH, intl),
      studyAddress: (id) => router.buildLocation({ to: "/evidence/studies/$id", params: { id } }).href,
    });
    place.current.replaceChildren(svg);
  }, [figures, answer, width, intl, router]);
  useInsideLinks(place);
  return (
    <div ref={place} className="min-h-40">
      <p className="note">{t(isError ? "evidence.figure.failed" : "evidence.figure.drawing")}</p>
    </div>
  );
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
