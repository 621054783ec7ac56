import { Component, input } from '@angular/core';
import { FormField, type FieldTree } from '@angular/forms/signals';
import type { Choice } from '../../components/choice';
import { Radios } from '../../components/radios';
import { TextInput } from '../../components/text-input';
import type { DocumentDraft } from './document-draft';

/** The questions about a document, the same when it is entered and when it is changed. */
@Component({
  selector: 'app-document-fields',
  imports: [FormField, Radios, TextInput],
  templateUrl: './document-fields.html',
})
export class DocumentFields {
  readonly fields = input.required<FieldTree<DocumentDraft>>();
  protected readonly nilReturn: readonly Choice[] = [
    { value: 'yes', label: 'Yes', hint: 'It says that there is nothing to report' },
    { value: 'no', label: 'No' },
  ];
}
