import { Injectable } from '@nestjs/common';
import type { PlanRegisterResponse, PlanRegisterSummary } from '@app/shared/contracts';
import { AccountRepository } from '../../accounts/index.js';
import { AbsenceRepository } from './absence.repository.js';
import { expiryOf } from './confirm-register.js';
import { IntakeRepository, type Outcome } from './intake.repository.js';
import { RegisterRepository, type StoredRegister } from './register.repository.js';

/** Rows shown as they were read, so that the lead sees whether the columns were understood. */
const FIRST_ROWS = 5;

/** Uploads as people read them. */
@Injectable()
export class RegisterViews {
  constructor(
    private readonly registers: RegisterRepository,
    private readonly intake: IntakeRepository,
    private readonly absences: AbsenceRepository,
    private readonly accounts: AccountRepository,
  ) {}

  async list(): Promise<PlanRegisterSummary[]> {
    const registers = await this.registers.list();
    const names = await this.accounts.namesOf(registers.map(({ uploadedById }) => uploadedById));
    return registers.map((register) => summaryOf(register, names));
  }

  /** @throws Problem not-found */
  async view(id: string): Promise<PlanRegisterResponse> {
    const register = await this.registers.find(id);
    const [names, outcome, { undecided }, firstRows] = await Promise.all([
      this.accounts.namesOf([register.uploadedById]),
      this.outcomeOf(register),
      this.absences.counts(id),
      this.registers.firstRows(id, FIRST_ROWS),
    ]);
    return {
      ...summaryOf(register, names),
      expiresAt: expiryOf(register).toISOString(),
      columnsUnread: register.columnsUnread,
      columnsLeftOut: register.columnsLeftOut,
      outcome,
      absentUndecided: undecided,
      firstRows: firstRows as unknown as PlanRegisterResponse['firstRows'],
    };
  }

  /** While it waits, what it would do to the plans as they are now; afterwards, what it did. */
  private async outcomeOf(register: StoredRegister): Promise<Outcome | null> {
    const { plansNew, plansChanged, plansUnchanged, plansAbsent } = register;
    if (register.status === 'waiting') return this.intake.outcome(register.id);
    if (register.status !== 'confirmed') return null;
    return {
      new: plansNew ?? 0,
      changed: plansChanged ?? 0,
      unchanged: plansUnchanged ?? 0,
      absent: plansAbsent ?? 0,
    };
  }
}

function summaryOf(
  register: StoredRegister,
  names: ReadonlyMap<string, string>,
): PlanRegisterSummary {
  const { id, asAtOn, status, rowsReady, rowsRejected, errors, warnings, version } = register;
  return {
    ...{ id, asAtOn, status, rowsReady, rowsRejected, errors, warnings, version },
    rowsInFile: rowsReady + rowsRejected,
    uploadedBy: names.get(register.uploadedById) ?? 'An account no longer known',
    uploadedAt: register.uploadedAt.toISOString(),
    endedAt: register.endedAt?.toISOString() ?? null,
  };
}
