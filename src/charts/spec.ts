/**
 * A chart (图表) as data. It is read three times: as inline SVG at build time, as the table beside it, and by Chart.js when a reader
 * wants more. All text is already in the reader's language. Colour is by series number (`series-1` … in the styles), never inline;
 * every series also has its own dash or marker shape.
 */
export interface ChartPoint {
  /** Index into `x`. */
  readonly at: number;
  /** null = a gap: the line breaks here. */
  readonly y: number | null;
  /** As printed: `87.50`, `=2 / 32`, or the reason of a gap. */
  readonly text: string;
}

/** Something marked on a line: an award held, a method change. `tone` gives the shape. */
export interface ChartMark {
  readonly at: number;
  readonly y: number | null;
  readonly text: string;
  readonly tone: 'positive' | 'neutral' | 'warning' | 'negative';
}

export interface ChartSeries {
  readonly id: string;
  readonly name: string;
  /** `main` is drawn strong, `context` thin and grey (the group's other members, a median). */
  readonly role: 'main' | 'compare' | 'context';
  readonly points: readonly ChartPoint[];
  /** Its name stands before the last figure at its end, since other lines are named beside it. */
  readonly isNamed?: true;
  /** What stands at its end where the text of its last point is too long for a margin. */
  readonly endText?: string;
  /** Indexes into `x` before which the line breaks though there are figures: method or group changed. */
  readonly breaks: readonly number[];
}

export interface LineSpec {
  readonly kind: 'line';
  readonly title: string;
  /** What the axis measures, with unit. */
  readonly yName: string;
  /** Labels along x, in order, gaps of the cadence included. */
  readonly x: readonly string[];
  /** Where each label stands, in any unit, in order: days of dates. Without it they stand evenly, as periods do. */
  readonly xAt?: readonly number[];
  readonly series: readonly ChartSeries[];
  readonly marks: readonly ChartMark[];
  /** `rank` points down: 1 is at the top, and the last place of the scale is `yMax`. */
  readonly scale: 'value' | 'rank';
  readonly yMin: number | null;
  readonly yMax: number | null;
  readonly decimals: number;
  /** `publisher, as of 2023-12-31`, printed inside downloads. */
  readonly source: string;
  /** What breaks the lines, in words: a change of method or group. */
  readonly breakText: string | null;
}

/** Where one unit stands in the spread of its group: one row a dimension. */
export interface StripSpec {
  readonly kind: 'strip';
  readonly title: string;
  readonly source: string;
  readonly rows: readonly {
    readonly name: string;
    readonly min: number;
    readonly max: number;
    readonly median: number;
    /** Every member's value, for the dots. */
    readonly values: readonly number[];
    readonly value: number | null;
    readonly text: string;
    /** Lower is better: the axis is turned so that better is always to the right. */
    readonly reversed: boolean;
  }[];
}

export type PointShape = 'start' | 'due' | 'done' | 'late' | 'event';

/** Tasks' or milestones' bars and points on a common time axis. Dates are `YYYY-MM-DD`. */
export interface TimelineSpec {
  readonly kind: 'timeline';
  readonly title: string;
  readonly source: string;
  /** null where all that is drawn has ended: the axis ends with it. */
  readonly asOf: string | null;
  readonly asOfText: string;
  readonly rows: readonly {
    readonly name: string;
    readonly from: string | null;
    readonly to: string | null;
    readonly points: readonly { readonly on: string; readonly text: string; readonly shape: PointShape }[];
  }[];
}

/** Units or tasks down, periods or sessions across, a mark in each cell: flag matrix, award calendar. */
export interface MatrixSpec {
  readonly kind: 'matrix';
  readonly title: string;
  readonly source: string;
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly name: string;
    readonly cells: readonly (readonly { readonly text: string; readonly tone: ChartMark['tone'] }[])[];
  }[];
}

export type ChartSpec = LineSpec | StripSpec | TimelineSpec | MatrixSpec;
