import { dictionary } from '@zxcvbn-ts/language-common';

/** The passwords guessed first: some thirty thousand from published breaches, in lower case. */
const common = new Set<string>(dictionary['passwords-common'] as readonly string[]);

export function isCommonPassword(password: string): boolean {
  return common.has(password);
}
