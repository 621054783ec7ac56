import { Module } from '@nestjs/common';
import { AppendToTrail } from './append-to-trail.js';
import { SealTrail } from './seal-trail.js';
import { TrailRepository } from './trail.repository.js';
import { VerifyTrail } from './verify-trail.js';

@Module({
  providers: [AppendToTrail, SealTrail, TrailRepository, VerifyTrail],
  exports: [AppendToTrail, TrailRepository, SealTrail, VerifyTrail],
})
export class TrailModule {}
