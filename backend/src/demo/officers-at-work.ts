import { FeedbackRepository, OpenFeedback, ReplyToPoint } from '../feedback/index.js';
import type { Demonstration } from './demonstration.js';
import { SeededChance } from './seeded-chance.js';

const SEED = 77;

const notes = {
  'corrected-now': null,
  'at-next-review': 'The school is asked for its view at the review.',
  'not-possible': 'The advice that this would rest on was never given, and the service is gone.',
} as const;

/** The officers who have an account read their feedback and answer most of it. */
export class OfficersAtWork {
  private readonly chance = new SeededChance(SEED);

  constructor(private readonly demo: Demonstration) {}

  /** @param day a weekday after the round of the quarter is closed */
  async answer(quarter: string, day: string): Promise<void> {
    this.demo.sitDown(day, 10);
    for (const officer of ['Grace Lin', 'Owen Price']) await this.answerAs(officer, quarter);
  }

  private async answerAs(officer: string, quarter: string): Promise<void> {
    const given = this.demo.get(FeedbackRepository);
    const search = { state: 'unanswered', quarter } as const;
    const { feedback } = await given.page(this.demo.as(officer), search, 1, 50);
    for (const { id } of feedback) {
      const { points } = await given.find(this.demo.as(officer), id);
      await this.demo.get(OpenFeedback).open(this.demo.as(officer), id, this.demo.nextRequest(5));
      // Some wait for the review meeting and are answered later, or never.
      for (const { criterion } of points.filter(() => this.chance.happens(80))) {
        const answer = this.chance.drawn({
          ...{ 'corrected-now': 45, 'at-next-review': 45, 'not-possible': 10 },
        });
        const wanted = { answer, note: notes[answer], seenVersion: 0 };
        const key = this.demo.nextRequest(5);
        await this.demo.get(ReplyToPoint).reply(this.demo.as(officer), id, criterion, wanted, key);
      }
    }
  }
}
