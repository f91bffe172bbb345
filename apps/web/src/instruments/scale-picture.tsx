import { useRef } from "react";
import { useWidth } from "../evidence/use-width.ts";
import { ScaleDrawing, type ScaleDrawingProps } from "./scale-drawing.tsx";

/** The drawing of a scale, as wide as its place. */
export function ScalePicture(props: Omit<ScaleDrawingProps, "width">) {
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place);
  return (
    <div ref={place} className="min-h-16 max-w-3xl">
      {width === 0 ? null : <ScaleDrawing {...props} width={width} />}
    </div>
  );
}
