import type { Range } from "./shapes.ts";

export const LANE = 22; // pixels between two thresholds
const SIDE = 14; // room for half a figure at either end
const TOP = 24; // the figure of the score
const BELOW = 46; // ticks and the words at the ends

interface Asked {
  readonly range: Range;
  readonly width: number;
  readonly states: number;
  readonly changes: number;
}

/** Where everything of a scale stands, in pixels. */
export interface Places {
  readonly x: (value: number) => number;
  readonly axis: number;
  readonly height: number;
}

export function placesOf({ range: [low, high], width, states, changes }: Asked): Places {
  const axis = TOP + states * LANE + 16;
  return {
    x: (value) => SIDE + ((value - low) / (high - low)) * (width - 2 * SIDE),
    axis,
    height: axis + BELOW + changes * LANE + (changes > 0 ? 10 : 0),
  };
}
