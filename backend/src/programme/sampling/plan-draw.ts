import { Injectable } from '@nestjs/common';
import {
  belongsToTheme,
  planSample,
  sayExpectedPrecision,
  unitOfRound,
  whyNotDrawn,
  type PlannedSample,
  type RoundKind,
} from '@app/shared/domain';
import type { EntityManager } from 'typeorm';
import type { Access } from '../../accounts/index.js';
import { PlanFrame, type StoredPlan } from '../../plans/index.js';
import type { StoredRound } from '../rounds/round.repository.js';

/** What a draw on a day would do, without any chance in it. */
export interface DrawPlan {
  /** Why there can be no draw; null when there can. */
  whyNot: string | null;
  /** The day for which the register confirmed last spoke; null before the first. */
  registerAsAt: string | null;
  plans: StoredPlan[];
  planned: PlannedSample;
}

/** Plans a draw from the register as it is: the same for the lead who looks first and for the draw itself. */
@Injectable()
export class PlanDraw {
  constructor(private readonly frame: PlanFrame) {}

  /** @param day YYYY-MM-DD, the day of the draw in London */
  async plan(
    access: Access,
    round: StoredRound,
    day: string,
    manager?: EntityManager,
  ): Promise<DrawPlan> {
    const { asAtOn, plans: all } = await this.frame.inForce(access, manager);
    const { themeFilter } = round;
    const plans = themeFilter ? all.filter((plan) => belongsToTheme(plan, themeFilter, day)) : all;
    const whyNot = whyNotDrawn(round, day) ?? whyNoPlans(asAtOn, plans.length);
    return {
      whyNot,
      registerAsAt: asAtOn,
      plans,
      planned: planSample(plans, day, round.sampleSize),
    };
  }
}

/** What a sample will show, in a sentence; null where there is nothing to draw. */
export function precisionOf(
  sample: { size: number; populationSize: number },
  kind: RoundKind,
): string | null {
  if (sample.size === 0) return null;
  return unitOfRound(kind) === 'plan'
    ? sayExpectedPrecision(sample.size, sample)
    : 'How close the sample will come depends on how many documents its plans have and how alike those of one plan are, so that it cannot be said beforehand.';
}

function whyNoPlans(asAtOn: string | null, plans: number): string | null {
  if (asAtOn === null) {
    return 'No register of plans has been confirmed. Upload one and confirm it first.';
  }
  if (plans > 0) return null;
  return 'No plan in force belongs to this round. Check the register, or open another round.';
}
