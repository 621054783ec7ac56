/** The forms in which a framework leaves as a file: for machines, and for people. */
export const frameworkFileFormats = ['json', 'xlsx'] as const;
export type FrameworkFileFormat = (typeof frameworkFileFormats)[number];

export const frameworkFileLimits = { bytesMax: 2 * 1024 * 1024 } as const;
