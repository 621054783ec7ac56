import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compileReport } from './compile-report.js';
import type { StratumCoverage } from './coverage.js';
import { figureText } from './figures.js';
import { cellText, type LearningReport } from './learning-report.js';
import { aResult, graded, sources } from './report.fixture.js';
import { figuresOf, statementsOf, statementText, tableRows, tablesOf } from './report-text.js';

const table = (report: LearningReport, key: string): string[][] => {
  const found = tablesOf(report).find((one) => one.key === key);
  return found ? tableRows(found) : [];
};
const saidIn = (report: LearningReport, section: string): string[] =>
  report.sections
    .filter(({ key }) => key === section)
    .flatMap(({ blocks }) => blocks.flatMap(({ statement }) => statement?.text ?? []));

describe('a compiled report', () => {
  it('opens with the overall share, its interval and base', () => {
    const { headline, base } = compileReport(sources(graded(5, 15, 5, 5)));
    expect(statementText(headline.statements[0] ?? { lead: '', text: '', figures: [] })).toMatch(
      /^Good or better overall: 67% \(95% confidence interval \d+% to \d+%\), from 30 audits/,
    );
    expect(base.text).toBe('30 plans audited, drawn at random from 200 plans on the register');
  });

  it('is of one quarter alone', () => {
    const wrong = sources(graded(5, 15, 5, 5), { quarters: [] });
    expect(() => compileReport(wrong)).toThrow('quarters must end with the quarter of the round');
  });

  it('claims nothing where there is nothing to compare with', () => {
    const { better, notBetter } = compileReport(sources(graded(5, 15, 5, 5)));
    expect(better.statements[0]?.text).toBe('No measure shows a clear rise.');
    expect(notBetter.statements[0]?.text).toBe('No measure shows a clear fall.');
  });

  it('counts how many reports in a row a criterion has been among the weakest', () => {
    const mostlyGood = [
      ...graded(0, 20, 0, 0),
      ...Array.from({ length: 10 }, () => aResult(3, { agreedGrades: [3, 3, 2, 2] })),
    ];
    const last = { quarter: '2026-27-Q1', decisions: [], weakest: [{ key: 'needs', inARow: 3 }] };
    const counted = compileReport(sources(mostlyGood, { last })).weakest;
    expect(counted).toContainEqual({ key: 'needs', inARow: 4 });
    const earlier = { ...last, quarter: '2025-26-Q4' };
    const anew = compileReport(sources(mostlyGood, { last: earlier })).weakest;
    expect(anew).toContainEqual({ key: 'needs', inARow: 1 });
  });

  it('ranks criteria by what is printed of them, of equals the first of the framework first', () => {
    const results = [
      ...Array.from({ length: 10 }, () => aResult(3, { agreedGrades: [3, 3, 2, 3] })),
      ...Array.from({ length: 20 }, () => aResult(3, { agreedGrades: [3, 3, 3, 2] })),
    ];
    const report = compileReport(sources(results));
    expect(table(report, 'strongest').map(([title]) => title)).toEqual([
      ...['Criterion', 'The voice', 'The hopes'],
    ]);
    expect(table(report, 'weakest').map(([title]) => title)).toEqual([
      ...['Criterion', 'The provision', 'The needs'],
    ]);
  });

  it('puts what health records apart from what the plan’s writers record', () => {
    const { sections } = compileReport(sources(graded(5, 15, 5, 5)));
    expect(sections.map(({ key }) => key)).toEqual([
      ...['coverage', 'grades', 'gap', 'facts', 'criteria', 'agreement', 'trend', 'feedback'],
      'methods',
    ]);
    const report = compileReport(sources(graded(5, 15, 5, 5)));
    expect(table(report, 'gap').map(([title]) => title)).toEqual([
      ...['Measure', 'health', 'Plans with outcome'],
    ]);
    expect(table(report, 'facts').map(([title]) => title)).toEqual([
      'Measure',
      'Plans with quoted',
    ]);
  });
});

describe('grades in a report', () => {
  it('are counted by label where no count is small', () => {
    const report = compileReport(sources(graded(5, 15, 5, 5)));
    expect(table(report, 'grades').slice(0, 2)).toEqual([
      ['Domain', 'Outstanding', 'Good', 'Below good', 'Lowest', 'No grade', 'Audited'],
      ['Overall', '5', '15', '5', '5', '0', '30'],
    ]);
  });

  it('are put together where a count would be small, in all rows alike', () => {
    const report = compileReport(sources(graded(2, 18, 5, 5)));
    expect(table(report, 'grades').slice(0, 2)).toEqual([
      ['Domain', 'Good or better', 'Below', 'No grade', 'Audited'],
      ['Overall', '20', '10', '0', '30'],
    ]);
  });

  it('are hidden as a row where one to four plans have none: the rest would give them away', () => {
    const without = Array.from({ length: 2 }, () =>
      aResult(3, { finalGrade: null, overallScore: null, status: 'partial' }),
    );
    const report = compileReport(sources([...graded(5, 15, 5, 5), ...without]));
    expect(table(report, 'grades')[1]).toEqual([
      ...['Overall', 'too few to show', 'too few to show', 'too few to show', '32'],
    ]);
  });
});

