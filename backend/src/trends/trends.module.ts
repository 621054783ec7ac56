import { Module, type OnModuleInit } from '@nestjs/common';
import { AuditsModule, RoundClosed } from '../audits/index.js';
import { FrameworksModule } from '../frameworks/index.js';
import { CompileClosedQuarter } from './compile-closed-quarter.js';
import { TrendRepository } from './trend.repository.js';
import { TrendViews } from './trend-views.js';
import { TrendsController } from './trends.controller.js';
import { WouldHaveChanged } from './would-have-changed.js';

@Module({
  imports: [AuditsModule, FrameworksModule],
  controllers: [TrendsController],
  providers: [CompileClosedQuarter, TrendRepository, TrendViews, WouldHaveChanged],
  exports: [TrendRepository],
})
export class TrendsModule implements OnModuleInit {
  constructor(
    private readonly roundClosed: RoundClosed,
    private readonly quarter: CompileClosedQuarter,
  ) {}

  onModuleInit(): void {
    this.roundClosed.register((closed, manager) => this.quarter.compile(closed, manager));
  }
}
