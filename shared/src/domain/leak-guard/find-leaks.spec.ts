import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isNhsNumber, isUpn } from './check-digits.js';
import { findLeaks, isDateAlone, type LeakKind } from './find-leaks.js';

/** The parts found, as they stand in the text. */
const partsOf = (text: string): [LeakKind, string][] =>
  findLeaks(text).map(({ kind, from, to }) => [kind, text.slice(from, to)]);

const digits = (count: number) => fc.stringMatching(new RegExp(`^[0-9]{${count}}$`));
const nhsNumbers = digits(9)
  .map((nine) => Array.from({ length: 10 }, (_, last) => `${nine}${last}`).find(isNhsNumber))
  .filter((number) => number !== undefined);
const upns = digits(12).map((twelve) => {
  const letters = 'ABCDEFGHJKLMNPQRTUVWXYZ';
  return [...letters].map((letter) => letter + twelve).find(isUpn) ?? '';
});

describe('check digits', () => {
  it.each(['9434765919', '4010232137', '9876543210'])('make %s an NHS number', (number) => {
    expect(isNhsNumber(number)).toBe(true);
  });

  it.each(['9434765918', '1234567890', '1111111111', '0000000000', '943476591', '94347659190'])(
    'make %s none',
    (number) => {
      expect(isNhsNumber(number)).toBe(false);
    },
  );

  it.each(['H801200001001', 'U80120000100A'])('make %s a UPN', (upn) => {
    expect(isUpn(upn)).toBe(true);
  });

  it.each(['G801200001001', 'I801200001001', 'H80120000100', 'h801200001001'])(
    'make %s no UPN',
    (upn) => {
      expect(isUpn(upn)).toBe(false);
    },
  );

  it('miss no single wrong digit of an NHS number', () => {
    fc.assert(
      fc.property(nhsNumbers, fc.nat(9), fc.integer({ min: 1, max: 9 }), (number, place, step) => {
        const wrong = (Number(number[place]) + step) % 10;
        const changed = number.slice(0, place) + String(wrong) + number.slice(place + 1);
        expect(isNhsNumber(changed)).toBe(false);
      }),
    );
  });
});

describe('a text that looks as if it named one person', () => {
  it.each<[string, LeakKind, string]>([
    ['NHS 943 476 5919 on file', 'nhs-number', '943 476 5919'],
    ['EHC-9434765919', 'nhs-number', '9434765919'],
    ['943-476-5919.', 'nhs-number', '943-476-5919'],
    ['UPN H801200001001', 'upn', 'H801200001001'],
    ['upn h801200001001', 'upn', 'h801200001001'],
    ['born 12/03/2014 in Ashbourne', 'date-of-birth', '12/03/2014'],
    ['DOB: 2014-03-12', 'date-of-birth', '2014-03-12'],
    ['D.O.B. 12.3.14', 'date-of-birth', '12.3.14'],
    ['Her date of birth is 12th March 2014', 'date-of-birth', '12th March 2014'],
    ['was born on the first, 3 May 2012 she moved', 'date-of-birth', ''],
    ['write to ellen.ward@example.org today', 'email', 'ellen.ward@example.org'],
    ['ring 01335 342 000 after four', 'telephone', '01335 342 000'],
    ['ring (01335) 342000', 'telephone', '(01335) 342000'],
    ['mobile 07700 900123', 'telephone', '07700 900123'],
    ['+44 7700 900 123', 'telephone', '+44 7700 900 123'],
    ['+44 (0)7700 900123', 'telephone', '+44 (0)7700 900123'],
    ['lives at DE6 1AQ', 'postcode', 'DE6 1AQ'],
    ['sw1a1aa', 'postcode', 'sw1a1aa'],
    ['her number is QQ123456C', 'national-insurance', ''],
    ['her number is AB 12 34 56 C', 'national-insurance', 'AB 12 34 56 C'],
  ])('%s', (text, kind, part) => {
    expect(partsOf(text)).toEqual(part === '' ? [] : [[kind, part]]);
  });

  it('names each part where several stand in one text', () => {
    expect(partsOf('DE6 1AQ, 07700 900123, x@y.example, 943 476 5919')).toEqual([
      ['postcode', 'DE6 1AQ'],
      ['telephone', '07700 900123'],
      ['email', 'x@y.example'],
      ['nhs-number', '943 476 5919'],
    ]);
  });

  it.each([
    'P-1023',
    'EHC-004512',
    'EHC/2024/00451',
    'SO-014',
    'North team 3',
    '2024-02-15',
    'The plan was reviewed on 12/03/2025 and issued on 2 May 2025',
    'Year 5, 3 hours a week, 20-week limit, 15 of 20',
    'AUD-2026-27-Q2-0142',
    'sections B1 2, F3 and H1',
    'ZZ1 2AB',
    'A1',
    '1234567890',
    '',
  ])('is not "%s"', (text) => {
    expect(findLeaks(text)).toEqual([]);
  });

  it('is found wherever it stands, and the place is right', () => {
    const around = fc.constantFrom('', ' ', 'see ', 'No. ', '(', 'Réf: ', '🫖 ');
    const leaks = fc.oneof(
      nhsNumbers,
      nhsNumbers.map((n) => `${n.slice(0, 3)} ${n.slice(3, 6)} ${n.slice(6)}`),
      upns,
    );
    fc.assert(
      fc.property(around, leaks, around, (before, leak, after) => {
        const [found] = findLeaks(`${before}${leak} ${after}`);
        expect(found).toMatchObject({ from: before.length, to: before.length + leak.length });
      }),
    );
  });

  it('is not a plan reference of letters and up to eight digits', () => {
    const references = fc.stringMatching(/^(P|EHC|EHCP|PLAN|REF)[-/]?[0-9]{1,8}$/);
    fc.assert(
      fc.property(references, (reference) => {
        expect(findLeaks(reference)).toEqual([]);
      }),
    );
  });

  it('never overlaps another, and lies inside the text, whatever the text', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.stringMatching(/^[0-9A-Z @.+()/-]{0,80}$/),
    );
    fc.assert(
      fc.property(texts, (text) => {
        let end = 0;
        for (const { from, to } of findLeaks(text)) {
          expect(from).toBeGreaterThanOrEqual(end);
          expect(to).toBeGreaterThan(from);
          end = to;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  it.each(['1 '.repeat(50_000), '0'.repeat(100_000), 'a@'.repeat(50_000), 'a.'.repeat(50_000)])(
    'is looked for in a hundred thousand hostile characters without delay',
    (text) => {
      const before = Date.now();
      findLeaks(text);
      expect(Date.now() - before).toBeLessThan(1_000);
    },
  );
});

describe('a date alone', () => {
  it.each(['12/03/2014', '2014-03-12', ' 12.3.14 ', '12 March 2014'])('is "%s"', (text) => {
    expect(isDateAlone(text)).toBe(true);
  });

  it.each(['12/03/2014 North', 'Year 5', 'EHC-2014-03-12', ''])('is not "%s"', (text) => {
    expect(isDateAlone(text)).toBe(false);
  });
});
