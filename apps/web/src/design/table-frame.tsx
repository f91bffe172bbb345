import type { ReactNode } from "react";

interface TableFrameProps {
  readonly caption: string;
  readonly hideCaption?: boolean;
  readonly children: ReactNode; // thead and tbody
}

/** A scrolling frame takes the focus, so that the arrow keys can scroll it. */
const REACHABLE = { tabIndex: 0 } as const;

/** The one table. On a narrow screen it scrolls inside its own frame, which the keyboard can reach. */
export function TableFrame({ caption, hideCaption = false, children }: TableFrameProps) {
  return (
    <section className="table-frame" aria-label={caption} {...REACHABLE}>
      <table className="table">
        <caption className={hideCaption ? "sr-only" : undefined}>{caption}</caption>
        {children}
      </table>
    </section>
  );
}
