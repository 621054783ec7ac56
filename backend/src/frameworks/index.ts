export { FrameworkRepository, type FrameworkVersion } from './framework.repository.js';
export { FrameworksModule } from './frameworks.module.js';
export { PublishReferenceFrameworks } from './publish-reference-frameworks.js';
export { referenceDefinitions } from './reference/reference-definitions.js';
