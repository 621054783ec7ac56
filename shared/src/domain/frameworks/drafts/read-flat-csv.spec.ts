import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkFramework } from '../checking/check-framework.js';
import type { FrameworkDefinition } from '../definition.js';
import { frameworkOf, recipes } from '../generated-framework.fixture.js';
import type { AboutDraft } from './draft-from-rows.js';
import { readFlatCsv, type FlatReading } from './read-flat-csv.js';
import { toFlatRows } from './write-flat-rows.js';

const about: AboutDraft = {
  ...{ kind: 'ehc-plan', title: 'Our plan audit', purpose: 'Shows quality.' },
  ...{ unit: 'plan', unitTitle: 'One EHC plan' },
};
const agencies = [
  { key: 'education', title: 'Education' },
  { key: 'health', title: 'Health' },
];

const header = ['Domain', 'Criterion', 'Agencies', 'Weight', 'Critical', 'Good', 'Fair', 'Poor'];
const voice = [
  'Voice',
  'Own words',
  'Education / Health',
  '2',
  'yes',
  'Clearly.',
  'Faintly.',
  'No.',
];
const needs = ['Needs', 'Needs complete', 'health', '1', '', 'All.', 'Some.', 'None.'];
const read = (names: string[], ...rows: string[][]): FlatReading =>
  readFlatCsv(names, rows, about, agencies);

function draftOf(reading: FlatReading): FrameworkDefinition {
  if (!reading.draft) throw new Error(JSON.stringify(reading.problems));
  return reading.draft;
}
const told = ({ problems }: FlatReading): string[] =>
  problems.map(({ row, column, rule }) => `${row} ${column} ${rule}`);

describe('a flat file', () => {
  it('becomes a draft that may be published when its texts are whole', () => {
    const reading = read(header, voice, needs);
    const draft = draftOf(reading);
    expect(checkFramework(draft)).toEqual([]);
    expect(draft).toMatchObject({
      ...about,
      agencies,
      domains: [
        {
          ...{ key: 'voice', title: 'Voice', weight: 50 },
          criteria: [
            {
              ...{ key: 'own-words', title: 'Own words', question: 'Own words' },
              ...{ agencies: ['education', 'health'], leadAgency: 'education' },
              ...{ weight: 2, critical: true, sections: expect.arrayContaining(['A', 'H2', 'K']) },
              descriptors: { good: 'Clearly.', fair: 'Faintly.', poor: 'No.' },
            },
          ],
        },
        { key: 'needs', weight: 50, criteria: [{ critical: false, agencies: ['health'] }] },
      ],
    });
    expect(draft.scale).toEqual({
      grades: [
        { key: 'good', label: 'Good', neutralLabel: 'Good', points: 3, from: 2.5 },
        { key: 'fair', label: 'Fair', neutralLabel: 'Fair', points: 2, from: 1.5 },
        { key: 'poor', label: 'Poor', neutralLabel: 'Poor', points: 1, from: 0 },
      ],
      meetsFrom: 'good',
      evidenceRequiredFor: ['fair', 'poor', 'cannot-tell', 'not-applicable'],
    });
  });

  it('has its columns in any order and spelling', () => {
    const order = [5, 3, 0, 6, 2, 4, 7, 1];
    const turned = (cells: string[]) => order.map((place) => cells[place] ?? '');
    const names = turned(header).map((name) => ` ${name.toUpperCase()} `);
    const keys = (reading: FlatReading) =>
      draftOf(reading).domains.map(({ criteria }) => criteria.map(({ key }) => key));
    expect(keys(read(names, turned(voice), turned(needs)))).toEqual([
      ['own-words'],
      ['needs-complete'],
    ]);
    expect(draftOf(read(names, turned(voice))).scale.grades.map(({ label }) => label)).toEqual([
      ...['GOOD', 'FAIR', 'POOR'],
    ]);
  });

  it('offers agencies that it does not know, once for each', () => {
    const reading = read(
      header,
      voice.with(2, 'Social care; education'),
      needs.with(2, 'SOCIAL CARE/Virtual School'),
    );
    expect(reading.newAgencies).toEqual([
      { key: 'social-care', title: 'Social care' },
      { key: 'virtual-school', title: 'Virtual School' },
    ]);
    expect(draftOf(reading).agencies.map(({ key }) => key)).toEqual([
      ...['social-care', 'education', 'virtual-school'],
    ]);
  });

  it('may give a question, a lead, sections and weights of domains', () => {
    const more = [...header, 'question', 'Lead', 'sections', 'domain_weight'];
    const draft = draftOf(
      read(
        more,
        [...voice, 'Can you hear this child?', 'Health', 'Section A and h; b', '30%'],
        [...needs, '', '', 'B,F', '10%'],
      ),
    );
    expect(draft.domains.map(({ weight }) => weight)).toEqual([75, 25]);
    expect(draft.domains[0]?.criteria[0]).toMatchObject({
      ...{ question: 'Can you hear this child?', leadAgency: 'health' },
      ...{ sections: ['A', 'B', 'H1', 'H2'], whereToLook: 'Sections A, B, H1, H2.' },
    });
  });

  it('may name its grades A+, A and B', () => {
    const { grades } = draftOf(read([...header.slice(0, 5), 'A+', 'A', 'B'], voice)).scale;
    expect(grades.map(({ key, label }) => [key, label])).toEqual([
      ...[
        ['a', 'A+'],
        ['a-2', 'A'],
        ['b', 'B'],
      ],
    ]);
  });

  it('makes the beginning of a long criterion its title and the whole its question', () => {
    const long = 'Does the plan say in the child’s own words what matters most to the child now?';
    const draft = draftOf(read(header, voice.with(1, long)));
    expect(draft.domains[0]?.criteria[0]).toMatchObject({
      title: 'Does the plan say in the child’s own words what matters…',
      question: long,
    });
  });
});

