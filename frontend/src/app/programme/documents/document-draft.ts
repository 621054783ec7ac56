import { maxLength, required, validate, type SchemaPathTree } from '@angular/forms/signals';
import type { DocumentEntered, DocumentResponse } from '@app/shared/contracts';
import { documentLimits, isDay } from '@app/shared/domain';

/** A document as it is being typed: nothing is missing, what is not given is empty. */
export interface DocumentDraft {
  title: string;
  source: string;
  requestedOn: string;
  receivedOn: string;
  isNilReturn: string;
}

export const emptyDocument: DocumentDraft = {
  title: '',
  source: '',
  requestedOn: '',
  receivedOn: '',
  isNilReturn: '',
};

export function draftOf(document: DocumentResponse): DocumentDraft {
  const { title, source, requestedOn, receivedOn, isNilReturn } = document;
  return {
    ...{ title, source, requestedOn: requestedOn ?? '', receivedOn: receivedOn ?? '' },
    isNilReturn: isNilReturn ? 'yes' : 'no',
  };
}

export function enteredOf(draft: DocumentDraft): DocumentEntered {
  return {
    title: draft.title.trim(),
    source: draft.source.trim(),
    requestedOn: draft.requestedOn || null,
    receivedOn: draft.receivedOn || null,
    isNilReturn: draft.isNilReturn === 'yes',
  };
}

const { titleMax, sourceMax } = documentLimits;

/** What can be told without asking the server, which knows the day. */
export function documentRules(path: SchemaPathTree<DocumentDraft>): void {
  required(path.title, { message: 'Enter what the document is' });
  maxLength(path.title, titleMax, { message: `Title must be ${titleMax} characters or fewer` });
  required(path.source, { message: 'Enter the profession or team that wrote it' });
  maxLength(path.source, sourceMax, {
    message: `Profession or team must be ${sourceMax} characters or fewer`,
  });
  validate(path.requestedOn, ({ value }) => dayFault('Requested on', value()));
  validate(path.receivedOn, ({ value }) => dayFault('Received on', value()));
  required(path.isNilReturn, { message: 'Say whether it is a nil return' });
}

function dayFault(label: string, day: string): { kind: string; message: string } | null {
  if (day === '' || isDay(day)) return null;
  return { kind: 'day', message: `${label} must be a real date` };
}
