export const partnershipLimits = { nameMax: 80, helpEmailMax: 254 } as const;

/** A colour as the settings page takes it: six hexadecimal digits after #. */
export const colourPattern = /^#[0-9a-fA-F]{6}$/;

/** The least contrast of text on its background (WCAG 2.2, 1.4.3). */
export const contrastMin = 4.5;

/**
 * Contrast ratio of a colour with white, from 1 (white itself) to 21 (black).
 * Relative luminance as defined in WCAG 2.2.
 *
 * @throws RangeError when the colour is not six hexadecimal digits after #
 */
export function contrastWithWhite(colour: string): number {
  if (!colourPattern.test(colour)) {
    throw new RangeError(`colour must be six hexadecimal digits after #, not ${colour}`);
  }
  const [red, green, blue] = [1, 3, 5].map((start) => {
    const share = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  return 1.05 / (luminance + 0.05);
}
