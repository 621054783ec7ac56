import { Module, type OnModuleInit } from '@nestjs/common';
import { AccountsModule, WaitingForPerson } from '../accounts/index.js';
import { AuditsModule } from '../audits/index.js';
import { FeedbackModule } from '../feedback/index.js';
import { FrameworksModule } from '../frameworks/index.js';
import { ProgrammeModule } from '../programme/index.js';
import { TrailModule } from '../trail/index.js';
import { TrendsModule } from '../trends/index.js';
import { ChangeReport } from './change-report.js';
import { GatherSources } from './gather-sources.js';
import { MakeReport } from './make-report.js';
import { PublishReport } from './publish-report.js';
import { RecompileReport } from './recompile-report.js';
import { RecordDecision } from './record-decision.js';
import { ReportRepository } from './report.repository.js';
import { ReportsController } from './reports.controller.js';
import { ReportViews } from './report-views.js';
import { UnreportedQuarters } from './unreported-quarters.js';
import { WaitingReports } from './waiting-reports.js';

@Module({
  imports: [
    AccountsModule,
    AuditsModule,
    FeedbackModule,
    FrameworksModule,
    ProgrammeModule,
    TrailModule,
    TrendsModule,
  ],
  controllers: [ReportsController],
  providers: [
    ChangeReport,
    GatherSources,
    MakeReport,
    PublishReport,
    RecompileReport,
    RecordDecision,
    ReportRepository,
    ReportViews,
    UnreportedQuarters,
    WaitingReports,
  ],
  exports: [ChangeReport, MakeReport, PublishReport, RecordDecision, ReportRepository],
})
export class ReportsModule implements OnModuleInit {
  constructor(
    private readonly waiting: WaitingForPerson,
    private readonly reports: WaitingReports,
  ) {}

  onModuleInit(): void {
    this.waiting.register((access) => this.reports.list(access));
  }
}
