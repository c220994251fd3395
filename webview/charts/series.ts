/** A curve: n points in the order of x. A y that isn't finite is a gap. */
export interface Series {
  /** As the legend names it: `train accuracy`. */
  readonly name: string;
  /** Chooses its colour and stroke in the style sheet. */
  readonly className: string;
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
}
