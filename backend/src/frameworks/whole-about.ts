import { Problem, type AboutDraft, type ProblemError } from '@app/shared/domain';

type About = { [Name in keyof AboutDraft]?: AboutDraft[Name] | null };

/**
 * What a framework is about, where nobody but the person can say it.
 *
 * @throws Problem contract-broken for each thing that a framework cannot do without
 */
export function wholeAbout({ kind, title, purpose, unit, unitTitle }: About): AboutDraft {
  if (kind && title && unit && unitTitle) {
    return { kind, title, purpose: purpose ?? '', unit, unitTitle };
  }
  const asked: [string, unknown, string][] = [
    ['kind', kind, 'Enter a key for what is audited'],
    ['title', title, 'Enter what the framework is called'],
    ['unit', unit, 'Choose what one audit looks at'],
    ['unitTitle', unitTitle, 'Enter what one audit looks at, in words'],
  ];
  const missing = asked.flatMap(([path, value, message]): ProblemError[] =>
    value ? [] : [{ path, message }],
  );
  throw Problem.ofFields('contract-broken', missing);
}
