import { CreateTrail1795219200000 } from './1795219200000-create-trail.js';
import { CreateAccounts1795219260000 } from './1795219260000-create-accounts.js';
import { CreateFrameworks1795219320000 } from './1795219320000-create-frameworks.js';
import { CreatePlans1795219500000 } from './1795219500000-create-plans.js';
import { CreateProgramme1795219800000 } from './1795219800000-create-programme.js';
import { CreateAudits1795220100000 } from './1795220100000-create-audits.js';
import { CreateModerations1795220200000 } from './1795220200000-create-moderations.js';
import { CreateFeedback1795220300000 } from './1795220300000-create-feedback.js';
import { CreateTrends1795220400000 } from './1795220400000-create-trends.js';
import { CreateReports1795220500000 } from './1795220500000-create-reports.js';
import { FrameworkDrafts1795290000000 } from './1795290000000-framework-drafts.js';
import { CreateDocuments1795300000000 } from './1795300000000-create-documents.js';

/** Every migration, oldest first. A new one goes at the end; one that has run is never edited. */
export const migrations = [
  CreateTrail1795219200000,
  CreateAccounts1795219260000,
  CreateFrameworks1795219320000,
  CreatePlans1795219500000,
  CreateProgramme1795219800000,
  CreateAudits1795220100000,
  CreateModerations1795220200000,
  CreateFeedback1795220300000,
  CreateTrends1795220400000,
  CreateReports1795220500000,
  FrameworkDrafts1795290000000,
  CreateDocuments1795300000000,
];
