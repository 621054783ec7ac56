import { Injectable } from '@nestjs/common';
import { passwordRefusal, Problem } from '@app/shared/domain';
import { hash, verify } from '@node-rs/argon2';
import { isCommonPassword } from './common-passwords.js';

/** OWASP's parameters for Argon2id, which is the library's own choice of algorithm: 19 MiB, two passes, one lane. */
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
const CURRENT = `$argon2id$v=19$m=${parameters.memoryCost},t=${parameters.timeCost},p=${parameters.parallelism}$`;

/** Hashes and compares passwords; the rule for a new one. */
@Injectable()
export class Passwords {
  /** Compared against when nobody is known by an address, so that the answer takes as long. */
  private readonly nobody = hash('a password that no account has', parameters);

  hash(password: string): Promise<string> {
    return hash(password, parameters);
  }

  async isRight(passwordHash: string | null, password: string): Promise<boolean> {
    const isRight = await verify(passwordHash ?? (await this.nobody), password);
    return passwordHash !== null && isRight;
  }

  /** A new hash when the old one was made with weaker parameters; null when it is as strong as today's. */
  async rehashIfWeaker(passwordHash: string | null, password: string): Promise<string | null> {
    return passwordHash?.startsWith(CURRENT) ? null : this.hash(password);
  }

  /**
   * @param path the field the sentence belongs to
   * @param ownWords words that must not make up the password: names, the address, the partnership
   * @throws Problem rule-broken with the sentence to act on
   */
  mustBeStrong(path: string, password: string, ownWords: readonly string[]): void {
    const message = passwordRefusal(password, { ownWords, isCommon: isCommonPassword });
    if (message) throw Problem.ofFields('rule-broken', [{ path, message }]);
  }
}
