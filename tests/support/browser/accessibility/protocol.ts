import type { CDPSession, Page } from 'playwright-core';

/** Speaks to Chromium itself, for what Playwright has no words for or is slow at. */
export async function overProtocol<Answer>(
  page: Page,
  work: (session: CDPSession) => Promise<Answer>,
): Promise<Answer> {
  const session = await page.context().newCDPSession(page);
  try {
    return await work(session);
  } finally {
    await session.detach();
  }
}
