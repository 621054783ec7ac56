import { required, validate, type SchemaPath } from '@angular/forms/signals';
import { passwordLimits } from '@app/shared/domain';

export const newPasswordHint = `At least ${passwordLimits.min} characters. Three or four unrelated words work well. Spaces and any other characters are allowed.`;

/** The rules of a new password that need no list: the server knows the passwords guessed first. */
export function newPasswordRules(path: SchemaPath<string>): void {
  required(path, { message: 'Enter a new password' });
  validate(path, ({ value }) => {
    const length = [...value()].length;
    if (length === 0) return null;
    if (length < passwordLimits.min) {
      return {
        kind: 'short',
        message: `Use at least ${passwordLimits.min} characters. Three or four unrelated words work well`,
      };
    }
    return length > passwordLimits.max
      ? { kind: 'long', message: `Use ${passwordLimits.max} characters or fewer` }
      : null;
  });
}
