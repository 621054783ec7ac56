/** One answer that can be chosen: what is kept, what is read, and what it means. */
export interface Choice {
  value: string;
  label: string;
  hint?: string;
}
