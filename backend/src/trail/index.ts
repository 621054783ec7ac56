export { AppendToTrail, type TrailEntry } from './append-to-trail.js';
export { SealTrail } from './seal-trail.js';
export { TrailModule } from './trail.module.js';
export { TrailRepository, type TrailRow, type TrailSearch } from './trail.repository.js';
export { VerifyTrail, type TrailVerdict } from './verify-trail.js';
