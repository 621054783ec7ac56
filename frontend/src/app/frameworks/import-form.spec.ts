import { describe, expect, it } from '@jest/globals';
import { aboutOf, emptyImport, isTable, mediaTypeOf, newKind } from './import-form';

const file = (name: string): File => new File(['x'], name);

describe('A file to import', () => {
  it.each([
    ['plan.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['Plan audit.JSON', 'application/json'],
    ['our.table.csv', 'text/csv'],
    ['plan.xls', undefined],
    ['csv', undefined],
  ])('is known by the ending of its name: %s', (name, type) => {
    expect(mediaTypeOf(file(name))).toBe(type);
  });

  it('is sent with what it cannot say when it is a table, and alone otherwise', () => {
    const answers = { title: 'Ours', purpose: '', unit: 'plan', unitTitle: 'one plan' };
    const draft = { ...emptyImport, ...answers, of: 'ehc-plan', kind: 'left-over' };
    expect(aboutOf({ ...draft, file: file('a.csv') })).toEqual({ kind: 'ehc-plan', ...answers });
    expect(aboutOf({ ...draft, of: newKind, kind: 'ours', file: file('a.csv') })).toEqual({
      ...{ kind: 'ours', ...answers },
    });
    expect(aboutOf({ ...draft, file: file('a.xlsx') })).toBeNull();
    expect(isTable(null)).toBe(false);
  });
});
