import { primaryNeeds } from './plan-words.js';

/** A need, or that none is known. */
export const needFilters = [...primaryNeeds, 'unknown'] as const;
export type NeedFilter = (typeof needFilters)[number];

export const planStates = ['in-force', 'ceased', 'all'] as const;
export type PlanState = (typeof planStates)[number];

export const planStateTitle: Record<PlanState, string> = {
  'in-force': 'In force',
  ceased: 'Ceased',
  all: 'In force and ceased',
};

export const planSorts = [
  'ref',
  'year-group',
  'first-issued',
  'latest-issued',
  'last-review',
] as const;
export type PlanSort = (typeof planSorts)[number];

export const sortDirections = ['up', 'down'] as const;
export type SortDirection = (typeof sortDirections)[number];
