import { Controller, Get, Param, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  FrameworkFileWanted,
  FrameworkImportAbout,
  FrameworkImportResponse,
} from '@app/shared/contracts';
import { flatTemplate, frameworkFileLimits } from '@app/shared/domain';
import { CurrentAccess, type Access } from '../../accounts/index.js';
import {
  Answers,
  AnswersCsv,
  AnswersJsonOrXlsx,
  changeProblems,
  CSV_TYPE,
  csvFile,
  JSON_TYPE,
  XLSX_TYPE,
} from '../../platform/http/answers.js';
import { csvText } from '../../platform/http/csv-text.js';
import {
  FileBody,
  HasFileBody,
  type FileKinds,
  type UploadedFile,
} from '../../platform/http/file-body.js';
import { HasIdempotencyKey, IdempotencyKey } from '../../platform/http/idempotency-key.js';
import { HasId, RecordId } from '../../platform/http/record-id.js';
import { DraftRepository } from '../drafts/draft.repository.js';
import { FrameworkRepository } from '../framework.repository.js';
import { frameworkFile } from './framework-file.js';
import { ImportFramework } from './import-framework.js';

const kinds: FileKinds = {
  types: [CSV_TYPE, XLSX_TYPE, JSON_TYPE],
  bytesMax: frameworkFileLimits.bytesMax,
  smaller: 'A framework needs far less: take out what does not belong to it',
};

/** Frameworks as files, out and in. */
@ApiTags('framework files')
@Controller()
export class FrameworkFilesController {
  constructor(
    private readonly frameworks: FrameworkRepository,
    private readonly drafts: DraftRepository,
    private readonly importFramework: ImportFramework,
  ) {}

  @Get('frameworks/:id/file')
  @HasId()
  @AnswersJsonOrXlsx('not-signed-in', 'not-found')
  async version(
    @Param('id', RecordId) id: string,
    @Query() { format = 'json' }: FrameworkFileWanted,
  ): Promise<StreamableFile> {
    const { definition, number } = await this.frameworks.version(id);
    return frameworkFile(definition, format, `${definition.kind}-version-${number}`);
  }

  @Get('framework-drafts/template.csv')
  @AnswersCsv('not-signed-in')
  template(): StreamableFile {
    return csvFile(csvText(flatTemplate), 'framework-template.csv');
  }

  @Get('framework-drafts/:id/file')
  @HasId()
  @AnswersJsonOrXlsx('not-signed-in', 'not-found')
  async draft(
    @CurrentAccess() access: Access,
    @Param('id', RecordId) id: string,
    @Query() { format = 'json' }: FrameworkFileWanted,
  ): Promise<StreamableFile> {
    const { definition, kind, number } = await this.drafts.find(access, id);
    return frameworkFile(definition, format, `${kind}-draft-of-version-${number}`);
  }

  @Post('framework-drafts/imports')
  @HasIdempotencyKey()
  @HasFileBody(kinds.types, csvText(flatTemplate))
  @Answers(201, FrameworkImportResponse, ...changeProblems, 'already-taken')
  import(
    @CurrentAccess() access: Access,
    @FileBody(kinds) file: UploadedFile,
    @Query() about: FrameworkImportAbout,
    @IdempotencyKey() key: string,
  ): Promise<FrameworkImportResponse> {
    return this.importFramework.import(access, file, about, key);
  }
}
