export { CommentOnDraft } from './drafts/comment-on-draft.js';
export { ConsultOnDraft } from './drafts/consult-on-draft.js';
export { DraftRepository } from './drafts/draft.repository.js';
export { ImportFramework } from './files/import-framework.js';
export { readWorkbook } from './files/read-workbook.js';
export { writeWorkbook } from './files/write-workbook.js';
export {
  FrameworkRepository,
  type FrameworkVersion,
  type FrameworkVersionOverview,
} from './framework.repository.js';
export { FrameworksModule } from './frameworks.module.js';
export { PublishReferenceFrameworks } from './publish-reference-frameworks.js';
export { referenceDefinitions } from './reference/reference-definitions.js';
