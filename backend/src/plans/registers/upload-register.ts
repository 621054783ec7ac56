import { Injectable } from '@nestjs/common';
import {
  isDay,
  londonDayOf,
  Problem,
  readHeader,
  readRegister,
  registerRules,
  type RegisterHeader,
  type RegisterReading,
} from '@app/shared/domain';
import { createHash } from 'node:crypto';
import type { Access } from '../../accounts/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Transactions } from '../../platform/database/transactions.js';
import { readCsv } from '../../platform/http/csv-file.js';
import { Ids } from '../../platform/ids/ids.js';
import { AppendToTrail } from '../../trail/index.js';
import { refuseOlderAsAt } from './as-at.js';
import { RegisterRepository } from './register.repository.js';

/** Reads a register and lets it wait. No plan is touched before somebody confirms it. */
@Injectable()
export class UploadRegister {
  constructor(
    private readonly registers: RegisterRepository,
    private readonly transactions: Transactions,
    private readonly trail: AppendToTrail,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /**
   * @param asAtOn YYYY-MM-DD, the day for which the file speaks
   * @returns the key of the upload
   */
  async upload(access: Access, asAtOn: string, file: Buffer, key: string): Promise<string> {
    this.refuseUnlikelyDay(asAtOn);
    refuseOlderAsAt(asAtOn, await this.registers.latestAsAt());
    const [names = [], ...rows] = readCsv(file);
    const header = readHeader(names);
    const reading = readRegister(header, rows, asAtOn);
    const fileHash = createHash('sha256').update(file).digest();
    const request = { act: 'upload-register', asAtOn, file: fileHash.toString('hex') };
    return this.transactions.once(
      { key, accountId: access.account.id, request },
      async (manager) => {
        const id = this.ids.next();
        const counts = countsOf(reading);
        const uploaded = {
          ...{ id, fileHash, asAtOn, uploadedBy: access.account.id, uploadedAt: this.clock.now() },
          ...{ ...columnsOf(header), ...counts },
        };
        await this.registers.insert(manager, uploaded, reading, () => this.ids.next());
        await this.trail.append(manager, {
          act: 'plans.upload-register',
          actorId: access.account.id,
          subject: { type: 'plan-register', id },
          details: {
            asAt: asAtOn,
            ready: reading.ready.length,
            rejected: reading.rejected.length,
            warnings: counts.warnings,
          },
          correlationId: access.correlationId,
        });
        return id;
      },
    );
  }

  private refuseUnlikelyDay(asAtOn: string): void {
    if (!isDay(asAtOn)) throw dayProblem('contract-broken', 'Enter the as-at date as a real date');
    if (asAtOn > londonDayOf(this.clock.now()))
      throw dayProblem('rule-broken', 'The as-at date must be today or earlier');
  }
}

function dayProblem(code: 'contract-broken' | 'rule-broken', message: string): Problem {
  return Problem.ofFields(code, [{ path: 'asAt', message }]);
}

function columnsOf({ unread, leftOut }: RegisterHeader) {
  return { columnsUnread: unread, columnsLeftOut: leftOut };
}

function countsOf({ problems }: RegisterReading): { errors: number; warnings: number } {
  const warnings = problems.filter(({ rule }) => registerRules[rule].level === 'warning').length;
  return { errors: problems.length - warnings, warnings };
}
