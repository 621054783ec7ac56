import type { Scene, SceneItem, SceneLine, SceneText } from '@app/shared/domain';
import { fullWidth, ink, type TaggedPdf, type TextStyle } from './tagged-pdf.js';

const seriesColour = '#1d70b8';

const lines: Readonly<Record<SceneLine['tone'], { width: number; colour: string; dash?: number }>> =
  {
    grid: { width: 0.5, colour: '#d9dcdd' },
    axis: { width: 0.8, colour: ink.rule },
    interval: { width: 3.5, colour: '#8eb8dc' },
    series: { width: 1.2, colour: seriesColour },
    break: { width: 0.8, colour: ink.secondary, dash: 3 },
  };

/** In units of the scene, which are then made smaller with it. */
const texts: Readonly<Record<SceneText['tone'], TextStyle>> = {
  axis: { font: 'regular', size: 12, colour: ink.text },
  value: { font: 'semibold', size: 12, colour: ink.text },
  note: { font: 'regular', size: 12, colour: ink.secondary },
};

const titleStyle: TextStyle = { font: 'semibold', size: 9.5, colour: ink.text };

const markRadius = 4.5;

/**
 * Draws a chart as vectors, exactly as it was laid out, as one figure whose alternative text says
 * everything that it shows. Its title stands above it as text.
 *
 * @param leastPart how small it may become, as a part of the page's width, to stay on this page
 */
export function drawScene(pdf: TaggedPdf, scene: Scene, leastPart = 1): void {
  const whole = fullWidth.width / scene.width;
  const fitting = (pdf.room - titleHeight) / scene.height;
  const scale = fitting >= whole * leastPart ? Math.min(whole, fitting) : whole;
  const height = scene.height * scale;
  pdf.ensure(height + titleHeight);
  pdf.text('P', scene.title, titleStyle);
  const top = pdf.y;
  const bbox = [fullWidth.x, top, fullWidth.x + scene.width * scale, top + height];
  const figure = pdf.drawing.struct('Figure', {
    alt: `${scene.title}. ${scene.description}`,
    ...{ bbox, placement: 'Block' },
  });
  pdf.root.add(figure);
  figure.add(() => {
    pdf.drawing.save().translate(fullWidth.x, top).scale(scale);
    for (const item of scene.items) drawItem(pdf, item);
    pdf.drawing.restore();
  });
  figure.end();
  pdf.space(height + 8);
}

/** How much of a page a chart takes, its title included. */
export const heightOfScene = ({ width, height }: Scene): number =>
  (height * fullWidth.width) / width + titleHeight;

/** Of a title in one line with the space below it. */
const titleHeight = 20;

function drawItem(pdf: TaggedPdf, item: SceneItem): void {
  if (item.kind === 'line') drawLine(pdf.drawing, item);
  else if (item.kind === 'text') drawText(pdf, item);
  else if (item.shape === 'circle') {
    pdf.drawing.circle(item.x, item.y, markRadius).fill(seriesColour);
  } else {
    const side = 2 * markRadius;
    pdf.drawing.rect(item.x - markRadius, item.y - markRadius, side, side).fill(seriesColour);
  }
}

function drawLine(drawing: PDFKit.PDFDocument, { tone, points }: SceneLine): void {
  const { width, colour, dash } = lines[tone];
  const [[x, y] = [0, 0], ...rest] = points;
  drawing.lineWidth(width).moveTo(x, y);
  for (const [nextX, nextY] of rest) drawing.lineTo(nextX, nextY);
  if (dash === undefined) drawing.undash();
  else drawing.dash(dash, {});
  drawing.stroke(colour);
  drawing.undash();
}

function drawText(pdf: TaggedPdf, { tone, x, y, anchor, text }: SceneText): void {
  const style = texts[tone];
  const width = pdf.widthOf(text, style);
  const before = { start: 0, middle: width / 2, end: width }[anchor];
  pdf.writeOnLine(text, style, x - before, y);
}
