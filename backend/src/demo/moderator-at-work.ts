import { nonGrades } from '@app/shared/domain';
import type { ModerationResponse } from '@app/shared/contracts';
import { CloseAudit, CorrectProfile, DecideCriterion, ModerationViews } from '../audits/index.js';
import type { Demonstration } from './demonstration.js';
import { SeededChance } from './seeded-chance.js';

type Criterion = ModerationResponse['form']['criteria'][number];

const SEED = 310;

const borneOut = 'The evidence that was given bears it out.';
const departures = [
  'One of the two had not seen the appendix, where this is said in full.',
  'The descriptor asks for all of the advice, and one report is not answered.',
  'The wording is plain enough for the family, which is what the descriptor asks.',
];

/** Tom Ellery at work, six audits each weekday. */
export class ModeratorAtWork {
  private readonly chance = new SeededChance(SEED);

  constructor(private readonly demo: Demonstration) {}

  /** Everything of a round that waits, from a Monday on. */
  async moderate(roundId: string, monday: string): Promise<void> {
    const waiting = await this.views.list(this.access, 'awaiting', roundId);
    const inOrder = waiting.toSorted((a, b) => (a.reference < b.reference ? -1 : 1));
    for (const [place, { id }] of inOrder.entries()) {
      this.demo.sitDown(monday, Math.floor(place / 6) * 24 + 9 + 1.25 * (place % 6));
      await this.moderateOne(id, place);
    }
  }

  private async moderateOne(id: string, place: number): Promise<void> {
    const read = await this.views.read(this.access, id);
    if (read.mayBeAccepted) return this.close(read, { asProposed: true });
    if (place === 3) await this.correctUnclear(read);
    const { form } = await this.views.read(this.access, id);
    for (const criterion of form.criteria) {
      if (criterion.mustBeDecided) await this.decide(id, criterion, place);
    }
    const decided = await this.views.read(this.access, id);
    await this.close(decided, place === 7 ? oneStepUp(decided) : {});
  }

  /** What nobody could grade the moderator grades, but in one audit of each round. */
  private async decide(
    id: string,
    { criterion, proposal, outcomesOpen, apart }: Criterion,
    place: number,
  ): Promise<void> {
    const grades = outcomesOpen.filter((one) => !nonGrades.some((other) => other === one));
    const beside = grades[grades.indexOf(proposal ?? '') + (this.chance.happens(50) ? 1 : -1)];
    const departs = proposal !== null && apart > 0 && this.chance.happens(15) && beside;
    const ungraded = place === 11 ? 'cannot-tell' : (grades.at(-2) ?? 'cannot-tell');
    const outcome = departs ? beside : (proposal ?? ungraded);
    const reason = departs ? (departures[this.chance.between(0, 2)] ?? borneOut) : borneOut;
    const wanted = { outcome, reason, seenVersion: 0 };
    const act = this.demo.get(DecideCriterion);
    await act.decide(this.access, id, criterion, wanted, this.demo.nextRequest(3));
  }

  /** The file answers what an auditor could not. */
  private async correctUnclear({ id, form, version }: ModerationResponse): Promise<void> {
    const field = form.profile.find((one) => one.mayBeCorrected && one.value === 'unclear');
    if (!field) return;
    const reason = 'A letter in the file answers it.';
    const wanted = { value: 'yes', reason, version };
    const act = this.demo.get(CorrectProfile);
    await act.correct(this.access, id, field.field, wanted, this.demo.nextRequest(5));
  }

  private async close(
    { id, version }: ModerationResponse,
    wanted: Partial<Parameters<CloseAudit['close']>[2]>,
  ): Promise<void> {
    const closing = {
      ...{ asProposed: false, finalGrade: null, finalGradeReason: null, feedbackPoints: null },
      ...{ ...wanted, version },
    };
    await this.demo.get(CloseAudit).close(this.access, id, closing, this.demo.nextRequest(10));
  }

  private get views() {
    return this.demo.get(ModerationViews);
  }

  private get access() {
    return this.demo.as('Tom Ellery');
  }
}

/** The moderator sees what the sum does not, and no ceiling forbids it. */
function oneStepUp({ form }: ModerationResponse) {
  const { overall } = form.working;
  const better = overall?.gradesOpen.at(0);
  if (!overall || better === undefined || better === overall.cappedGrade) return {};
  const finalGradeReason = 'What the plan lacks is in places that matter little to this child.';
  return { finalGrade: better, finalGradeReason };
}
