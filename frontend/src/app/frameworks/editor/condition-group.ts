import {
  afterNextRender,
  Component,
  computed,
  DOCUMENT,
  inject,
  Injector,
  input,
  output,
  signal,
} from '@angular/core';
import {
  answersOf,
  askingAbout,
  asksForNumber,
  comparedBy,
  groupDepthMax,
  groupOf,
  joinedBy,
  joinOf,
  newTest,
  operatorsFor,
  partsOfGroup,
  takesList,
  typedNumber,
  typedNumbers,
  withoutPart,
  withPart,
  withPartAt,
  type Condition,
  type Fact,
  type Group,
  type Operator,
  type ProfileField,
  type Test,
} from '@app/shared/domain';
import { Checkboxes } from '../../components/checkboxes';
import type { Choice } from '../../components/choice';
import { Radios } from '../../components/radios';
import { Select } from '../../components/select';
import { TextInput } from '../../components/text-input';

const joins: readonly Choice[] = [
  { value: 'all', label: 'All of these hold' },
  { value: 'any', label: 'Any of these holds' },
];

const operatorWords: Readonly<Record<Operator, string>> = {
  eq: 'is',
  ne: 'is known and is not',
  lt: 'is under',
  lte: 'is at most',
  gt: 'is over',
  gte: 'is at least',
  in: 'is one of',
  notIn: 'is known and is none of',
};

/** Tests, and groups of them, of which all or any must hold. A group in it is one of its own kind. */
@Component({
  selector: 'app-condition-group',
  imports: [Checkboxes, Radios, Select, TextInput],
  templateUrl: './condition-group.html',
})
export class ConditionGroup {
  readonly group = input.required<Group>();
  readonly asked = input.required<readonly (ProfileField | Fact)[]>();
  /** Begins the ids of everything in the group; the first control has it for its own. */
  readonly fieldId = input.required<string>();
  /** Where the group stands, such as "group 2"; read out with each control. */
  readonly name = input.required<string>();
  readonly depth = input(1);
  readonly changed = output<Group>();
  protected readonly parts = computed(() => partsOfGroup(this.group()));
  protected readonly join = computed(() => joinOf(this.group()));
  protected readonly mayNest = computed(() => this.depth() < groupDepthMax);
  protected readonly status = signal('');
  protected readonly fieldChoices = computed((): Choice[] =>
    this.asked().map(({ key, title }) => ({ value: key, label: title })),
  );
  protected readonly joins = joins;
  private readonly document = inject(DOCUMENT);
  private readonly injector = inject(Injector);

  protected asTest(part: Condition): Test | null {
    return 'field' in part ? part : null;
  }

  protected asGroup(part: Condition): Group | null {
    return 'field' in part ? null : part;
  }

  protected idOf(at: number): string {
    return at === 0 ? this.fieldId() : `${this.fieldId()}-${at + 1}`;
  }

  protected lineOf(at: number): string {
    return `of line ${at + 1} of ${this.name()}`;
  }

  /** The fields to choose from, with the one that is chosen though it is there no more. */
  protected choicesFor({ field }: Test): Choice[] {
    const isKnown = field === '' || this.fieldOf(field) !== undefined;
    const gone = isKnown ? [] : [{ value: field, label: `${field} (not there any more)` }];
    return [...this.fieldChoices(), ...gone];
  }

  protected operatorsFor({ field }: Test): Choice[] {
    const asked = this.fieldOf(field);
    const open = asked ? operatorsFor(asked) : (['eq', 'ne', 'in', 'notIn'] as const);
    return open.map((value) => ({ value, label: operatorWords[value] }));
  }

  /** How the value is given: typed, chosen, or chosen in any number. */
  protected kindOf({ field, op }: Test): 'none' | 'number' | 'numbers' | 'one' | 'several' {
    const asked = this.fieldOf(field);
    if (!asked) return 'none';
    if (asksForNumber(asked)) return takesList(op) ? 'numbers' : 'number';
    return takesList(op) ? 'several' : 'one';
  }

  protected answersTo({ field }: Test): Choice[] {
    const asked = this.fieldOf(field);
    return (asked ? answersOf(asked) : []).map(({ key, title }) => ({ value: key, label: title }));
  }

  protected wordOf({ value }: Test): string {
    return String([value].flat()[0] ?? '');
  }

  protected lineOfNumbers({ value }: Test): string {
    return [value].flat().join(', ');
  }

  protected wordsOf({ value }: Test): string[] {
    return [value].flat().map(String);
  }

  protected askAbout(at: number, field: string): void {
    this.put(at, askingAbout(field));
  }

  protected compare(at: number, test: Test, op: string): void {
    if (op !== '') this.put(at, comparedBy(test, op as Operator));
  }

  protected give(at: number, test: Test, value: Test['value']): void {
    this.put(at, { ...test, value });
  }

  protected typeNumber(at: number, test: Test, text: string): void {
    this.give(at, test, typedNumber(text));
  }

  protected typeNumbers(at: number, test: Test, text: string): void {
    this.give(at, test, typedNumbers(text));
  }

  protected put(at: number, part: Condition): void {
    this.changed.emit(withPartAt(this.group(), at, part));
  }

  protected joinBy(join: string): void {
    this.changed.emit(joinedBy(this.group(), join === 'any' ? 'any' : 'all'));
  }

  protected addLine(): void {
    this.add(newTest);
  }

  /** What stands there goes into no group by itself; the new one begins with one empty line. */
  protected addGroup(): void {
    this.add(groupOf(this.join() === 'all' ? 'any' : 'all', [newTest]));
  }

  protected takeOut(at: number): void {
    this.changed.emit(withoutPart(this.group(), at));
    this.status.set(`Line ${at + 1} is taken out`);
    this.focusOn(`${this.fieldId()}-add`);
  }

  private add(part: Condition): void {
    const at = this.parts().length;
    this.changed.emit(withPart(this.group(), part));
    this.focusOn(this.idOf(at));
  }

  private fieldOf(key: string): ProfileField | Fact | undefined {
    return this.asked().find((one) => one.key === key);
  }

  private focusOn(id: string): void {
    afterNextRender(() => this.document.getElementById(id)?.focus(), { injector: this.injector });
  }
}
