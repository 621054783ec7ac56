/** A range of values, both ends included; `null` stands where an interval does not exist. */
export interface Interval {
  lower: number;
  upper: number;
}
