export { auditTable, type DeducedFigure } from './audit-table.js';
export { coarsenings, finestShown, type CoarserVersion, type Coarsening } from './coarsening.js';
export {
  decideShareInTable,
  decideTable,
  decidedFigure,
  type DecidedTable,
} from './decide-table.js';
export {
  decideCount,
  decideDifference,
  decideFollowing,
  decideOnBase,
  decideShare,
  tooFewToShow,
  type Disclosed,
  type HiddenReason,
  type PartOfBase,
  type ShareOfBase,
} from './disclosed.js';
export { protectTable, type Protection, type ProtectionWanted } from './protect-table.js';
export { roundCount, roundTable, usualRoundingStep } from './round-table.js';
export {
  hiddenCounts,
  partnershipRules,
  publicationRules,
  type DisclosureRules,
  type HiddenCounts,
} from './rules.js';
export {
  mergeLines,
  type CountTable,
  type MergedLines,
  type PrintedTotals,
  type TablePosition,
} from './table.js';
