import { flatColumnNames, type FlatColumnName } from './flat-columns.js';

const labels = ['Outstanding', 'Good', 'Requires improvement', 'Inadequate'];

const example = (cells: Record<FlatColumnName, string>, descriptors: string[]): string[] => [
  ...flatColumnNames.map((column) => cells[column]),
  ...descriptors,
];

/** A flat file to fill in: its columns with four grades, and two criteria as an example. */
export const flatTemplate: readonly (readonly string[])[] = [
  [...flatColumnNames, ...labels],
  example(
    {
      ...{ domain: 'Voice of the child', 'domain weight': '60', criterion: 'Child’s own words' },
      ...{ question: 'Can you hear this child?', agencies: 'Education; Health' },
      ...{ lead: 'Education', sections: 'A', weight: '2', critical: 'yes' },
    },
    [
      'The child speaks throughout, in words of their own.',
      'The child’s own words stand in Section A.',
      'The child’s views are there, in the words of others.',
      'The child cannot be heard.',
    ],
  ),
  example(
    {
      ...{ domain: 'Outcomes', 'domain weight': '40', criterion: 'Outcomes are SMART' },
      ...{ question: 'Could anyone tell whether an outcome was reached?', agencies: 'Education' },
      ...{ lead: 'Education', sections: 'E', weight: '1', critical: 'no' },
    },
    [
      'All outcomes are SMART and ambitious.',
      'Most outcomes are SMART.',
      'Some outcomes can be measured.',
      'No outcome can be measured.',
    ],
  ),
];
