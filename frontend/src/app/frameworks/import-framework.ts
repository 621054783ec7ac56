import { httpResource } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { form, FormField, FormRoot } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import type { FrameworkImportResponse, FrameworkListResponse } from '@app/shared/contracts';
import type { ProblemError } from '@app/shared/domain';
import { Breadcrumbs } from '../components/breadcrumbs';
import { Button } from '../components/button';
import type { Choice } from '../components/choice';
import { DataTable, type Column } from '../components/data-table';
import { ErrorSummary } from '../components/error-summary';
import { FileInput } from '../components/file-input';
import { Radios } from '../components/radios';
import { Select } from '../components/select';
import { TextInput } from '../components/text-input';
import { Textarea } from '../components/textarea';
import { formAttempt } from '../platform/form-attempt';
import { NavigationFocus } from '../platform/navigation-focus';
import { PageTitles } from '../platform/page-titles';
import { problemOf } from '../platform/problem';
import { FrameworkFilesClient } from './framework-files-client';
import { aboutOf, emptyImport, importHint, importRules, isTable, newKind } from './import-form';

type Flag = FrameworkImportResponse['flags'][number];
type NewAgency = FrameworkImportResponse['newAgencies'][number];

/** Makes a draft of a file, and says by cell what keeps it from becoming one. */
@Component({
  selector: 'app-import-framework',
  imports: [
    Breadcrumbs,
    Button,
    DataTable,
    ErrorSummary,
    FileInput,
    FormField,
    FormRoot,
    Radios,
    RouterLink,
    Select,
    Textarea,
    TextInput,
  ],
  templateUrl: './import-framework.html',
})
export class ImportFramework {
  protected readonly model = signal(emptyImport);
  protected readonly form = form(this.model, importRules);
  protected readonly attempt = formAttempt(this.form);
  protected readonly made = signal<FrameworkImportResponse | null>(null);
  /** What is wrong with parts of the file, and not with an answer of the form. */
  protected readonly refusals = signal<readonly ProblemError[]>([]);
  protected readonly isSending = computed(() => this.form().submitting());
  protected readonly asksAbout = computed(() => isTable(this.model().file));
  protected readonly asksForKey = computed(() => this.model().of === newKind);
  protected readonly frameworks = httpResource<FrameworkListResponse>(() => '/api/frameworks');
  protected readonly kindChoices = computed((): Choice[] => [
    ...(this.frameworks.hasValue() ? this.frameworks.value().frameworks : []).map(
      ({ kind, title }) => ({ value: kind, label: `${title}: its next version` }),
    ),
    { value: newKind, label: 'A new framework' },
  ]);
  protected readonly unitChoices: readonly Choice[] = [
    { value: 'plan', label: 'A plan' },
    { value: 'document', label: 'One document of a plan, such as an advice' },
  ];
  protected readonly fileHint = importHint;
  protected readonly refusalColumns: readonly Column<ProblemError>[] = [
    { key: 'path', title: 'Where', isRowHeader: true, text: ({ path }) => path },
    { key: 'message', title: 'What to put right', text: ({ message }) => message },
  ];
  protected readonly flagColumns: readonly Column<Flag>[] = [
    { key: 'where', title: 'Where', isRowHeader: true, text: ({ where }) => where },
    { key: 'sentence', title: 'Look at this', text: ({ sentence }) => sentence },
  ];
  protected readonly agencyColumns: readonly Column<NewAgency>[] = [
    { key: 'title', title: 'Agency', isRowHeader: true, text: ({ title }) => title },
    { key: 'key', title: 'Key', text: ({ key }) => key },
  ];
  private readonly client = inject(FrameworkFilesClient);
  private readonly titles = inject(PageTitles);
  private readonly focus = inject(NavigationFocus);

  protected async send(): Promise<void> {
    this.refusals.set([]);
    const wanted = this.model();
    const isDone = await this.attempt.send(async () => {
      if (wanted.file === null) return;
      try {
        this.made.set(await this.client.import(wanted.file, aboutOf(wanted)));
      } catch (error) {
        const { code, errors } = problemOf(error);
        const ofParts = errors.filter(({ path }) => path !== 'file');
        if (code === 'rule-broken') this.refusals.set(ofParts);
        throw error;
      }
    });
    if (!isDone) return;
    this.titles.name('Draft made from a file');
    this.focus.focusHeading();
  }

  protected another(): void {
    this.form().reset(emptyImport);
    this.made.set(null);
    this.titles.name('Import a framework');
    this.focus.focusHeading();
  }
}
