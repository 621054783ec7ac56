import { describe, expect, it } from '@jest/globals';
import { Problem } from '@app/shared/domain';
import { hash } from '@node-rs/argon2';
import { isCommonPassword } from './common-passwords.js';
import { Passwords } from './passwords.js';

const PASSWORD = 'quiet-harbour-violet-92';

describe('keeping passwords', () => {
  const passwords = new Passwords();

  it('makes another hash each time, with the settings OWASP names', async () => {
    const [one, other] = [await passwords.hash(PASSWORD), await passwords.hash(PASSWORD)];
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(other);
  });

  it('knows the right password and no other, to the last byte', async () => {
    const kept = await passwords.hash(`${PASSWORD} é`);
    expect(await passwords.isRight(kept, `${PASSWORD} é`)).toBe(true);
    for (const near of [`${PASSWORD} é`.normalize('NFD'), `${PASSWORD} e`, `${PASSWORD} é `])
      expect(await passwords.isRight(kept, near)).toBe(false);
  });

  it('is never right for nobody, not with the password that stands in for theirs', async () => {
    expect(await passwords.isRight(null, PASSWORD)).toBe(false);
    expect(await passwords.isRight(null, 'a password that no account has')).toBe(false);
  });

  it('makes a stronger hash of one made with weaker settings, and leaves the others', async () => {
    const weaker = await hash(PASSWORD, { memoryCost: 8192, timeCost: 1, parallelism: 1 });
    const stronger = await passwords.rehashIfWeaker(weaker, PASSWORD);
    expect(await passwords.isRight(stronger, PASSWORD)).toBe(true);
    expect(await passwords.rehashIfWeaker(stronger, PASSWORD)).toBeNull();
  });

  it('names the field of a password that is refused', () => {
    const refuse = () => passwords.mustBeStrong('newPassword', 'too short', []);
    expect(refuse).toThrow(Problem);
    try {
      refuse();
    } catch (error) {
      expect(error).toMatchObject({ code: 'rule-broken', errors: [{ path: 'newPassword' }] });
    }
    expect(() => passwords.mustBeStrong('newPassword', PASSWORD, ['Priya Nair'])).not.toThrow();
  });

  it('knows the passwords that are guessed first', () => {
    for (const common of ['password', '123456', 'qwerty', 'iloveyou'])
      expect(isCommonPassword(common)).toBe(true);
    expect(isCommonPassword(PASSWORD)).toBe(false);
  });
});
