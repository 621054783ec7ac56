import { applyWhen, required, validate, type SchemaPathTree } from '@angular/forms/signals';
import { frameworkFileLimits, frameworkKeyPattern, frameworkLimits } from '@app/shared/domain';

/** What no row of a table can say. */
export interface ImportAbout extends Record<string, string> {
  /** Key of a framework that is there, or blank for a new one. */
  kind: string;
  title: string;
  purpose: string;
  unit: string;
  unitTitle: string;
}

export interface ImportDraft {
  file: File | null;
  /** Which framework the file is a version of: a key, or `newKind`. */
  of: string;
  kind: string;
  title: string;
  purpose: string;
  unit: string;
  unitTitle: string;
}

export const newKind = 'new';

export const emptyImport: ImportDraft = {
  ...{ file: null, of: '', kind: '', title: '', purpose: '', unit: '', unitTitle: '' },
};

const mediaTypes: Readonly<Record<string, string>> = {
  json: 'application/json',
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};
const megabytesMax = frameworkFileLimits.bytesMax / (1024 * 1024);

export const importHint = `A spreadsheet (XLSX), JSON or CSV, at most ${megabytesMax} MB`;

/** Known by the ending of its name: browsers call CSV by many types, or by none. */
export function mediaTypeOf({ name }: File): string | undefined {
  return mediaTypes[/\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''];
}

export function isTable(file: File | null): boolean {
  return file !== null && mediaTypeOf(file) === mediaTypes['csv'];
}

/** What is sent with a table; null for a file that says it itself. */
export function aboutOf(draft: ImportDraft): ImportAbout | null {
  if (!isTable(draft.file)) return null;
  const { of, title, purpose, unit, unitTitle } = draft;
  const kind = of === newKind ? draft.kind : of;
  return { kind, title, purpose, unit, unitTitle };
}

export function importRules(path: SchemaPathTree<ImportDraft>): void {
  validate(path.file, ({ value }) => {
    const file = value();
    if (file === null) return { kind: 'missing', message: 'Choose the file of the framework' };
    if (!mediaTypeOf(file)) {
      return { kind: 'other', message: 'Choose a file that ends in .xlsx, .json or .csv' };
    }
    return file.size > frameworkFileLimits.bytesMax
      ? { kind: 'large', message: `The file must be ${megabytesMax} MB or smaller` }
      : null;
  });
  applyWhen(
    path,
    ({ value }) => isTable(value().file),
    (table) => {
      required(table.of, { message: 'Choose which framework this is' });
      required(table.title, { message: 'Enter what the framework is called' });
      required(table.unit, { message: 'Choose what one audit looks at' });
      required(table.unitTitle, { message: 'Enter what one audit looks at, in words' });
      atMost(table.title, frameworkLimits.titleMax);
      atMost(table.purpose, frameworkLimits.textMax);
      atMost(table.unitTitle, frameworkLimits.titleMax);
    },
  );
  applyWhen(
    path,
    ({ value }) => isTable(value().file) && value().of === newKind,
    (table) => {
      validate(table.kind, ({ value }) => {
        const key = value().trim();
        if (key === '') return { kind: 'missing', message: 'Enter a key for what is audited' };
        return frameworkKeyPattern.test(key) && key.length <= frameworkLimits.keyMax
          ? null
          : {
              kind: 'key',
              message: `Use small letters, digits and single hyphens, a letter first, at most ${frameworkLimits.keyMax}`,
            };
      });
    },
  );
}

function atMost(path: SchemaPathTree<string>, max: number): void {
  validate(path, ({ value }) =>
    [...value()].length > max ? { kind: 'long', message: `Use ${max} characters or fewer` } : null,
  );
}
