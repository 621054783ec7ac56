import { Component, computed, inject } from '@angular/core';
import { calendarDayInWords, instantInWords, type DomainProgress } from '@app/shared/domain';
import { Breadcrumbs } from '../../components/breadcrumbs';
import { TaskList, type Task } from '../../components/task-list';
import { InsetText } from '../../components/texts';
import { planInWords } from './answer-words';
import { PlanFacts } from './plan-facts';
import { ScoringAnswers } from './saving/scoring-answers';
import { ScoringProgress } from './scoring-progress';
import { ScoringRecord } from './scoring-record';
import { ScoringStrip } from './scoring-strip';

type Status = Pick<Task, 'status' | 'tone'>;

/** The parts of a scoring with how far each is; once submitted, what was submitted. */
@Component({
  selector: 'app-scoring-tasks',
  imports: [Breadcrumbs, InsetText, PlanFacts, ScoringRecord, ScoringStrip, TaskList],
  templateUrl: './scoring-tasks.html',
})
export class ScoringTasks {
  protected readonly answers = inject(ScoringAnswers);
  protected readonly progress = inject(ScoringProgress);
  protected readonly plan = computed(() => {
    const scoring = this.answers.scoring();
    return scoring ? planInWords(scoring.plan, scoring.document) : '';
  });
  protected readonly due = computed(() => {
    const scoring = this.answers.scoring();
    if (!scoring) return '';
    const { dueOn, isOverdue, submittedAt } = scoring;
    if (submittedAt !== null) return `Submitted on ${instantInWords(new Date(submittedAt))}.`;
    const day = calendarDayInWords(dueOn);
    return isOverdue ? `Was due on ${day} and is overdue.` : `Due on ${day}.`;
  });
  protected readonly first = computed((): Task[] => {
    const questions = this.progress.questions();
    if (questions.length === 0) return [];
    const answered = questions.filter(({ value }) => value !== null).length;
    const status = statusOf({ answered, of: questions.length, isComplete: true });
    const hint = 'What the file shows. It decides which criteria apply.';
    return [{ key: 'sweep', title: 'Evidence sweep', hint, link: this.linkTo('sweep'), ...status }];
  });
  protected readonly domains = computed((): Task[] =>
    this.progress.domains().map((progress) => ({
      key: progress.domain,
      title: this.titleOf(progress),
      link: this.linkTo(`domains/${progress.domain}`),
      ...statusOfDomain(progress),
    })),
  );
  protected readonly last = computed((): Task[] => [...this.factsTask(), this.checkTask()]);

  private factsTask(): Task[] {
    const facts = this.progress.facts();
    if (facts.length === 0) return [];
    const answered = facts.filter(({ key }) => this.progress.valueOf('fact', key) !== null).length;
    const isComplete = this.progress.faults().every(({ kind }) => kind !== 'fact');
    const status: Status = isComplete
      ? statusOf({ answered, of: facts.length, isComplete })
      : { status: 'There is a problem', tone: 'red' };
    const hint = 'Recorded and never graded.';
    return [{ key: 'facts', title: 'Counted facts', hint, link: this.linkTo('facts'), ...status }];
  }

  private checkTask(): Task {
    const task = { key: 'check', title: 'Check and submit' };
    return this.progress.isComplete()
      ? { ...task, link: this.linkTo('check'), status: 'Not yet started', tone: 'blue' }
      : { ...task, status: 'Cannot start yet' };
  }

  private titleOf({ domain }: DomainProgress): string {
    return this.progress.parts().domains.find(({ key }) => key === domain)?.title ?? domain;
  }

  private linkTo(page: string): string {
    return `/scorings/${this.answers.scoring()?.id ?? ''}/${page}`;
  }
}

function statusOfDomain({ applicable, answered, isComplete }: DomainProgress): Status {
  if (applicable === 0) return { status: 'Not applicable' };
  return statusOf({ answered, of: applicable, isComplete });
}

function statusOf(part: { answered: number; of: number; isComplete: boolean }): Status {
  const { answered, of, isComplete } = part;
  if (answered === 0) return { status: 'Not yet started', tone: 'blue' };
  if (answered < of) return { status: `In progress (${answered} of ${of})`, tone: 'yellow' };
  return isComplete ? { status: 'Completed' } : { status: 'There is a problem', tone: 'red' };
}
