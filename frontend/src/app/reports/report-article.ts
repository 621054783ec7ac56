import { Component, computed, input } from '@angular/core';
import {
  decisionsTable,
  lastDecisionsTable,
  leadsWordsNote,
  noDecisionAsked,
  noLastDecision,
  sectionTitle,
  underTitle,
  type LearningReport,
} from '@app/shared/domain';
import { SceneChart } from '../components/scene-chart';
import { ReportSummary } from './report-summary';
import { ReportTablePart } from './report-table';

/**
 * A report as everyone reads it: what the PDF prints, in the same order and words. Nothing is
 * computed here; links to files are no part of the report.
 */
@Component({
  selector: 'app-report-article',
  imports: [ReportSummary, ReportTablePart, SceneChart],
  templateUrl: './report-article.html',
})
export class ReportArticle {
  readonly report = input.required<LearningReport>();
  /** The address of the files of its tables. */
  readonly address = input.required<string>();
  protected readonly underTitle = computed(() => underTitle(this.report()));
  protected readonly asked = computed(() => decisionsTable(this.report()));
  protected readonly last = computed(() => {
    const last = this.report().lastDecisions;
    return last && { table: lastDecisionsTable(last), none: noLastDecision(last.quarter) };
  });
  protected readonly sections = computed(() =>
    this.report().sections.map((section) => ({
      ...section,
      title: sectionTitle(this.report(), section),
    })),
  );
  protected readonly leadsWordsNote = leadsWordsNote;
  protected readonly noDecisionAsked = noDecisionAsked;
}
