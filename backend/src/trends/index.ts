export { TrendRepository } from './trend.repository.js';
export { TrendsModule } from './trends.module.js';
