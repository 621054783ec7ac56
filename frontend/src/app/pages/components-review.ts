import { Component, signal } from '@angular/core';
import { form, FormField, FormRoot, maxLength, minLength, required } from '@angular/forms/signals';
import { AutosaveStatus, type AutosaveState } from '../components/autosave-status';
import { BackLink, Breadcrumbs } from '../components/breadcrumbs';
import { Button } from '../components/button';
import { Checkboxes } from '../components/checkboxes';
import type { Choice } from '../components/choice';
import { ChosenFilters } from '../components/chosen-filters';
import { Cell, DataTable, type Column, type Order } from '../components/data-table';
import { Details } from '../components/details';
import { ErrorSummary } from '../components/error-summary';
import { FileInput } from '../components/file-input';
import { InterruptionPanel } from '../components/interruption-panel';
import { MonthInput } from '../components/month-input';
import { NotificationBanner } from '../components/notification-banner';
import { Pagination } from '../components/pagination';
import { PasswordInput } from '../components/password-input';
import { Radios } from '../components/radios';
import { SecretOnce } from '../components/secret-once';
import { Select } from '../components/select';
import { SummaryCard } from '../components/summary-card';
import { SummaryList, type SummaryRow } from '../components/summary-list';
import { Tag, type TagTone } from '../components/tag';
import { TaskList, type Task } from '../components/task-list';
import { InsetText, WarningText } from '../components/texts';
import { TextInput } from '../components/text-input';
import { Textarea } from '../components/textarea';
import { formAttempt } from '../platform/form-attempt';

const evidenceLimit = 200;

/** Every component in its states, so that a change to one can be looked at in one place. */
@Component({
  selector: 'app-components-review',
  imports: [
    AutosaveStatus,
    BackLink,
    Breadcrumbs,
    Button,
    Cell,
    Checkboxes,
    ChosenFilters,
    DataTable,
    Details,
    ErrorSummary,
    FileInput,
    FormField,
    FormRoot,
    InsetText,
    InterruptionPanel,
    MonthInput,
    NotificationBanner,
    Pagination,
    PasswordInput,
    Radios,
    SecretOnce,
    Select,
    SummaryCard,
    SummaryList,
    Tag,
    TaskList,
    Textarea,
    TextInput,
    WarningText,
  ],
  templateUrl: './components-review.html',
})
export class ComponentsReview {
  protected readonly evidenceLimit = evidenceLimit;
  protected readonly model = signal({
    name: '',
    secret: '',
    day: '',
    agency: '',
    grade: '',
    roles: [] as string[],
    decision: '',
    file: null as File | null,
    sections: [] as string[],
    month: '',
    evidence: '',
  });
  protected readonly form = form(this.model, (path) => {
    required(path.name, { message: 'Enter a name' });
    required(path.secret, { message: 'Enter a password' });
    required(path.day, { message: 'Enter a day' });
    required(path.agency, { message: 'Choose an agency' });
    required(path.grade, { message: 'Choose a grade' });
    minLength(path.roles, 1, { message: 'Choose at least one role' });
    required(path.decision, { message: 'Choose keep or cease' });
    minLength(path.sections, 1, { message: 'Choose at least one section' });
    required(path.month, { message: 'Enter a month' });
    required(path.file, { message: 'Choose a file' });
    required(path.evidence, { message: 'Say where in the plan you found it' });
    maxLength(path.evidence, evidenceLimit, {
      message: `Evidence must be ${evidenceLimit} characters or fewer`,
    });
  });
  protected readonly attempt = formAttempt(this.form);
  protected readonly agencies: readonly Choice[] = [
    { value: 'education', label: 'Education' },
    { value: 'health', label: 'Health' },
    { value: 'social-care', label: 'Social care' },
  ];
  protected readonly grades: readonly Choice[] = [
    {
      value: 'good',
      label: 'Good',
      hint: 'All related needs are set out with their effect.',
    },
    {
      value: 'requires-improvement',
      label: 'Requires improvement',
      hint: 'Needs listed as diagnoses, or one evident need missing.',
    },
    { value: 'cannot-tell', label: 'Cannot tell from the file', hint: 'Say what is missing.' },
  ];
  protected readonly sections: readonly Choice[] = ['A', 'B', 'H1', 'H2'].map((section) => ({
    value: section,
    label: section,
  }));
  protected readonly tasks: readonly Task[] = [
    { key: 'one', title: 'Evidence sweep', link: '/components', status: 'Completed' },
    {
      ...{ key: 'two', title: 'Health needs and provision', hint: 'Sections C and G' },
      ...{ link: '/components', status: 'In progress (2 of 5)', tone: 'yellow' },
    },
    { key: 'three', title: 'Check and submit', status: 'Cannot start yet' },
  ];
  protected readonly tones: readonly { tone: TagTone; words: string }[] = [
    { tone: 'grey', words: 'Not started' },
    { tone: 'yellow', words: 'In progress 9 of 18' },
    { tone: 'green', words: 'Submitted' },
    { tone: 'blue', words: '2 grades apart' },
    { tone: 'orange', words: 'Due tomorrow' },
    { tone: 'red', words: 'Late by 4 days' },
    { tone: 'plain', words: 'Plain' },
  ];
  protected readonly saves: readonly AutosaveState[] = [
    { kind: 'saving' },
    { kind: 'saved', at: new Date('2026-11-03T14:32:00Z') },
    { kind: 'waiting', answers: 3 },
    { kind: 'failed' },
  ];
  protected readonly rows: readonly SummaryRow[] = [
    {
      key: 'Name',
      value: 'Priya Nair',
      change: { link: '/components', hidden: 'name' },
    },
    { key: 'Roles', value: ['Auditor', 'Moderator'] },
    { key: 'Status', value: 'Active', tone: 'green' },
    { key: 'Staff reference', value: null },
  ];
  protected readonly audits = [
    {
      reference: 'AUD-2026-27-Q2-0142',
      stratum: 'Secondary, special',
      state: 'Submitted',
      days: 12,
    },
    { reference: 'AUD-2026-27-Q2-0143', stratum: 'Primary, mainstream', state: 'Late', days: 4 },
  ];
  protected readonly decisions: readonly Choice[] = [
    { value: 'keep', label: 'Keep' },
    { value: 'cease', label: 'Cease' },
  ];
  protected readonly chosen = [
    { name: 'team', title: 'Team', value: 'North' },
    { name: 'need', title: 'Primary need', value: 'Speech, language and communication needs' },
  ];
  protected readonly order = signal<Order>({ by: 'days', direction: 'up' });
  protected readonly columns: readonly Column<ComponentsReview['audits'][number]>[] = [
    {
      key: 'reference',
      title: 'Audit',
      isRowHeader: true,
      sort: 'audit',
      text: (audit) => audit.reference,
    },
    { key: 'stratum', title: 'Stratum', text: (audit) => audit.stratum },
    { key: 'state', title: 'State' },
    {
      key: 'days',
      title: 'Days left',
      isNumeric: true,
      sort: 'days',
      text: (audit) => String(audit.days),
    },
  ];

  protected async check(): Promise<void> {
    await this.attempt.send(() => Promise.resolve());
  }
}