describe('what a flat file does not say', () => {
  const flagged = (...rows: string[][]) =>
    read([...header, 'domain weight'], ...rows).flags.map(
      ({ where, sentence }) => `${where}: ${sentence}`,
    );

  it('is flagged: bands, weights and whatever is blank', () => {
    const third = needs.with(0, 'Outcomes').with(1, 'SMART').with(6, '');
    const flags = flagged([...voice, ''], [...needs, ''], [...third, '']);
    expect(flags).toEqual(
      expect.arrayContaining([
        'Grades: The file gives no bands, so they lie midway between the grades: Good from 2.5, Fair from 1.5, Poor from 0.',
        'domain weight: The file gives no domain weights, so they are equal: Voice 34, Needs 33, Outcomes 33.',
        'lead, row 2: No lead is given, so the agency named first leads.',
        'sections, rows 2, 3 and 4: No sections are given, so the criterion looks at the whole plan.',
        'Fair, row 4: What Fair looks like is not written yet.',
      ]),
    );
  });

  it('is flagged where weights of domains were scaled or are partly missing', () => {
    expect(flagged([...voice, '30'], [...needs, '10'])).toContain(
      'domain weight: The domain weights were scaled to sum to 100: Voice 75, Needs 25.',
    );
    expect(flagged([...voice, '50'], [...needs, ''])).toContain(
      'domain weight: Needs had no weight and got the average of the others.',
    );
    const exact = flagged([...voice, '60'], [...needs, '40']);
    expect(exact.filter((flag) => flag.startsWith('domain weight'))).toEqual([]);
  });

  it('leaves no domain without a weight', () => {
    const draft = draftOf(read([...header, 'domain weight'], [...voice, '1000'], [...needs, '1']));
    expect(draft.domains.map(({ weight }) => weight)).toEqual([99, 1]);
  });
});

