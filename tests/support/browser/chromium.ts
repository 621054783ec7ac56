import { chromium, type Browser } from 'playwright-core';

/** Nothing that a browser does for its own sake: no sandbox as root, no GPU, no calls home. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The Chromium that `npm test` found on this computer; each test file starts it once. */
export function startChromium(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM_PATH;
  if (!executablePath)
    throw new Error(
      'CHROMIUM_PATH is missing: run the tests with npm test or npm run test:browser',
    );
  return chromium.launch({ executablePath, args: ARGUMENTS });
}
