import { canonicalJson } from '../../trail/index.js';
import { operators, type Condition, type Operator, type Test } from '../definition.js';

/** How each comparison is written. */
const sign: Record<Operator, string> = {
  ...{ eq: '=', ne: '!=', lt: '<', lte: '<=', gt: '>', gte: '>=' },
  ...{ in: 'in', notIn: 'not in' },
};

/**
 * A condition as one line that is read again without loss: `year-group < 9`, `need in (no, unclear)`,
 * `all(need = no, any(age >= 16, year-group > 11))`. What has no such line is written as JSON.
 */
export function conditionText(condition: Condition): string {
  const line = lineOf(condition);
  const read = parsed(line);
  return read && canonicalJson(read) === canonicalJson(condition)
    ? line
    : JSON.stringify(condition);
}

/** Groups inside groups that are read: far more than a framework may have, few enough for any reader. */
const DEPTH_MAX = 20;

/** The condition that a line or JSON says; null where it says none. */
export function conditionFromText(text: string): Condition | null {
  if (!text.trimStart().startsWith('{')) return parsed(text);
  try {
    const given: unknown = JSON.parse(text);
    return isCondition(given, 0) ? given : null;
  } catch {
    return null;
  }
}

function lineOf(condition: Condition): string {
  if ('all' in condition) return `all(${condition.all.map(lineOf).join(', ')})`;
  if ('any' in condition) return `any(${condition.any.map(lineOf).join(', ')})`;
  const { field, op, value } = condition;
  const listed = [value].flat().join(', ');
  return `${field} ${sign[op]} ${Array.isArray(value) ? `(${listed})` : listed}`;
}

/** Reads words and signs one after another; each step gives null where the line says something else. */
class Line {
  private readonly words: string[];
  private at = 0;

  constructor(text: string) {
    const signs = text.replaceAll('≤', '<=').replaceAll('≥', '>=').replaceAll('≠', '!=');
    this.words = signs.match(/<=|>=|!=|[(),=<>]|[^\s(),=<>!]+|!/g) ?? [];
  }

  get isAtEnd(): boolean {
    return this.at >= this.words.length;
  }

  condition(depth: number): Condition | null {
    if (depth > DEPTH_MAX) return null;
    const [word = '', next] = [this.words[this.at], this.words[this.at + 1]];
    const group = word.toLowerCase();
    if (next !== '(' || (group !== 'all' && group !== 'any')) return this.test();
    this.at += 1;
    const parts = this.list(() => this.condition(depth + 1));
    if (!parts) return null;
    return group === 'all' ? { all: parts } : { any: parts };
  }

  private test(): Condition | null {
    const field = this.word();
    const op = this.operator();
    if (field === null || op === null) return null;
    const isList = this.words[this.at] === '(';
    const value = isList ? this.list(() => this.value()) : this.value();
    return value === null ? null : { field, op, value };
  }

  private operator(): Operator | null {
    const isNot = this.words[this.at]?.toLowerCase() === 'not';
    const written = isNot ? `not ${this.words[this.at + 1] ?? ''}` : (this.words[this.at] ?? '');
    this.at += isNot ? 2 : 1;
    return operators.find((op) => sign[op] === written.toLowerCase()) ?? null;
  }

  private value(): number | string | null {
    const word = this.word();
    return word !== null && /^-?\d+(?:\.\d+)?$/.test(word) ? Number(word) : word;
  }

  private word(): string | null {
    const word = this.words[this.at];
    this.at += 1;
    return word === undefined || /^[(),=<>!]/.test(word) ? null : word;
  }

  private list<Part>(part: () => Part | null): Part[] | null {
    const parts: Part[] = [];
    this.at += 1;
    while (this.words[this.at] !== ')') {
      const next = part();
      if (next === null) return null;
      parts.push(next);
      if (this.words[this.at] === ',') this.at += 1;
      else if (this.words[this.at] !== ')') return null;
    }
    this.at += 1;
    return parts;
  }
}

function parsed(text: string): Condition | null {
  const line = new Line(text);
  const condition = line.condition(0);
  return condition && line.isAtEnd ? condition : null;
}

function isCondition(given: unknown, depth: number): given is Condition {
  if (given === null || typeof given !== 'object' || depth > DEPTH_MAX) return false;
  const parts = Object.entries(given);
  const [[name, listed] = ['', null]] = parts;
  if (parts.length === 1 && (name === 'all' || name === 'any')) {
    return Array.isArray(listed) && listed.every((part) => isCondition(part, depth + 1));
  }
  const { field, op, value } = given as Partial<Test>;
  const isValue = (one: unknown): boolean => typeof one === 'number' || typeof one === 'string';
  return (
    parts.length === 3 &&
    typeof field === 'string' &&
    operators.some((one) => one === op) &&
    (Array.isArray(value) ? value.every(isValue) : isValue(value))
  );
}
