import {
  choicesAsText,
  choicesFromText,
  emptyCondition,
  profileColumns,
  type Condition,
  type FieldSource,
  type FieldType,
  type ProfileColumn,
  type ProfileField,
} from '@app/shared/domain';

/** What stands in the fields of the page of a question before scoring. */
export interface FieldFields {
  title: string;
  type: string;
  choices: string;
  prefix: string;
  from: string;
  column: string;
  owner: string;
  question: string;
  prefilledFrom: string;
  isConditional: string[];
  askedWhen: Condition;
  isPreset: string[];
  presetWhen: Condition;
  presetValue: string;
  derivedWhen: Condition;
}

const yes = (is: boolean): string[] => (is ? ['yes'] : []);

export function fieldFields(field: ProfileField | null): FieldFields {
  const source: Partial<FieldSource> = field?.source ?? {};
  const sweep =
    source.from === 'sweep' ? (source as Extract<FieldSource, { from: 'sweep' }>) : null;
  return {
    title: field?.title ?? '',
    type: field?.type ?? '',
    choices: choicesAsText(field?.choices ?? []),
    prefix: field?.prefix ?? '',
    from: source.from ?? '',
    column: 'column' in source ? (source.column ?? '') : '',
    owner: sweep?.owner ?? '',
    question: sweep?.question ?? '',
    prefilledFrom: sweep?.prefilledFrom ?? '',
    isConditional: yes(sweep?.askedWhen !== undefined),
    askedWhen: sweep?.askedWhen ?? emptyCondition,
    isPreset: yes(sweep?.preset !== undefined),
    presetWhen: sweep?.preset?.when ?? emptyCondition,
    presetValue: sweep?.preset?.value ?? '',
    derivedWhen: 'when' in source ? (source.when ?? emptyCondition) : emptyCondition,
  };
}

/** @param agency whose answer counts where none is chosen: a question has an owner */
export function fieldOf(field: ProfileField, fields: FieldFields, agency: string): ProfileField {
  const { title, prefix } = fields;
  const source = sourceOf(fields, agency);
  // What is worked out is yes or no, and what is copied holds what its column holds.
  const type = source.from === 'derived' ? 'yes-no' : (fields.type as FieldType);
  return {
    ...{ key: field.key, title, type },
    ...(type === 'choice' ? { choices: choicesFromText(fields.choices, field.choices ?? []) } : {}),
    ...(type === 'whole-number' && prefix.trim() !== '' ? { prefix } : {}),
    source,
  };
}

function sourceOf(fields: FieldFields, agency: string): FieldSource {
  if (fields.from === 'derived') return { from: 'derived', when: fields.derivedWhen };
  if (fields.from === 'register') {
    return { from: 'register', column: fields.column as ProfileColumn };
  }
  const { owner, question, prefilledFrom, isConditional, askedWhen, isPreset } = fields;
  const preset = { when: fields.presetWhen, value: fields.presetValue };
  return {
    ...{ from: 'sweep', owner: owner || agency, question },
    ...(prefilledFrom === '' ? {} : { prefilledFrom: prefilledFrom as ProfileColumn }),
    ...(isConditional.length > 0 ? { askedWhen } : {}),
    ...(isPreset.length > 0 ? { preset } : {}),
  };
}

/** The columns of the register that hold what a field of this type may hold. */
export function columnsFor(type: string): ProfileColumn[] {
  const columns = Object.keys(profileColumns) as ProfileColumn[];
  return columns.filter(
    (column) =>
      profileColumns[column] === type ||
      (type === 'yes-no-unclear' && profileColumns[column] === 'yes-no'),
  );
}
