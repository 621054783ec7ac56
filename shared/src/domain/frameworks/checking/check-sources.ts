import type { ProblemError } from '../../problems/index.js';
import type { FrameworkDefinition } from '../definition.js';

/** Whether an address has a place in it: a new source of a draft begins with nothing behind the slashes. */
export function isWebAddress(url: string): boolean {
  return /^https?:\/\/[^\s/]+/.test(url);
}

/** Every source can be opened by whoever wants to read what a criterion rests on. */
export function checkSources({ sources }: Pick<FrameworkDefinition, 'sources'>): ProblemError[] {
  return sources.flatMap(({ url }, at) =>
    isWebAddress(url)
      ? []
      : [
          {
            path: `sources.${at}.url`,
            message: 'Enter the whole address, such as https://example.org',
          },
        ],
  );
}
