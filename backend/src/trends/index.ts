export { frozenStratum } from './compile-closed-quarter.js';
export { TrendRepository } from './trend.repository.js';
export { TrendsModule } from './trends.module.js';
