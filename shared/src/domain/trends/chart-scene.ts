/*
 * A chart laid out once, for every way of drawing it: the page draws it as SVG, the report as
 * vectors of a PDF. Neither moves, adds or leaves out anything. Positions are in units of the
 * scene, from the upper left corner.
 */

import { scaleLinear } from 'd3-scale';

export type LineTone = 'grid' | 'axis' | 'interval' | 'series' | 'break';
export type TextTone = 'axis' | 'value' | 'note';

export interface SceneLine {
  kind: 'line';
  tone: LineTone;
  /** Two or more corners, from one end to the other. */
  points: [number, number][];
}

export interface SceneMark {
  kind: 'mark';
  shape: 'circle' | 'square';
  x: number;
  y: number;
}

export interface SceneText {
  kind: 'text';
  tone: TextTone;
  x: number;
  /** Of the line that the letters stand on. */
  y: number;
  anchor: 'start' | 'middle' | 'end';
  text: string;
}

export type SceneItem = SceneLine | SceneMark | SceneText;

export interface Scene {
  width: number;
  height: number;
  /** The message. */
  title: string;
  /** Everything that the chart shows, for whoever does not see it. */
  description: string;
  /** In reading order; what comes later is drawn on top. */
  items: SceneItem[];
}

/** From a value to its place along one direction. */
export type Placement = (value: number) => number;

/**
 * A linear scale.
 *
 * @param domain two different values
 * @param range where they lie
 * @example linearScale([0, 1], [100, 0])(0.25) // 75
 */
export function linearScale(domain: [number, number], range: [number, number]): Placement {
  const scale = scaleLinear(domain, range);
  return (value) => round(scale(value));
}

/** Hundredths of a unit cannot be seen, and whole bytes are the same everywhere. */
const round = (place: number) => Math.round(place * 100) / 100;
