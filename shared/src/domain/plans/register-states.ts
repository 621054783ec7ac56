export const registerStatuses = ['waiting', 'confirmed', 'discarded', 'expired'] as const;

/** Waiting: read, nothing taken in. Confirmed: its ready rows are plans. Discarded, expired: nothing was taken in. */
export type RegisterStatus = (typeof registerStatuses)[number];

export const registerStatusTitle: Record<RegisterStatus, string> = {
  waiting: 'Waiting',
  confirmed: 'Confirmed',
  discarded: 'Discarded',
  expired: 'Expired',
};

export const absenceDecisions = ['keep', 'cease'] as const;

/** What becomes of a plan in force that the newest register does not have. */
export type AbsenceDecision = (typeof absenceDecisions)[number];

/** Absent plans on one page, which are decided on together. */
export const absentPlansMax = 50;
