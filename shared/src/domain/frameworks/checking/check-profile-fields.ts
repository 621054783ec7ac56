import type { ProblemError } from '../../problems/index.js';
import { answersOf, asksForNumber } from '../answers.js';
import {
  profileColumns,
  type FieldSource,
  type FrameworkDefinition,
  type ProfileField,
} from '../definition.js';
import { checkCondition } from './check-condition.js';

/** Every profile field says where its value comes from, and that place can give such a value. */
export function checkProfileFields(definition: FrameworkDefinition): ProblemError[] {
  return definition.profileFields.flatMap((field, at) =>
    sourceFaults(field, `profileFields.${at}`, definition),
  );
}

/** A draft in the making may lack what the schema asks of every field. */
export function sourceOf({ source }: ProfileField): FieldSource | null | undefined {
  return source;
}

function sourceFaults(
  field: ProfileField,
  path: string,
  { agencies, profileFields }: FrameworkDefinition,
): ProblemError[] {
  const source = sourceOf(field);
  if (!source) {
    const message = `Say where the value of “${field.title}” comes from`;
    return [{ path: `${path}.source`, message }];
  }
  if (field.prefix !== undefined && !asksForNumber(field)) {
    return [{ path: `${path}.prefix`, message: 'Only a whole number has a word before it' }];
  }
  if (source.from === 'register') {
    return columnFaults(field, source.column, `${path}.source.column`);
  }
  // What a derived field rests on must be given by someone, so derived fields are left out.
  const given = profileFields.filter((one) => sourceOf(one)?.from !== 'derived');
  if (source.from === 'derived') {
    const faults = checkCondition(source.when, `${path}.source.when`, given);
    if (field.type === 'yes-no') return faults;
    const message = 'A derived field is yes or no';
    return [...faults, { path: `${path}.type`, message }];
  }
  return sweepFaults(field, source, `${path}.source`, {
    agencies: agencies.map(({ key }) => key),
    profileFields,
  });
}

function sweepFaults(
  field: ProfileField,
  source: Extract<FieldSource, { from: 'sweep' }>,
  path: string,
  { agencies, profileFields }: { agencies: string[]; profileFields: ProfileField[] },
): ProblemError[] {
  const { owner, prefilledFrom, askedWhen, preset } = source;
  const faults: ProblemError[] = [];
  if (!agencies.includes(owner)) {
    faults.push({ path: `${path}.owner`, message: `There is no agency “${owner}” to answer this` });
  }
  if (prefilledFrom !== undefined) {
    faults.push(...columnFaults(field, prefilledFrom, `${path}.prefilledFrom`));
  }
  if (askedWhen) faults.push(...checkCondition(askedWhen, `${path}.askedWhen`, profileFields));
  if (preset) {
    faults.push(...checkCondition(preset.when, `${path}.preset.when`, profileFields));
    const answers = answersOf(field).map(({ key }) => key);
    if (!answers.includes(preset.value)) {
      const message = `“${preset.value}” is no answer to this. Choose from: ${answers.join(', ')}`;
      faults.push({ path: `${path}.preset.value`, message });
    }
  }
  return faults;
}

function columnFaults(field: ProfileField, column: string, path: string): ProblemError[] {
  const types: Readonly<Record<string, string>> = profileColumns;
  if (!(column in types)) {
    return [{ path, message: `The register has no column “${column}” that a framework may read` }];
  }
  // The register knows yes, no and nothing; where an auditor answers, nothing becomes unclear.
  const isFitting =
    types[column] === field.type || (types[column] === 'yes-no' && field.type === 'yes-no-unclear');
  if (isFitting) return [];
  return [{ path, message: `The column “${column}” holds another kind of value than this field` }];
}
