import { describe, expect, it } from '@jest/globals';
import {
  auditedTitle,
  documentCoverage,
  documentRulesBroken,
  noDocumentInWords,
  whyNoDocuments,
  type DocumentFacts,
} from './documents.js';

const TODAY = '2026-09-15';

const document: DocumentFacts = {
  title: 'Speech and language therapy advice',
  source: 'Community speech and language therapy',
  requestedOn: '2026-06-01',
  receivedOn: '2026-07-06',
  isNilReturn: false,
};

const broken = (fields: Partial<DocumentFacts>) =>
  documentRulesBroken({ ...document, ...fields }, TODAY);

describe('a document of a drawn plan', () => {
  it('may be entered with its days, and without those that are not on record', () => {
    expect(broken({})).toEqual([]);
    expect(broken({ requestedOn: null, receivedOn: null })).toEqual([]);
    expect(broken({ requestedOn: null, receivedOn: TODAY })).toEqual([]);
    expect(broken({ requestedOn: TODAY, receivedOn: TODAY })).toEqual([]);
  });

  it.each<[string, Partial<DocumentFacts>, { path: string; message: string }]>([
    [
      'is received before it was requested',
      { requestedOn: '2026-07-07' },
      {
        path: 'receivedOn',
        message: 'Received on must be 7 July 2026, the day it was requested, or after',
      },
    ],
    [
      'is received tomorrow',
      { receivedOn: '2026-09-16' },
      { path: 'receivedOn', message: 'Received on must be 15 September 2026 or before' },
    ],
    [
      'is requested on no day of the calendar',
      { requestedOn: '2026-02-30' },
      { path: 'requestedOn', message: 'Requested on must be a real date' },
    ],
    [
      'tells whom it is about',
      { title: 'Advice on a child born 03/05/2014, CV1 2AB' },
      {
        path: 'title',
        message: expect.stringMatching(
          /^This looks as if it had .* in it\. Take it out: say what the document is, not whom it is about$/,
        ) as unknown as string,
      },
    ],
    [
      'tells who wrote it',
      { source: 'jo.lane@nhs.example.org' },
      {
        path: 'source',
        message:
          'This looks as if it had an e-mail address in it. Take it out: say what the document is, not whom it is about',
      },
    ],
  ])('is refused where it %s', (_, fields, fault) => {
    expect(broken(fields)).toEqual([fault]);
  });

  it('is entered for open advice rounds alone', () => {
    expect(whyNoDocuments({ kind: 'advice', state: 'open' })).toBeNull();
    expect(whyNoDocuments({ kind: 'advice', state: 'planned' })).toMatch(/has not been drawn/);
    expect(whyNoDocuments({ kind: 'advice', state: 'closed' })).toMatch(/is closed/);
    expect(whyNoDocuments({ kind: 'routine', state: 'open' })).toMatch(/look at whole plans/);
  });

  it('stands beside its plan in headings, and a plan by itself', () => {
    expect(auditedTitle('EHC-001023', document.title)).toBe(
      'EHC-001023, Speech and language therapy advice',
    );
    expect(auditedTitle('EHC-001023', null)).toBe('EHC-001023');
  });
});

describe('the plans of a round of documents', () => {
  const withTwo = { documents: [1, 2], isNoneAsked: false };
  const noneAsked = { documents: [], isNoneAsked: true };
  const noneEntered = { documents: [], isNoneAsked: false };

  it('are told apart by whether anything of them is audited', () => {
    expect(documentCoverage([withTwo, noneAsked, noneEntered, noneEntered])).toEqual({
      ...{ plans: 4, documents: 2, plansNoneAsked: 1, plansNoneEntered: 2 },
    });
    expect([withTwo, noneAsked, noneEntered].map(noDocumentInWords)).toEqual([
      null,
      'No document of this kind was asked for',
      'No document entered; nothing will be audited',
    ]);
  });
});
