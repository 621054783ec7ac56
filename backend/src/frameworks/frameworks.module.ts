import { Module, type OnModuleInit } from '@nestjs/common';
import { AccountsModule, WaitingForPerson } from '../accounts/index.js';
import { TrailModule } from '../trail/index.js';
import { ChangeDraft } from './drafts/change-draft.js';
import { CommentOnDraft } from './drafts/comment-on-draft.js';
import { ConsultOnDraft } from './drafts/consult-on-draft.js';
import { ConsultationsController } from './drafts/consultations.controller.js';
import { DiscardDraft } from './drafts/discard-draft.js';
import { DraftViews } from './drafts/draft-views.js';
import { DraftRepository } from './drafts/draft.repository.js';
import { DraftsController } from './drafts/drafts.controller.js';
import { PublishDraft } from './drafts/publish-draft.js';
import { StartDraft } from './drafts/start-draft.js';
import { FrameworkFilesController } from './files/framework-files.controller.js';
import { ImportFramework } from './files/import-framework.js';
import { FrameworkRepository } from './framework.repository.js';
import { FrameworksController } from './frameworks.controller.js';
import { PublishReferenceFrameworks } from './publish-reference-frameworks.js';
import { RetireVersion } from './retire-version.js';
import { WaitingFrameworks } from './waiting-frameworks.js';

@Module({
  imports: [AccountsModule, TrailModule],
  // Files first: their addresses would be taken for the key of a draft.
  controllers: [
    ...[FrameworkFilesController, FrameworksController],
    ...[DraftsController, ConsultationsController],
  ],
  providers: [
    ...[FrameworkRepository, PublishReferenceFrameworks, RetireVersion],
    ...[DraftRepository, DraftViews, StartDraft, ChangeDraft, DiscardDraft],
    ...[ConsultOnDraft, CommentOnDraft, PublishDraft, WaitingFrameworks, ImportFramework],
  ],
  exports: [FrameworkRepository, DraftRepository, PublishReferenceFrameworks, StartDraft],
})
export class FrameworksModule implements OnModuleInit {
  constructor(
    private readonly waiting: WaitingForPerson,
    private readonly frameworks: WaitingFrameworks,
  ) {}

  onModuleInit(): void {
    this.waiting.register((access) => this.frameworks.list(access));
  }
}
