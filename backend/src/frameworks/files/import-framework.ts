import { Injectable } from '@nestjs/common';
import type { FrameworkImportAbout, FrameworkImportResponse } from '@app/shared/contracts';
import { AccountRepository, type Access } from '../../accounts/index.js';
import { CSV_TYPE, XLSX_TYPE } from '../../platform/http/answers.js';
import type { UploadedFile } from '../../platform/http/file-body.js';
import { StartDraft } from '../drafts/start-draft.js';
import { FrameworkRepository } from '../framework.repository.js';
import { wholeAbout } from '../whole-about.js';
import { fromCsv, fromJson, fromWorkbook, type FileReading } from './file-reading.js';

/** Makes a draft of a file: one that left as JSON or a workbook, or a council's own table. */
@Injectable()
export class ImportFramework {
  constructor(
    private readonly frameworks: FrameworkRepository,
    private readonly accounts: AccountRepository,
    private readonly startDraft: StartDraft,
  ) {}

  async import(
    access: Access,
    file: UploadedFile,
    about: FrameworkImportAbout,
    key: string,
  ): Promise<FrameworkImportResponse> {
    const agencies = await this.accounts.agencies();
    const { definition, flags } = await read(file, about, agencies);
    const versions = await this.frameworks.overview();
    const basedOn = versions.find(
      ({ kind, status }) => kind === definition.kind && status === 'published',
    );
    const id = await this.startDraft.start(
      access,
      { definition, basedOn: basedOn?.id ?? null, origin: 'file' },
      key,
    );
    const newAgencies = definition.agencies.filter(
      (agency) => !agencies.some((known) => known.key === agency.key),
    );
    return { id, flags, newAgencies };
  }
}

function read(
  { type, bytes }: UploadedFile,
  about: FrameworkImportAbout,
  agencies: { key: string; title: string }[],
): FileReading | Promise<FileReading> {
  if (type === CSV_TYPE) return fromCsv(bytes, wholeAbout(about), agencies);
  return type === XLSX_TYPE ? fromWorkbook(bytes) : fromJson(bytes);
}
