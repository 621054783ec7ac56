import { email, maxLength, required, validate, type SchemaPathTree } from '@angular/forms/signals';
import type { PartnershipResponse } from '@app/shared/contracts';
import {
  colourPattern,
  contrastMin,
  contrastWithWhite,
  partnershipLimits,
} from '@app/shared/domain';

export interface SettingsDraft {
  name: string;
  colour: string;
  helpEmail: string;
}

export function draftOf(partnership: PartnershipResponse | null): SettingsDraft {
  return {
    name: partnership?.name ?? '',
    colour: partnership?.colour ?? '',
    helpEmail: partnership?.helpEmail ?? '',
  };
}

export function settingsRules(path: SchemaPathTree<SettingsDraft>): void {
  required(path.name, { message: 'Enter the partnership’s name' });
  maxLength(path.name, partnershipLimits.nameMax, {
    message: `Name must be ${partnershipLimits.nameMax} characters or fewer`,
  });
  validate(path.colour, ({ value }) => {
    const colour = value().trim();
    if (!colourPattern.test(colour)) {
      return {
        kind: 'form',
        message: 'Enter a colour as # and six digits or letters a to f, like #12304a',
      };
    }
    return contrastWithWhite(colour) < contrastMin
      ? {
          kind: 'contrast',
          message: `White text cannot be read well on this colour: contrast ${shownContrast(colour)}, and it must be at least ${contrastMin}. Choose a darker one`,
        }
      : null;
  });
  email(path.helpEmail, {
    message: 'Enter an e-mail address in the correct form, like name@example.org',
  });
  maxLength(path.helpEmail, partnershipLimits.helpEmailMax, {
    message: `E-mail address must be ${partnershipLimits.helpEmailMax} characters or fewer`,
  });
}

/** Rounded down, so that a colour just below the least is never shown as reaching it. */
export function shownContrast(colour: string): string {
  return (Math.floor(contrastWithWhite(colour) * 10) / 10).toFixed(1);
}
