import type { PlacedLights } from "../risk/lights.ts";
import type { Label } from "../svg/label.ts";
import type { Row } from "./sheet.ts";

/** A row with the height at which its marks are drawn. */
export interface PlacedRow extends Row {
  readonly y: number;
}

/** Rows over one axis laid out in pixels: everything but the marks on the axis. */
export interface Placed {
  readonly width: number;
  readonly height: number; // of the rows and the axis; notes follow below
  readonly left: number; // of the axis
  readonly right: number;
  readonly lines: readonly (readonly [from: number, to: number])[]; // the line of no effect, in pieces where words stand between
  readonly axisY: number;
  readonly rows: readonly PlacedRow[];
  readonly labels: readonly Label[];
  readonly lights: readonly PlacedLights[];
  readonly rules: readonly number[]; // hairlines across the figure
}
