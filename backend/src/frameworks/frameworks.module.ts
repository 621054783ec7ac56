import { Module } from '@nestjs/common';
import { TrailModule } from '../trail/index.js';
import { FrameworkRepository } from './framework.repository.js';
import { FrameworksController } from './frameworks.controller.js';
import { PublishReferenceFrameworks } from './publish-reference-frameworks.js';

@Module({
  imports: [TrailModule],
  controllers: [FrameworksController],
  providers: [FrameworkRepository, PublishReferenceFrameworks],
  exports: [FrameworkRepository, PublishReferenceFrameworks],
})
export class FrameworksModule {}
