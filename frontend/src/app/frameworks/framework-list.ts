import { httpResource } from '@angular/common/http';
import { Component, computed } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { FrameworkListResponse } from '@app/shared/contracts';
import { dayInWords, frameworkStatusTitle } from '@app/shared/domain';
import { Cell, DataTable, type Column } from '../components/data-table';
import { ReadState } from '../components/read-state';
import { Tag } from '../components/tag';
import { statusTone } from './framework-version-words';

type Row = FrameworkListResponse['frameworks'][number]['versions'][number] & { title: string };

@Component({
  selector: 'app-framework-list',
  imports: [Cell, DataTable, ReadState, RouterLink, Tag],
  templateUrl: './framework-list.html',
})
export class FrameworkList {
  protected readonly frameworks = httpResource<FrameworkListResponse>(() => '/api/frameworks');
  protected readonly rows = computed(() =>
    (this.frameworks.hasValue() ? this.frameworks.value().frameworks : []).flatMap(
      ({ title, versions }) => versions.map((version): Row => ({ ...version, title })),
    ),
  );
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
