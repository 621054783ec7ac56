const browsers: [RegExp, string][] = [
  [/\bEdg(e|A|iOS)?\//, 'Edge'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(OPR|Opera)\//, 'Opera'],
  [/\b(Chrome|CriOS|Chromium|HeadlessChrome)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];

const systems: [RegExp, string][] = [
  [/\bAndroid\b/, 'Android'],
  [/\b(iPhone|iPad|iPod)\b/, 'iPhone or iPad'],
  [/\bWindows\b/, 'Windows'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bMac OS X\b/, 'Mac'],
  [/\bLinux\b/, 'Linux'],
];

/** "Firefox on Windows": enough for people to know their own sessions, and all that is kept. */
export function deviceInWords(userAgent: string | undefined): string {
  const named = (list: [RegExp, string][], otherwise: string): string =>
    list.find(([pattern]) => pattern.test(userAgent ?? ''))?.[1] ?? otherwise;
  return `${named(browsers, 'A browser')} on ${named(systems, 'an unknown system')}`;
}
