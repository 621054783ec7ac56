import {
  afterNextRender,
  Component,
  computed,
  DOCUMENT,
  inject,
  Injector,
  input,
  signal,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import {
  frameworkLimits as limits,
  goesWithIt,
  movePart,
  takeOutPart,
  type PartKind,
} from '@app/shared/domain';
import { Button } from '../../components/button';
import { Modal } from '../../components/modal';
import { TextInput } from '../../components/text-input';
import type { FormAttempt } from '../../platform/form-attempt';
import { Notices } from '../../platform/notices';
import { DraftStore } from './draft-store';

export interface ListedPart {
  key: string;
  title: string;
  /** What else is worth knowing in the list. */
  note?: string;
}

/** What one of a kind is called, how many there may be, and how long its title may be. */
const kinds: Readonly<Record<PartKind, { noun: string; max: number; titleMax: number }>> = {
  agency: { noun: 'agency', max: limits.agenciesMax, titleMax: limits.titleMax },
  grade: { noun: 'grade', max: limits.gradesMax, titleMax: limits.titleMax },
  field: { noun: 'question', max: limits.profileFieldsMax, titleMax: limits.titleMax },
  domain: { noun: 'domain', max: limits.domainsMax, titleMax: limits.titleMax },
  criterion: { noun: 'criterion', max: limits.criteriaMax, titleMax: limits.titleMax },
  fact: { noun: 'counted fact', max: limits.factsMax, titleMax: limits.titleMax },
  indicator: { noun: 'indicator', max: limits.indicatorsMax, titleMax: limits.titleMax },
  cap: { noun: 'cap', max: limits.capsMax, titleMax: limits.titleMax },
  source: { noun: 'source', max: limits.sourcesMax, titleMax: limits.lineMax },
  tag: { noun: 'training tag', max: limits.tagsMax, titleMax: limits.titleMax },
};

/** The things of one kind in their order, with what moves them, takes them out and adds to them. */
@Component({
  selector: 'app-part-list',
  imports: [Button, Modal, RouterLink, TextInput],
  templateUrl: './part-list.html',
})
export class PartList {
  readonly kind = input.required<PartKind>();
  readonly items = input.required<readonly ListedPart[]>();
  /** The steps of the address of the list below the draft's; null where the things have no pages. */
  readonly steps = input.required<readonly string[] | null>();
  /** Key of the domain whose criteria these are. */
  readonly domain = input<string>();
  readonly attempt = input.required<FormAttempt<unknown>>();
  protected readonly store = inject(DraftStore);
  protected readonly words = computed(() => {
    const { noun, ...others } = kinds[this.kind()];
    return { ...others, noun, addition: `Add ${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}` };
  });
  protected readonly isFull = computed(() => this.items().length >= this.words().max);
  protected readonly title = signal('');
  protected readonly titleError = signal<string | null>(null);
  protected readonly status = signal('');
  protected readonly toTakeOut = signal<ListedPart | null>(null);
  protected readonly goesWithIt = computed(() => {
    const part = this.toTakeOut();
    const draft = this.store.draft();
    return part && draft
      ? goesWithIt(draft.definition, { kind: this.kind(), key: part.key })
      : null;
  });
  protected readonly errors = computed(() => {
    const message = this.titleError();
    return message === null ? [] : [{ kind: 'title', message }];
  });
  private readonly notices = inject(Notices);
  private readonly router = inject(Router);
  private readonly document = inject(DOCUMENT);
  private readonly injector = inject(Injector);

  protected linkTo(key: string): string {
    return [this.store.address(), ...(this.steps() ?? []), key].join('/');
  }

  protected async add(event: Event): Promise<void> {
    event.preventDefault();
    const title = this.title().trim();
    this.titleError.set(this.titleFault(title));
    if (this.titleError() !== null) {
      this.onceShown(() => this.focusOn(`new-${this.kind()}`));
      return;
    }
    const added = { key: '' };
    const isDone = await this.attempt().send(async () => {
      added.key = await this.store.add(this.kind(), title || 'Cap', this.domain());
    });
    if (!isDone) return;
    this.title.set('');
    const sentence = `${title === '' ? 'The cap' : `“${title}”`} is added`;
    if (this.steps() === null) {
      this.onceShown(() => {
        this.status.set(sentence);
        // With the last one that there may be, the field for another goes.
        this.focusOn(`new-${this.kind()}`, `out-${added.key}`);
      });
      return;
    }
    this.notices.onNextPage(`${sentence}. Say the rest of it`);
    await this.router.navigateByUrl(this.linkTo(added.key));
  }

  protected async move({ key, title }: ListedPart, by: -1 | 1): Promise<void> {
    const part = { kind: this.kind(), key };
    const isDone = await this.attempt().send(() =>
      this.store.save((definition) => movePart(definition, part, by)),
    );
    if (!isDone) return;
    this.onceShown(() => {
      const place = this.items().findIndex((one) => one.key === key);
      this.status.set(`${title} is now ${place + 1} of ${this.items().length}`);
      // At the end of the list there is only the way back.
      const [wanted, other] = by === -1 ? ['up', 'down'] : ['down', 'up'];
      this.focusOn(`${wanted}-${key}`, `${other}-${key}`);
    });
  }

  protected async takeOut(item: ListedPart): Promise<void> {
    const at = this.items().findIndex(({ key }) => key === item.key);
    this.toTakeOut.set(null);
    const part = { kind: this.kind(), key: item.key };
    const isDone = await this.attempt().send(() =>
      this.store.save((definition) => takeOutPart(definition, part)),
    );
    if (!isDone) return;
    this.onceShown(() => {
      this.status.set(`${item.title} is taken out`);
      const next = this.items()[at] ?? this.items().at(-1);
      this.focusOn(next ? `out-${next.key}` : '', `new-${this.kind()}`);
    });
  }

  private titleFault(title: string): string | null {
    if (this.kind() === 'cap') return null;
    const { noun, titleMax } = this.words();
    if (title === '') return `Enter what the new ${noun} is called`;
    return [...title].length > titleMax
      ? `The title must be ${titleMax} characters or fewer`
      : null;
  }

  private focusOn(...ids: readonly string[]): void {
    const controls = ids.map((id) => this.document.getElementById(id));
    controls.find((control) => control !== null)?.focus();
  }

  /** The list stands on the page as it is now. */
  private onceShown(act: () => void): void {
    afterNextRender(act, { injector: this.injector });
  }
}
