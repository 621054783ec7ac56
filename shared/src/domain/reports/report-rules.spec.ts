import { describe, expect, it } from '@jest/globals';
import { compileReport } from './compile-report.js';
import { decisionsTable, lastDecisionsTable } from './decision-tables.js';
import { draftText, withLeadsWords } from './leads-words.js';
import { graded, sources } from './report.fixture.js';
import { decisionFaults, reportTextFaults, whyNotPublished } from './report-rules.js';
import { editionInWords, paragraphsOf, tableRows, underTitle } from './report-text.js';

const report = compileReport(sources(graded(5, 15, 5, 5)));
const none = { headline: null, better: null, notBetter: null };
const decision = { text: 'Agree one template', owner: 'SEND manager', section: 'gap' };

describe('what the lead writes', () => {
  it('takes the place of what was drawn, paragraph by paragraph, and is marked', () => {
    const written = withLeadsWords(report, { ...none, better: ' One.\n\n Two. ' }, [decision]);
    expect(written.better).toEqual({ statements: [], leadsWords: ['One.', 'Two.'] });
    expect(paragraphsOf(written.better)).toEqual(['One.', 'Two.']);
    expect(written.notBetter).toEqual(report.notBetter);
    expect(written.decisionsAsked).toEqual([decision]);
  });

  it('is not marked where it says what was drawn', () => {
    const same = withLeadsWords(report, { ...none, headline: draftText(report.headline) }, []);
    expect(same.headline).toEqual(report.headline);
  });

  it('may not look as if it named a person, in whichever field', () => {
    const number = 'Ring 07700 900123.';
    const faults = reportTextFaults(
      {
        words: { ...none, notBetter: number },
        decisions: [decision, { ...decision, owner: number }],
        whatChanged: number,
      },
      report.sections,
    );
    expect(faults.map(({ path }) => path)).toEqual([
      ...['notBetter', 'whatChanged', 'decisions.1.owner'],
    ]);
  });

  it('names evidence that is in the report', () => {
    const decisions = [
      { ...decision, section: 'weather' },
      { ...decision, section: null },
    ];
    expect(
      reportTextFaults({ words: none, decisions, whatChanged: null }, report.sections),
    ).toEqual([{ path: 'decisions.0.section', message: 'Choose a section from the list' }]);
  });
});

describe('publishing', () => {
  it('needs a correction to say what it puts right', () => {
    expect(whyNotPublished({ edition: 1, whatChanged: null })).toBeNull();
    expect(whyNotPublished({ edition: 2, whatChanged: 'One audit counted twice.' })).toBeNull();
    expect(whyNotPublished({ edition: 2, whatChanged: null })).toBe(
      'This is edition 2. Say what it changes before you publish it.',
    );
  });

  it('is said under the title', () => {
    expect(editionInWords(report)).toBe('Edition 1, draft');
    expect(underTitle({ ...report, publishedOn: '2026-10-14' })).toBe(
      'Edition 1, published on 14 October 2026. 30 plans audited, drawn at random from 200 plans on the register.',
    );
  });
});

describe('decisions', () => {
  it('are recorded for a day that has come', () => {
    const taken = { outcome: 'agreed', note: null } as const;
    expect(decisionFaults({ ...taken, decidedOn: '2026-10-20' }, '2026-10-20')).toEqual([]);
    expect(decisionFaults({ ...taken, decidedOn: '2026-10-21' }, '2026-10-20')).toEqual([
      {
        path: 'decidedOn',
        message: 'The day of the decision must be 20 October 2026 or before',
      },
    ]);
  });

  it('are asked with their owner and evidence, and told with what became of them', () => {
    const asking = withLeadsWords(report, none, [decision]);
    const asked = decisionsTable(asking);
    expect(asked && tableRows(asked)).toEqual([
      ['Decision', 'Who would own it', 'Evidence'],
      ['1. Agree one template', 'SEND manager', '3. The health and care gap'],
    ]);
    expect(decisionsTable(report)).toBeNull();
    const { text, owner } = decision;
    const told = lastDecisionsTable({
      quarter: '2026-27-Q1',
      decisions: [
        { text, owner, taken: null },
        { text, owner, taken: { outcome: 'deferred', note: 'To May', decidedOn: '2026-07-20' } },
      ],
    });
    expect(told?.rows.map(({ cells }) => cells[1]?.text)).toEqual([
      ...['Nothing recorded yet', 'Deferred on 20 July 2026. To May'],
    ]);
  });
});
