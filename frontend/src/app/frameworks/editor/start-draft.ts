import { httpResource } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { form, FormField, FormRoot } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import type {
  DraftWanted,
  FrameworkDraftListResponse,
  FrameworkListResponse,
} from '@app/shared/contracts';
import { keyFromTitle, type Unit } from '@app/shared/domain';
import { Breadcrumbs } from '../../components/breadcrumbs';
import { Button } from '../../components/button';
import type { Choice } from '../../components/choice';
import { ErrorSummary } from '../../components/error-summary';
import { Radios } from '../../components/radios';
import { ReadState } from '../../components/read-state';
import { Textarea } from '../../components/textarea';
import { TextInput } from '../../components/text-input';
import { formAttempt } from '../../platform/form-attempt';
import { Notices } from '../../platform/notices';
import { DraftsClient } from './drafts-client';
import { needed, textMost, titleMost } from './part-rules';
import { unitChoices } from './start-choices';

const ofNew = 'new';

/** What a draft begins as: a copy of a published version, or a framework of a new kind. */
@Component({
  selector: 'app-start-draft',
  imports: [
    Breadcrumbs,
    Button,
    ErrorSummary,
    FormField,
    FormRoot,
    Radios,
    ReadState,
    RouterLink,
    Textarea,
    TextInput,
  ],
  templateUrl: './start-draft.html',
})
export class StartDraft {
  protected readonly frameworks = httpResource<FrameworkListResponse>(() => '/api/frameworks');
  protected readonly drafts = httpResource<FrameworkDraftListResponse>(
    () => '/api/framework-drafts',
  );
  protected readonly model = signal({
    ...{ basedOn: '', title: '', purpose: '', unit: '', unitTitle: '' },
  });
  protected readonly isNew = computed(() => this.model().basedOn === ofNew);
  protected readonly form = form(this.model, (path) => {
    needed(path.basedOn, 'Choose what the draft begins as', () => true);
    needed(path.title, 'Enter what the framework is called', this.isNew);
    titleMost(path.title);
    textMost(path.purpose, 'Purpose');
    needed(path.unit, 'Choose what one audit looks at', this.isNew);
    needed(path.unitTitle, 'Enter what one audit looks at, in words', this.isNew);
    titleMost(path.unitTitle, 'One of what is audited');
  });
  protected readonly attempt = formAttempt(this.form);
  /** A framework has one draft at most, so the kinds that have one are not offered. */
  protected readonly choices = computed((): Choice[] => {
    const kinds = this.kinds();
    const drafted = this.drafts.hasValue() ? this.drafts.value().drafts : [];
    const versions = kinds
      .filter(({ kind }) => !drafted.some((draft) => draft.kind === kind))
      .flatMap(({ title, versions: all }) =>
        all.map(({ id, number }) => ({ value: id, label: `${title}, version ${number}` })),
      );
    const fresh = { value: ofNew, label: 'A framework of a new kind, with nothing in it yet' };
    return [...versions, fresh];
  });
  protected readonly unitChoices = unitChoices;
  private readonly kinds = computed(() =>
    this.frameworks.hasValue() ? this.frameworks.value().frameworks : [],
  );
  private readonly client = inject(DraftsClient);
  private readonly notices = inject(Notices);
  private readonly router = inject(Router);

  protected async start(): Promise<void> {
    const started = { id: '' };
    const isDone = await this.attempt.send(async () => {
      started.id = (await this.client.start(this.wanted())).id;
    });
    if (!isDone) return;
    this.notices.onNextPage('The draft is started');
    await this.router.navigateByUrl(`/frameworks/drafts/${started.id}`);
  }

  private wanted(): DraftWanted {
    const { basedOn, title, purpose, unit, unitTitle } = this.model();
    if (!this.isNew()) return { basedOn };
    const drafted = this.drafts.hasValue() ? this.drafts.value().drafts : [];
    const taken = new Set([...this.kinds(), ...drafted].map(({ kind }) => kind));
    const kind = keyFromTitle(title, taken, 'framework');
    return { kind, title, purpose, unit: unit as Unit, unitTitle };
  }
}
