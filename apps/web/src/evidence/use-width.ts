import { type RefObject, useEffect, useState } from "react";
import { flushSync } from "react-dom";

const ON_PAPER = 880; // pixels: wider drawings come out on A4 with letters too small to read

/** The width of an element in whole pixels, kept up as it changes; 0 before it has been laid out. On paper no more than fits. */
export function useWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  const isPrinted = usePrinting();
  useEffect(() => {
    if (element.current === null) return undefined;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return isPrinted ? Math.min(width, ON_PAPER) : width;
}

/** Whether the page is being printed. The browser waits for nothing, so whoever asks is drawn anew at once. */
function usePrinting(): boolean {
  const [isPrinted, setPrinted] = useState(false);
  useEffect(() => {
    const begin = (): void => flushSync(() => setPrinted(true));
    const end = (): void => setPrinted(false);
    window.addEventListener("beforeprint", begin);
    window.addEventListener("afterprint", end);
    return () => {
      window.removeEventListener("beforeprint", begin);
      window.removeEventListener("afterprint", end);
    };
  }, []);
  return isPrinted;
}
