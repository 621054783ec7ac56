export { ChangeReport } from './change-report.js';
export { MakeReport } from './make-report.js';
export { reportPdf } from './printing/report-pdf.js';
export { PublishReport } from './publish-report.js';
export { RecordDecision } from './record-decision.js';
export { ReportRepository } from './report.repository.js';
export { ReportsModule } from './reports.module.js';