describe('coverage in a report', () => {
  const stratum = (fields: Partial<StratumCoverage>): StratumCoverage => ({
    ...{ stratum: 'post-16', population: 200, graded: 30, partial: 0, notCompleted: 0 },
    ...{ withdrawn: 0, ...fields },
  });
  const covered = (...coverage: StratumCoverage[]) =>
    compileReport(sources(graded(5, 15, 5, 5), { coverage }));

  it('is by stratum and outcome where nothing is small', () => {
    const report = covered(
      stratum({ notCompleted: 6 }),
      stratum({ stratum: 'early-years', graded: 20, partial: 5 }),
    );
    expect(table(report, 'coverage')).toEqual([
      ['Stratum', 'Graded', 'Partial', 'Not completed', 'Withdrawn', 'Drawn'],
      ['Post-16', '30', '0', '6', '0', '36'],
      ['Early years', '20', '5', '0', '0', '25'],
      ['All plans', '50', '5', '6', '0', '61'],
    ]);
  });

  it('is coarser where something is', () => {
    const report = covered(
      stratum({ notCompleted: 2 }),
      stratum({ stratum: 'early-years', graded: 20, notCompleted: 4 }),
    );
    expect(table(report, 'coverage')).toEqual([
      ['Register', 'Graded', 'Partial', 'Not completed', 'Withdrawn', 'Drawn'],
      ['All plans', '50', '0', '6', '0', '56'],
    ]);
  });

  it('does not say how many were drawn where that would tell how few were not audited', () => {
    const report = covered(stratum({ notCompleted: 2 }));
    expect(table(report, 'coverage')).toEqual([]);
    expect(saidIn(report, 'coverage')).toEqual([
      expect.stringMatching(/^30 plans of 200 on the register were audited\./),
      'How many were drawn is not shown: it would tell how few of them were not audited.',
    ]);
  });
});

describe('agreement in a report', () => {
  it('is of the grades that agencies gave before moderation', () => {
    const apart = Array.from({ length: 6 }, () =>
      aResult(3, {
        agencyGrades: { education: [4, 3, null, null], health: [3, 3, 3, 3] },
      }),
    );
    const report = compileReport(sources([...graded(6, 12, 6, 0), ...apart]));
    const [head, voice, hopes] = table(report, 'agreement');
    expect(head?.[0]).toBe('Criterion');
    expect(voice?.slice(0, 3)).toEqual(['The voice', '30', '80%']);
    expect(hopes?.slice(0, 3)).toEqual(['The hopes', '30', '100%']);
    expect(table(report, 'agreement')).toHaveLength(3);
  });

  it('does not tell that one to four plans could not be compared', () => {
    const alone = aResult(3, { agencyGrades: { health: [3, 3, 3, 3] }, agencies: ['health'] });
    const report = compileReport(sources([...graded(6, 12, 6, 5), alone, alone]));
    expect(table(report, 'agreement')[1]?.[1]).toBe('at least 27');
  });
});

describe('every report', () => {
  const counts = fc.tuple(...Array.from({ length: 4 }, () => fc.nat({ max: 14 })));

  it('prints each figure of a sentence in it, and no number where one is hidden', () => {
    fc.assert(
      fc.property(counts, (grades) => {
        fc.pre(grades.some((count) => count > 0));
        const report = compileReport(sources(graded(...grades)));
        for (const { text, figures } of statementsOf(report)) {
          for (const figure of figures) expect(text).toContain(figureText(figure));
        }
        for (const figure of figuresOf(report)) {
          if (figure.isShown) continue;
          expect([figure.value, figure.base, figure.interval]).toEqual([null, null, null]);
        }
      }),
      { seed: 20261122, numRuns: 40 },
    );
  });

  it('shows no count of plans from one to four', () => {
    fc.assert(
      fc.property(counts, (grades) => {
        fc.pre(grades.some((count) => count > 0) && grades.reduce((a, b) => a + b) > 4);
        const report = compileReport(sources(graded(...grades)));
        const printed = tablesOf(report).flatMap(({ rows }) => rows.flatMap(({ cells }) => cells));
        const small = printed
          .filter(({ figure }) => figure?.kind === 'count')
          .map(cellText)
          .filter((text) => /^[1-4]$/.test(text));
        expect(small).toEqual([]);
      }),
      { seed: 20261122, numRuns: 40 },
    );
  });

  it('is the same object from the same sources', () => {
    const made = () => JSON.stringify(compileReport(sources(graded(5, 15, 5, 5))));
    expect(made()).toBe(made());
  });
});
