import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { form } from '@angular/forms/signals';
import { describe, expect, it } from '@jest/globals';
import { draftOf, settingsRules, shownContrast, type SettingsDraft } from './settings-form';

const ashbourneVale: SettingsDraft = {
  name: 'Ashbourne Vale SEND Partnership',
  colour: '#12304a',
  helpEmail: '',
};

function wrongIn(draft: SettingsDraft): (string | undefined)[] {
  return TestBed.runInInjectionContext(() =>
    form(signal(draft), settingsRules)()
      .errorSummary()
      .map((error) => error.message),
  );
}

describe('The settings form', () => {
  it('takes a dark colour, and no address for help', () => {
    expect(wrongIn(ashbourneVale)).toEqual([]);
  });

  it('refuses a colour on which white text cannot be read, and says by how much', () => {
    expect(wrongIn({ ...ashbourneVale, colour: '#ffcc00' })).toEqual([
      'White text cannot be read well on this colour: contrast 1.5, and it must be at least 4.5. Choose a darker one',
    ]);
  });

  it('asks for a colour it can read', () => {
    expect(wrongIn({ ...ashbourneVale, colour: 'navy' })).toEqual([
      'Enter a colour as # and six digits or letters a to f, like #12304a',
    ]);
  });

  it('never shows a contrast as reached that is just missed', () => {
    expect(shownContrast('#777777')).toBe('4.4');
  });

  it('opens empty when the settings are not there', () => {
    expect(draftOf(null)).toEqual({ name: '', colour: '', helpEmail: '' });
  });
});
