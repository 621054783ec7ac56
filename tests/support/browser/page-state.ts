import type { Person } from '../people.js';
import type { Place } from './place.js';
import type { Visit } from './visit.js';

/** One way a page can look: with everything on it, with nothing, with something wrong. */
export interface PageState {
  route: string;
  state: string;
  person: Person | null;
  reach(visit: Visit, place: Place): Promise<unknown>;
}

export type Reach = PageState['reach'];

export const goTo =
  (path: string): Reach =>
  (visit) =>
    visit.goTo(path);

export function as(person: Person | null, route: string, state: string, reach: Reach): PageState {
  return {
    route,
    state,
    person,
    reach: async (visit, place) => {
      await reach(visit, place);
      await visit.settle();
    },
  };
}
