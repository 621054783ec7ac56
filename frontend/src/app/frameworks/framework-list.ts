import { httpResource } from '@angular/common/http';
import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type {
  FrameworkDraftListResponse,
  FrameworkDraftSummary,
  FrameworkListResponse,
} from '@app/shared/contracts';
import { dayInWords, frameworkStatusTitle, type Role } from '@app/shared/domain';
import { Button } from '../components/button';
import { Cell, DataTable, type Column } from '../components/data-table';
import { ReadState } from '../components/read-state';
import { Tag } from '../components/tag';
import { SessionStore } from '../platform/session-store';
import { statusTone } from './framework-version-words';

type Row = FrameworkListResponse['frameworks'][number]['versions'][number] & { title: string };

const editors: readonly Role[] = ['audit-lead', 'framework-editor'];

@Component({
  selector: 'app-framework-list',
  imports: [Button, Cell, DataTable, ReadState, RouterLink, Tag],
  templateUrl: './framework-list.html',
})
export class FrameworkList {
  private readonly session = inject(SessionStore);
  protected readonly mayEdit = computed(() => this.session.holdsOneOf(editors));
  protected readonly frameworks = httpResource<FrameworkListResponse>(() => '/api/frameworks');
  protected readonly rows = computed(() =>
    (this.frameworks.hasValue() ? this.frameworks.value().frameworks : []).flatMap(
      ({ title, versions }) => versions.map((version): Row => ({ ...version, title })),
    ),
  );
  protected readonly reading = httpResource<FrameworkDraftListResponse>(() =>
    this.mayEdit() ? '/api/framework-drafts' : undefined,
  );
  protected readonly drafts = computed(() =>
    this.reading.hasValue() ? this.reading.value().drafts : [],
  );
  protected readonly draftColumns: readonly Column<FrameworkDraftSummary>[] = [
    { key: 'title', title: 'Draft', isRowHeader: true },
    { key: 'status', title: 'Status' },
    {
      key: 'editedAt',
      title: 'Changed',
      text: ({ editedAt, editedBy }) => `${dayInWords(new Date(editedAt))}, ${editedBy}`,
    },
    { key: 'domains', title: 'Domains', isNumeric: true, text: ({ domains }) => String(domains) },
    {
      key: 'criteria',
      title: 'Criteria',
      isNumeric: true,
      text: ({ criteria }) => String(criteria),
    },
  ];
  protected readonly statusTone = statusTone;
  protected readonly statusTitle = frameworkStatusTitle;
  protected readonly columns: readonly Column<Row>[] = [
    { key: 'title', title: 'Framework', isRowHeader: true },
    { key: 'status', title: 'Status' },
    {
      key: 'publishedAt',
      title: 'Published',
      text: ({ publishedAt }) => dayInWords(new Date(publishedAt)),
    },
    { key: 'domains', title: 'Domains', isNumeric: true, text: ({ domains }) => String(domains) },
    {
      key: 'criteria',
      title: 'Criteria',
      isNumeric: true,
      text: ({ criteria }) => String(criteria),
    },
  ];
}
