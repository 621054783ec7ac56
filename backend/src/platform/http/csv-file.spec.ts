import { describe, expect, it } from '@jest/globals';
import { Problem } from '@app/shared/domain';
import { readCsv } from './csv-file.js';

const bytes = (text: string, encoding: BufferEncoding = 'utf8') => Buffer.from(text, encoding);
const refusal = (file: Buffer): string => {
  try {
    readCsv(file);
  } catch (error) {
    if (error instanceof Problem) return error.detail;
    throw error;
  }
  return 'not refused';
};

const text = 'plan_ref;team\r\nP-1;Café\r\n';
const read = [
  ['plan_ref', 'team'],
  ['P-1', 'Café'],
];

describe('a CSV file', () => {
  it.each([
    ['UTF-8', bytes(text)],
    ['UTF-8 with a byte order mark', bytes(`\uFEFF${text}`)],
    ['UTF-16, little end first', bytes(`\uFEFF${text}`, 'utf16le')],
    ['UTF-16, big end first', bytes(`\uFEFF${text}`, 'utf16le').swap16()],
    ['Windows-1252', bytes(text, 'latin1')],
    ['commas', bytes(text.replaceAll(';', ','))],
    ['tabs', bytes(text.replaceAll(';', '\t'))],
    ['Unix line ends', bytes(text.replaceAll('\r\n', '\n'))],
    ['old Macintosh line ends', bytes(text.replaceAll('\r\n', '\r'))],
    ['Excel’s announcement of the delimiter', bytes(`sep=;\r\n${text}`)],
  ])('is read as a spreadsheet saves it: %s', (_, file) => {
    expect(readCsv(file)).toEqual(read);
  });

  it('keeps what stands in quotation marks together: delimiters, line ends and marks', () => {
    expect(readCsv(bytes('"a, b";c\n"1;\n2";"say ""yes"""\n'))).toEqual([
      ['a, b', 'c'],
      ['1;\n2', 'say "yes"'],
    ]);
  });

  it('keeps each record at the place of its row, the empty ones too', () => {
    expect(readCsv(bytes('a,b\n\n1,2\n'))).toEqual([['a', 'b'], [''], ['1', '2']]);
  });

  it('keeps rows of any length, for the reading to judge', () => {
    expect(readCsv(bytes('a,b\n1\n1,2,3\n'))).toEqual([['a', 'b'], ['1'], ['1', '2', '3']]);
  });

  it('may hold a stray quotation mark inside a value', () => {
    expect(readCsv(bytes('a,b\nthe 5" team,2\n'))).toEqual([
      ['a', 'b'],
      ['the 5" team', '2'],
    ]);
  });

  it.each([
    ['nothing', Buffer.alloc(0), 'The file is empty'],
    ['a mark and nothing else', bytes('\uFEFF \r\n'), 'The file is empty'],
    [
      'an Excel workbook',
      bytes('PK\u0003\u0004\u0014\u0000', 'latin1'),
      /^This is an Excel workbook/,
    ],
    ['an old workbook', bytes('\u00d0\u00cf\u0011\u00e0\u00a1', 'latin1'), /^This is an old Excel/],
    ['a PDF', bytes('%PDF-1.7\n%'), /^This is a PDF and not a CSV file/],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), /^This is not a CSV file/],
    ['UTF-16 with a null', bytes('\uFEFFa\0b', 'utf16le'), /^This is not a CSV file/],
    [
      'an open quotation mark',
      bytes('a,b\n1,2\n"3,4\n5,6\n'),
      /^Row 3 cannot be read: a quotation/,
    ],
    [
      'one for ever',
      bytes(`a,b\n"${'x,y\n'.repeat(100_000)}`),
      /^Row 2 cannot be read: a quotation/,
    ],
  ])('is not %s', (_, file, sentence) => {
    expect(refusal(file)).toMatch(sentence);
  });
});
