import { demoEmail, demoPassword, demoPeople, type DemoPerson } from '@app/backend/testing';

export interface Person extends DemoPerson {
  email: string;
  password: string;
}

function named(fullName: string): Person {
  const person = demoPeople.find((one) => one.fullName === fullName);
  if (!person) throw new Error(`${fullName} is not one of the demonstration's people`);
  return { ...person, email: demoEmail(fullName), password: demoPassword };
}

/** The people every test speaks of; each holds one role, and each agency has an auditor. */
export const people = {
  helen: named('Helen Marsh'),
  ruth: named('Ruth Osei'),
  dev: named('Dev Patel'),
  priya: named('Priya Nair'),
  sam: named('Sam Okafor'),
  tom: named('Tom Ellery'),
  grace: named('Grace Lin'),
  owen: named('Owen Price'),
  nadia: named('Nadia Rahman'),
  alan: named('Alan Whitby'),
  joan: named('Joan Kerr'),
} as const;

/** One person for each role, in the order of the roles. */
export const onePerRole: readonly Person[] = [
  people.helen,
  people.ruth,
  people.priya,
  people.tom,
  people.grace,
  people.nadia,
  people.alan,
  people.joan,
];