describe('a flat file that cannot be read', () => {
  it.each<[string, string[], string[]]>([
    ['without a header', [' ', ''], ['1  no-header']],
    [
      'without a column that is needed',
      ['Domain', 'Criterion', 'Agencies', 'Weight', 'A', 'B', 'C'],
      ['1 critical missing-column'],
    ],
    ['with a column twice', [...header, 'domain'], ['1 domain repeated-column']],
    ['with a grade twice', [...header, 'GOOD'], ['1 GOOD repeated-column']],
    ['with a column without a name', ['', ...header], ['1  unnamed-column']],
    ['with two grades', header.slice(0, -1), ['1  number-of-grades']],
    ['with seven grades', [...header, 'D', 'E', 'F', 'G'], ['1  number-of-grades']],
  ])('%s says so', (_, names, problems) => {
    const reading = read(names, voice);
    expect(reading.draft).toBeNull();
    expect(told(reading)).toEqual(problems);
  });

  it('has no rows, too many domains, too many agencies or too many criteria in a domain', () => {
    const many = (count: number, row: (at: number) => string[]) =>
      told(read(header, ...Array.from({ length: count }, (_, at) => row(at))));
    expect(told(read(header, ['', ' ']))).toEqual(['2  no-rows']);
    expect(many(13, (at) => needs.with(0, `Domain ${at}`))).toEqual(['14 domain too-many']);
    expect(many(6, (at) => needs.with(1, `One ${at}`).with(2, `Agency ${at}`))).toEqual([
      '7 agencies too-many',
    ]);
    expect(many(61, (at) => needs.with(1, `One ${at}`))).toEqual(['62 criterion too-many']);
  });

  it('says each problem in a sentence with what was found', () => {
    const { problems } = read(header, voice.with(3, '20'), needs);
    expect(problems).toEqual([
      {
        ...{ row: 2, column: 'weight', value: '20', rule: 'not-a-weight' },
        message: 'A weight is a whole number from 1 to 10',
      },
    ]);
  });
});

describe('any framework', () => {
  it('comes back from its flat rows as far as these can hold it', () => {
    fc.assert(
      fc.property(recipes, (recipe) => {
        const definition = withOwnTitles(frameworkOf(recipe));
        const { header: names, rows } = toFlatRows(definition);
        const reading = readFlatCsv(names, rows, definition, definition.agencies);
        expect(reading.problems).toEqual([]);
        expect(reading.newAgencies).toEqual([]);
        const draft = draftOf(reading);
        expect(heldBy(draft)).toEqual(heldBy(definition));
        expect(checkFramework(draft)).toEqual([]);
        expect(toFlatRows(draft)).toEqual({ header: names, rows });
      }),
      { seed: 20261122, numRuns: 300 },
    );
  });
});

/** With titles that tell domains, criteria and agencies apart, as the flat form needs. */
function withOwnTitles(definition: FrameworkDefinition): FrameworkDefinition {
  definition.agencies.forEach((agency, at) => (agency.title = `Agency ${at}`));
  definition.domains.forEach((domain, at) => {
    domain.title = `Domain ${at}`;
    domain.criteria.forEach((criterion, place) => (criterion.title = `Criterion ${at} ${place}`));
  });
  return definition;
}

/** What the flat form holds, by titles: keys are made anew. */
function heldBy({ agencies: all, scale, domains }: FrameworkDefinition) {
  const title = (key: string) => all.find((agency) => agency.key === key)?.title;
  return {
    grades: scale.grades.map(({ label }) => label),
    domains: domains.map((domain) => ({
      ...{ title: domain.title, weight: domain.weight },
      criteria: domain.criteria.map((criterion) => ({
        ...{ title: criterion.title, question: criterion.question, weight: criterion.weight },
        ...{ critical: criterion.critical, sections: criterion.sections },
        agencies: criterion.agencies.map(title),
        lead: title(criterion.leadAgency),
        descriptors: Object.values(criterion.descriptors),
      })),
    })),
  };
}
